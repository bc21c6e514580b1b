import type { PlannedReaction } from "../../core/planned.ts";
import type { GitHubClient } from "../client/client.ts";
import { toGraphqlError } from "../client/graphql-answer.ts";
import { loadDocument } from "../load-document.ts";

const addReactionDocument = loadDocument("add-reaction");
const minimizeDocument = loadDocument("minimize-comment");

/** Adds our reaction to a comment or review; doing it twice is harmless. */
export async function addReaction(
  client: GitHubClient,
  subjectId: string,
  content: PlannedReaction["content"],
): Promise<void> {
  await mutate(client, addReactionDocument, { subjectId, content: content.toUpperCase() });
}

/** Hides a comment of ours as outdated. */
export async function minimizeComment(client: GitHubClient, subjectId: string): Promise<void> {
  await mutate(client, minimizeDocument, { subjectId });
}

/** A refused mutation comes with status 200 and null data, so any error means that it was not done. */
async function mutate(
  client: GitHubClient,
  document: string,
  variables: Record<string, unknown>,
): Promise<void> {
  const { errors } = await client.ask(document, variables);
  if (errors.length > 0) throw toGraphqlError(errors, "a mutation");
}
