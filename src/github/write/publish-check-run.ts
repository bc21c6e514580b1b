import { maxAnnotations, type PlannedCheckRun, type Write } from "../../core/planned.ts";
import type { Repository } from "../../core/pull-request.ts";
import type { GitHubClient } from "../client/client.ts";

/** Creates a completed check run on the commit. Resolves with GitHub's answer, which has its id. */
export async function publishCheckRun(
  client: GitHubClient,
  { owner, name }: Repository,
  write: Extract<Write, { type: "create_check_run" }>,
): Promise<{ id: number }> {
  const { data } = await client.rest.checks.create({
    owner,
    repo: name,
    head_sha: write.headSha,
    ...renderCheckRunParameters(write.checkRun, write.externalId),
  });
  return data;
}

/** Replaces the content of one of our check runs. */
export async function updateCheckRun(
  client: GitHubClient,
  { owner, name }: Repository,
  write: Extract<Write, { type: "update_check_run" }>,
): Promise<void> {
  await client.rest.checks.update({
    owner,
    repo: name,
    check_run_id: write.id,
    ...renderCheckRunParameters(write.checkRun, write.externalId),
  });
}

/** The REST parameters of a check run, for create and update. It is always completed, so that none hangs. */
function renderCheckRunParameters(checkRun: PlannedCheckRun, externalId: string) {
  return {
    name: checkRun.name,
    external_id: externalId,
    status: "completed" as const,
    conclusion: checkRun.conclusion,
    output: {
      title: checkRun.title,
      summary: checkRun.summary,
      ...(checkRun.text === "" ? {} : { text: checkRun.text }),
      ...(checkRun.annotations.length === 0
        ? {}
        : {
            annotations: checkRun.annotations.slice(0, maxAnnotations).map((annotation) => ({
              path: annotation.path,
              start_line: annotation.startLine,
              end_line: annotation.endLine,
              annotation_level: annotation.level,
              title: annotation.title,
              message: annotation.message,
            })),
          }),
    },
    actions: checkRun.buttons,
  };
}
