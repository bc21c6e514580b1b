import type { PlannedBodyEdit, PlannedCheckRun, PlannedReaction } from "../planned.ts";

/** One request to GitHub that changes something. `part` names what a create makes, for the five minutes' memory. */
export type Write =
  | { type: "create_check_run"; part: string; headSha: string; externalId: string; checkRun: PlannedCheckRun }
  | { type: "update_check_run"; id: number; externalId: string; checkRun: PlannedCheckRun }
  | { type: "create_comment"; part: string; body: string; hash: string }
  | { type: "update_comment"; id: number; body: string; hash: string }
  | { type: "delete_comment"; id: number }
  | { type: "create_label"; name: string; color: string; description: string }
  | { type: "add_label"; name: string }
  | { type: "remove_label"; name: string }
  | { type: "create_reply"; part: string; inReplyTo: number; body: string; hash: string }
  | { type: "minimize_comment"; subjectId: string }
  | { type: "add_reaction"; subjectId: string; content: PlannedReaction["content"] }
  | { type: "update_body"; edit: PlannedBodyEdit };
