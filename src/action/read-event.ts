import { tmpdir } from "node:os";
import { z } from "zod";
import type { Instant, Repository } from "../core/pull-request.ts";
import { EnvironmentError, type RawEnvironment, readTokenEnvironment } from "../env.ts";
import type { CheckedSubject, MinimumVersion } from "../reconcile/ports.ts";

/** What an event asks for. */
export type Occasion =
  | {
      type: "look";
      subject: CheckedSubject;
      minimumVersion: MinimumVersion | null;
      /** When the pull request was opened; null for a merge group. */
      createdAt: Instant | null;
    }
  /** All open pull requests, because time has passed. */
  | { type: "sweep" }
  | { type: "nothing"; why: string };

/** True if a failed job shows on the pull request's own commit, and its next run can pass. */
export const mayFailJob = (event: string): boolean =>
  ["pull_request_target", "pull_request", "merge_group"].includes(event);

const pullRequest = z.object({ number: z.number(), created_at: z.string(), updated_at: z.string() });
const head = z.object({ sha: z.string() });

/** GitHub adds and omits fields, so only the ones that are read are required. */
const payloads = {
  pullRequest: z.object({ pull_request: pullRequest.extend({ head }) }),
  comment: z.object({
    action: z.string(),
    issue: pullRequest.extend({ pull_request: z.unknown().optional() }),
    comment: z.object({ id: z.number() }),
  }),
  mergeGroup: z.object({ merge_group: z.object({ head_sha: z.string(), base_ref: z.string() }) }),
};

/**
 * What to look at. Nothing is decided from a payload; it only says where to look. Throws if the file doesn't
 * hold such an event.
 */
export function readEvent(name: string, payload: unknown, repository: Repository): Occasion {
  try {
    return read(name, payload, repository);
  } catch (cause) {
    if (!(cause instanceof z.ZodError)) throw cause;
    const keys = cause.issues.map(({ path }) => path.join(".")).join(", ");
    const are = cause.issues.length === 1 ? "is" : "are";
    throw new Error(
      `The event file isn't a \`${name}\` event as GitHub sends it: ${keys} ${are} missing or wrong.`,
      { cause },
    );
  }
}

function read(name: string, payload: unknown, repository: Repository): Occasion {
  const origin = { installationId: 0, repository };
  switch (name) {
    case "pull_request_target":
    case "pull_request":
    case "pull_request_review":
    case "pull_request_review_comment": {
      const { pull_request: found } = payloads.pullRequest.parse(payload);
      const { number, created_at: createdAt, updated_at: updatedAt } = found;
      return {
        type: "look",
        subject: { kind: "pull_request", ...origin, number },
        minimumVersion: { updatedAt, headSha: found.head.sha, commentIds: [] },
        createdAt,
      };
    }
    case "issue_comment": {
      const { action, issue, comment } = payloads.comment.parse(payload);
      if (!issue.pull_request) return { type: "nothing", why: "the comment is on an issue" };
      return {
        type: "look",
        subject: { kind: "pull_request", ...origin, number: issue.number },
        minimumVersion: {
          updatedAt: issue.updated_at,
          headSha: null,
          commentIds: action === "created" ? [comment.id] : [],
        },
        createdAt: issue.created_at,
      };
    }
    case "merge_group": {
      const { head_sha: headSha, base_ref: ref } = payloads.mergeGroup.parse(payload).merge_group;
      const baseRef = ref.replace(/^refs\/heads\//, "");
      const subject = { kind: "merge_group" as const, ...origin, headSha, baseRef };
      return { type: "look", subject, minimumVersion: null, createdAt: null };
    }
    case "schedule":
    case "workflow_dispatch":
      return { type: "sweep" };
    default:
      return { type: "nothing", why: `\`${name}\` isn't an event that this Action handles` };
  }
}

/** What the runner sets for a step of a workflow. */
export interface RunnerEnvironment {
  /** `pull_request_target`, `schedule` … */
  event: string;
  /** The file that holds the event's payload. */
  eventPath: string;
  repository: { id: number; owner: string; name: string };
  /**
   * Path of the workflow in its repository: `.github/workflows/async.yml`; null when the runner doesn't say.
   */
  workflowPath: string | null;
  /** The number of this run of the workflow. */
  runNumber: number;
  /** A folder that lasts as long as the job. */
  temporaryFolder: string;
  apiUrl: string;
  graphqlUrl: string;
}

/** Reads what a runner sets. Throws EnvironmentError with every variable that is missing. */
export function readRunnerEnvironment(raw: RawEnvironment): RunnerEnvironment {
  const missing: string[] = [];
  const read = (name: string) => {
    const value = raw[name];
    if (!value) missing.push(name);
    return value ?? "";
  };
  const event = read("GITHUB_EVENT_NAME");
  const eventPath = read("GITHUB_EVENT_PATH");
  const repository = read("GITHUB_REPOSITORY");
  const id = read("GITHUB_REPOSITORY_ID");
  if (missing.length > 0)
    throw new EnvironmentError(missing.map((name) => `${name} isn't set; run this as a step of a workflow.`));
  const [owner = "", name = ""] = repository.split("/");
  const { apiUrl, graphqlUrl } = readTokenEnvironment(raw);
  return {
    event,
    eventPath,
    repository: { id: Number(id), owner, name },
    workflowPath: /^[^/]+\/[^/]+\/(.+?)@/.exec(raw.GITHUB_WORKFLOW_REF ?? "")?.[1] ?? null,
    runNumber: Number(raw.GITHUB_RUN_NUMBER ?? 0),
    temporaryFolder: raw.RUNNER_TEMP || tmpdir(),
    apiUrl,
    graphqlUrl,
  };
}
