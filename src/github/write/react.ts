import type { PlannedReaction } from "../../core/plan/plan.ts";
import type { GitHubClient } from "../client/client.ts";
import { loadDocument } from "../load-document.ts";
import { findBlindParts } from "../observe/find-blind-parts.ts";

const addReactionDocument = loadDocument("add-reaction");
const minimizeDocument = loadDocument("minimize-comment");

/** Puts our reaction on a comment or review; doing it twice is doing it once. */
export async function addReaction(
  client: GitHubClient,
  subjectId: string,
  content: PlannedReaction["content"],
): Promise<void> {
  const { errors } = await client.graphql(addReactionDocument, { subjectId, content: content.toUpperCase() });
  findBlindParts(errors);
}

/** Hides a comment of ours as outdated. */
export async function minimizeComment(client: GitHubClient, subjectId: string): Promise<void> {
  const { errors } = await client.graphql(minimizeDocument, { subjectId });
  findBlindParts(errors);
}
