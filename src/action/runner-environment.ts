import { EnvironmentError, type RawEnvironment, readTokenEnvironment } from "../env.ts";

/** What a runner tells a step of a workflow. */
export interface RunnerEnvironment {
  /** `pull_request_target`, `schedule` … */
  event: string;
  /** The file that holds the event's payload. */
  eventPath: string;
  repository: { id: number; owner: string; name: string };
  /**
   * Where the workflow is in its repository: `.github/workflows/async.yml`; null when the runner does not
   * say.
   */
  workflowPath: string | null;
  /** Counts the runs of this workflow. */
  runNumber: number;
  apiUrl: string;
  graphqlUrl: string;
}

/** Reads what a runner sets. Throws EnvironmentError with every variable that is missing. */
export function readRunnerEnvironment(raw: RawEnvironment): RunnerEnvironment {
  const names = [
    "GITHUB_EVENT_NAME",
    "GITHUB_EVENT_PATH",
    "GITHUB_REPOSITORY",
    "GITHUB_REPOSITORY_ID",
  ] as const;
  const missing = names.filter((name) => !raw[name]);
  if (missing.length > 0)
    throw new EnvironmentError(
      missing.map((name) => `${name} is not set; run this as a step of a workflow.`),
    );
  const [event, eventPath, repository, id] = names.map((name) => raw[name]!) as [
    string,
    string,
    string,
    string,
  ];
  const [owner = "", name = ""] = repository.split("/");
  const { apiUrl, graphqlUrl } = readTokenEnvironment(raw);
  return {
    event,
    eventPath,
    repository: { id: Number(id), owner, name },
    workflowPath: /^[^/]+\/[^/]+\/(.+?)@/.exec(raw.GITHUB_WORKFLOW_REF ?? "")?.[1] ?? null,
    runNumber: Number(raw.GITHUB_RUN_NUMBER ?? 0),
    apiUrl,
    graphqlUrl,
  };
}
