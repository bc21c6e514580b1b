import type { Write } from "../../core/planned.ts";
import type { Repository } from "../../core/pull-request.ts";
import { GitHubError } from "../../reconcile/github-error.ts";
import type { GitHubClient } from "../client/client.ts";

type LabelWrite = Extract<Write, { type: "create_label" | "add_label" | "remove_label" }>;

/**
 * Creates, adds or removes one label, because setting the whole list would lose labels that somebody adds in
 * between. Creating one that exists, or removing one that is off, succeeds.
 */
export async function syncLabel(
  client: GitHubClient,
  { owner, name: repo }: Repository,
  number: number,
  write: LabelWrite,
): Promise<void> {
  try {
    await send(client, { owner, repo }, number, write);
  } catch (error) {
    const alreadySo: Partial<Record<LabelWrite["type"], string>> = {
      create_label: "invalid",
      remove_label: "not_found",
    };
    if (!(error instanceof GitHubError && error.reason === alreadySo[write.type])) throw error;
  }
}

async function send(
  client: GitHubClient,
  repository: { owner: string; repo: string },
  number: number,
  write: LabelWrite,
): Promise<void> {
  switch (write.type) {
    case "create_label": {
      const { name, color, description } = write;
      await client.rest.issues.createLabel({ ...repository, name, color, description });
      return;
    }
    case "add_label":
      await client.rest.issues.addLabels({
        ...repository,
        issue_number: number,
        labels: [write.name],
      });
      return;
    case "remove_label":
      await client.rest.issues.removeLabel({
        ...repository,
        issue_number: number,
        name: write.name,
      });
  }
}

/** Deletes a label from a repository and from everything that has it. Succeeds when it is already gone. */
export async function deleteLabel(
  client: GitHubClient,
  { owner, name: repo }: { owner: string; name: string },
  name: string,
): Promise<void> {
  try {
    await client.rest.issues.deleteLabel({ owner, repo, name });
  } catch (error) {
    if (!(error instanceof GitHubError && error.reason === "not_found")) throw error;
  }
}
