import type { Write } from "../../core/planned.ts";
import type { Subject } from "../../reconcile/ports.ts";
import type { GitHubClient } from "../client/client.ts";
import { editBody } from "./edit-body.ts";
import {
  addReaction,
  deleteComment,
  minimizeComment,
  postComment,
  postReply,
  updateComment,
} from "./post-comment.ts";
import { publishCheckRun, updateCheckRun } from "./publish-check-run.ts";
import { syncLabel } from "./sync-label.ts";

type Target = Extract<Subject, { kind: "pull_request" | "merge_group" }>;

/** Sends one write. Resolves with the REST id of what was created, else null. Throws GitHubError. */
export async function sendWrite(client: GitHubClient, target: Target, write: Write): Promise<number | null> {
  const { repository } = target;
  // A merge group has only check runs; every other write names a pull request.
  const number = target.kind === "pull_request" ? target.number : 0;
  switch (write.type) {
    case "create_check_run":
      return publishCheckRun(client, repository, write);
    case "create_comment":
      return postComment(client, repository, number, write.body);
    case "create_reply":
      return postReply(client, repository, number, write.inReplyTo, write.body);
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
      await syncLabel(client, repository, number, write);
      return null;
    case "minimize_comment":
      await minimizeComment(client, write.subjectId);
      return null;
    case "add_reaction":
      await addReaction(client, write.subjectId, write.content);
      return null;
    case "update_body":
      await editBody(client, repository, number, write.edit);
      return null;
  }
}
