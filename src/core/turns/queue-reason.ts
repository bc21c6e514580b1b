/** Why a pull request left the merge queue, if GitHub's word for it is known. */
export type QueueReason =
  | "checks failed"
  | "checks timed out"
  | "conflict"
  | "rules"
  | "no merge commit"
  | "cleared"
  | "rolled back"
  | "removed";

/** The webhook's values for `pull_request.dequeued`. GraphQL's are texts that say the same. */
const known: Record<string, QueueReason> = {
  ci_failure: "checks failed",
  failed_checks: "checks failed",
  failed_status_checks: "checks failed",
  ci_timeout: "checks timed out",
  merge_conflict: "conflict",
  branch_protections: "rules",
  git_tree_invalid: "no merge commit",
  invalid_merge_commit: "no merge commit",
  queue_cleared: "cleared",
  roll_back: "rolled back",
  manual: "removed",
};

/**
 * Parses GitHub's reason. `text` is GitHub's own wording; "" when it gives none or the reason is known. An
 * unknown constant becomes words.
 */
export function parseQueueReason(reason: string): { known: QueueReason | null; text: string } {
  const name = reason
    .trim()
    .toLowerCase()
    .replace(/[^a-z]+/g, "_");
  if (known[name] !== undefined) return { known: known[name], text: "" };
  if (name === "unknown_removal_reason") return { known: null, text: "" };
  const isConstant = /^[A-Za-z]+(?:_[A-Za-z]+)+$/.test(reason.trim());
  return { known: null, text: isConstant ? name.replaceAll("_", " ") : reason.trim() };
}

/** Did it leave because it was merged? That needs no mention. */
export const isMerged = (reason: string) => /^(?:already[_ ])?merged?$/i.test(reason.trim());
