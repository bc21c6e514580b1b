import type { CommandComment, Given } from "./given.ts";
import { isAllowed, type People, whoInWords } from "./is-allowed.ts";
import { understandCommands } from "./understand-commands.ts";

/** How one comment's commands are answered. All of them together: there is one reaction for a comment. */
export type Answer =
  /** No command in it. */
  | { type: "none" }
  | { type: "accepted"; given: Given[] }
  | { type: "refused"; line: string }
  | { type: "not-understood"; lines: string[] }
  /** Edited by somebody else, or after it was accepted: as if it were not there. */
  | { type: "void"; line: string }
  /** Waits until somebody's permission is known. */
  | { type: "pending" };

/**
 * Answers a comment by what it says now and by our reactions on it. 🚀 is the evidence that it was allowed, as long as
 * it was never edited: then permission is asked again, since an edit may have come between our look and our reaction.
 */
export function answerComment(comment: CommandComment, people: People): Answer {
  const { given, problems } = understandCommands(comment, people.timeZone);
  if (given.length === 0 && problems.length === 0) return { type: "none" };
  const { reactions, lastEditedAt } = comment;
  if (comment.editor !== null && comment.editor !== comment.author.login)
    return {
      type: "void",
      line: `A command by ${comment.author.login} was edited by somebody else and no longer counts.`,
    };
  if (reactions.rocket && lastEditedAt !== null && lastEditedAt > (reactions.rocketAt ?? ""))
    return {
      type: "void",
      line: `A command by ${comment.author.login} was edited after it was accepted and no longer counts; a new comment does.`,
    };
  if (problems.length > 0) return { type: "not-understood", lines: problems };
  if (reactions.rocket && lastEditedAt === null) return { type: "accepted", given };
  return judge(given, reactions.thumbsDown, people);
}

function judge(given: Given[], wasRefused: boolean, people: People): Answer {
  const judged = given.map((one) => ({ one, allowed: isAllowed(one, people) }));
  const refused = judged.find(({ allowed }) => allowed === false);
  if (refused !== undefined) {
    const { command } = refused.one;
    return { type: "refused", line: `\`/async ${command.name}\` is for ${whoInWords[command.who]}.` };
  }
  // Nobody is asked twice about the same comment: whoever may by now says it again.
  if (wasRefused) return { type: "refused", line: `\`/async ${given[0]!.command.name}\` was not allowed.` };
  return judged.some(({ allowed }) => allowed === "unknown")
    ? { type: "pending" }
    : { type: "accepted", given };
}
