import type { Write } from "../../core/planned.ts";
import { GitHubError } from "../../reconcile/github-error.ts";
import type { CheckedSubject } from "../../reconcile/ports.ts";
import type { GitHubClient } from "../client/client.ts";
import {
  addReaction,
  deleteComment,
  minimizeComment,
  postComment,
  postReply,
  updateComment,
} from "./comments.ts";
import { editBody } from "./edit-body.ts";
import { publishCheckRun, updateCheckRun } from "./publish-check-run.ts";
import { syncLabel } from "./sync-label.ts";

/** Sends one write. Resolves with the REST id of what was created, else null. Throws GitHubError. */
export async function sendWrite(
  client: GitHubClient,
  target: CheckedSubject,
  write: Write,
): Promise<number | null> {
  const { repository } = target;
  switch (write.type) {
    case "create_check_run":
      return readCreatedId(await publishCheckRun(client, repository, write));
    case "create_comment":
      return readCreatedId(await postComment(client, repository, numberOf(target), write.body));
    case "create_reply":
      return readCreatedId(
        await postReply(client, repository, numberOf(target), write.inReplyTo, write.body),
      );
    case "update_check_run":
      await updateCheckRun(client, repository, write);
      return null;
    case "update_comment":
      await updateComment(client, repository, write.id, write.body);
      return null;
    case "delete_comment":
      await deleteComment(client, repository, write.id);
      return null;
    case "create_label":
    case "add_label":
    case "remove_label":
      await syncLabel(client, repository, numberOf(target), write);
      return null;
    case "minimize_comment":
      await minimizeComment(client, write.subjectId);
      return null;
    case "add_reaction":
      await addReaction(client, write.subjectId, write.content);
      return null;
    case "update_body":
      await editBody(client, repository, numberOf(target), write.edit);
      return null;
  }
}

/** The pull request that a write is about. A merge group gets only check runs. */
function numberOf(target: CheckedSubject): number {
  if (target.kind === "pull_request") return target.number;
  throw new TypeError("Only a check run can be written for a merge group.");
}

/**
 * The id in the answer to a create. An answer that was cut off arrives as a success without a body: GitHub
 * stored something but didn't say what. The loop treats that like no answer.
 */
function readCreatedId(data: { id?: number } | null): number {
  if (typeof data?.id === "number") return data.id;
  throw new GitHubError("GitHub's answer to a create was cut off.", { reason: "unavailable" });
}
