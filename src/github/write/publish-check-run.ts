import type { Write } from "../../core/planned.ts";
import type { Repository } from "../../core/pull-request.ts";
import type { GitHubClient } from "../client/client.ts";
import { readCreatedId } from "./read-created-id.ts";
import { renderCheckRunParameters } from "./check-run-parameters.ts";

/** Creates a completed check run on the commit; resolves with its id. */
export async function publishCheckRun(
  client: GitHubClient,
  { owner, name }: Repository,
  write: Extract<Write, { type: "create_check_run" }>,
): Promise<number> {
  const { data } = await client.rest.checks.create({
    owner,
    repo: name,
    head_sha: write.headSha,
    ...renderCheckRunParameters(write.checkRun, write.externalId),
  });
  return readCreatedId(data);
}

/** Replaces what a check run of ours says. */
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
