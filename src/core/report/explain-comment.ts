import { mayAskForMore, mayComment } from "../plan/comment/may-comment.ts";
import type { Facts } from "../plan/facts.ts";
import { findStickyComment } from "../plan/find-writes.ts";
import type { DescriptionJudgement } from "../plan/judge/judge-description.ts";
import { english } from "../render/words/en/index.ts";
import type { Plan } from "../planned.ts";

/** Why the sticky comment is wanted, waits, or is not there: in the order in which the plan decides it. */
export function explainComment(
  facts: Facts,
  { comment, wakeAt }: Pick<Plan, "comment" | "wakeAt">,
  { verdict, skipped }: DescriptionJudgement,
): string {
  const { config } = facts.effective;
  const { pullRequest } = facts.observation;
  const wanted = verdict.findings.filter(
    ({ level }) => config.comment.when === "findings" || level === "error",
  );
  if (config.comment.when === "never") return "none, because comment.when is never";
  if (verdict.gaveUp !== null) return "left as it is, because the description could not be read";
  if (pullRequest.state !== "open") return "none is made once the pull request is closed";
  if (findStickyComment(pullRequest.comments) !== null) return "it is there, and is edited in place";
  if (!mayComment(facts)) return "none, because somebody deleted the app's comment or made it their own";
  if (comment?.create)
    return wanted.length === 0 ? "wanted, for the decisions" : `wanted, for ${countFindings(wanted.length)}`;
  if (verdict.exempt !== null)
    return `none, because it isn't checked: ${english.description.exemption(verdict.exempt)}`;
  if (skipped !== null) return `none, because ${skipped.by} said /async skip`;
  if (wanted.length === 0)
    return `none, because there is nothing to say (comment.when is ${config.comment.when})`;
  if (!mayAskForMore(facts))
    return "none, because the pull request was opened before the app came or before enforce_from, and its body is unchanged since";
  return `waits for comment.after (${config.comment.after})${wakeAt === null ? "" : `, looked at again ${wakeAt}`}`;
}

const countFindings = (count: number) => `${count} ${count === 1 ? "finding" : "findings"}`;
