import type { PlannedBodyEdit } from "../../core/planned.ts";
import type { Repository } from "../../core/pull-request.ts";
import { GitHubError } from "../../reconcile/github-error.ts";
import type { GitHubClient } from "../client/client.ts";

/**
 * Replaces the pull request's body, unless somebody changed it since it was read. GitHub has no conditional
 * update, so the body is read just before and read back after (GitHub was seen to drop an over-long body with
 * a 200). Throws GitHubError "conflict" when the body is not what the edit was made from.
 */
export async function editBody(
  client: GitHubClient,
  { owner, name }: Repository,
  number: number,
  edit: PlannedBodyEdit,
): Promise<void> {
  const before = await readBody(client, { owner, name }, number);
  if (before === edit.to) return;
  if (before !== edit.from) {
    throw new GitHubError("The body was edited while sections were being inserted; it is left alone.", {
      reason: "conflict",
    });
  }
  await client.rest.pulls.update({ owner, repo: name, pull_number: number, body: edit.to });
  if ((await readBody(client, { owner, name }, number)) === edit.from) {
    throw new GitHubError("GitHub accepted the new body but didn't store it.", { reason: "unavailable" });
  }
}

/** The body at this moment, byte for byte. */
async function readBody(
  client: GitHubClient,
  { owner, name }: Pick<Repository, "owner" | "name">,
  number: number,
): Promise<string> {
  const { data } = await client.ask("pull-request-body", { owner, name, number });
  const { repository } = data;
  if (!repository?.pullRequest) throw new GitHubError("The pull request is gone.", { reason: "not_found" });
  return repository.pullRequest.body;
}
