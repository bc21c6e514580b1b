import { isPast, type Moment, readDay, readSpan, type Span } from "../calendar/span.ts";
import { quoteText } from "../text/quote-text.ts";
import { type CommentLink, parseCommentLink } from "../conversation/parse-comment-link.ts";
import { type DecisionText, splitDecision } from "../conversation/find-decisions.ts";

/** Who may give a command. Write access is always enough. */
export type Who = "anyone" | "maintainer" | "author-or-maintainer" | "participant" | "remark-author";

/** What a command's argument says, or why it says nothing. */
type Parsed<Value> = { ok: true; value: Value } | { ok: false; message: string };

/** When a command was given, the zone in which its dates count, and the address of its comment. */
interface Said extends Moment {
  url: string;
}

/** A slash command; `slashCommands` below lists them all. */
export interface Command<Value = unknown> {
  name: string;
  /** One line for `/async help`. */
  summary: string;
  /** As typed: `/async snooze <duration>`. */
  usage: string;
  who: Who;
  /**
   * Reads what follows the name: the rest of the line, trimmed. `following` is the text below, up to the next
   * command.
   */
  parse(argument: string, following: string, said: Said): Parsed<Value>;
}

/**
 * Commands without an argument; whatever follows is a remark for the reader. What each one does is in
 * `evaluate-commands.ts`.
 */
const plain = (name: string, who: Who, summary: string): Command<null> => ({
  name,
  summary,
  usage: `/async ${name}`,
  who,
  parse: () => ({ ok: true, value: null }),
});

export const help = plain("help", "anyone", "list the commands in this check's summary");
export const recheck = plain("recheck", "author-or-maintainer", "look at the pull request again now");
export const explain = plain(
  "explain",
  "anyone",
  "say why the checks say what they say, with the effective config",
);
export const insert = plain(
  "insert",
  "author-or-maintainer",
  "put the missing sections into the description",
);
export const ready = plain("ready", "author-or-maintainer", "it is the reviewers' turn");
export const waiting = plain("waiting", "participant", "it is the author's turn");
export const unsnooze = plain("unsnooze", "participant", "let the clock go on that was snoozed");

/** Makes the description check neutral, with a reason, until the comment is deleted. */
export const skip: Command<string> = {
  name: "skip",
  summary: "let the description be as it is; the check becomes neutral and shows the reason",
  usage: "/async skip <reason>",
  who: "maintainer",
  parse: (argument) =>
    argument === ""
      ? { ok: false, message: "gives no reason. Add one, such as `/async skip hotfix for the outage`" }
      : { ok: true, value: argument },
};

/** Records a decision, like a comment that starts with `Decision:`. */
export const decision: Command<DecisionText> = {
  name: "decision",
  summary: "record a decision; lines with Options:, Reason: and Revisit: may follow",
  usage: "/async decision <what was decided>",
  who: "author-or-maintainer",
  parse: (argument, following) => {
    const value = splitDecision(`${argument}\n${following}`.trim());
    return value === null
      ? { ok: false, message: "says nothing. Write what was decided" }
      : { ok: true, value };
  },
};

/** Says by when a review is needed. */
export const due: Command<Span> = {
  name: "due",
  summary: "say by when a review is needed",
  usage: "/async due <date or weekday>",
  who: "author-or-maintainer",
  parse: (argument, _following, moment) =>
    expectSpan(argument, readDay(argument, moment), "a date such as `2026-11-30`, or a weekday", moment),
};

/** Stops the clock for a while. */
export const snooze: Command<Span> = {
  name: "snooze",
  summary: "stop the clock for a while",
  usage: "/async snooze <duration> | until <date or weekday>",
  who: "participant",
  parse: (argument, _following, moment) =>
    expectSpan(
      argument,
      readSpan(argument, moment),
      "a duration such as `1 business day`, or `until 2026-11-30`, or `until Thursday`",
      moment,
    ),
};

/**
 * Closes one's own prefixed review text or comment, for which GitHub has no button; with write access,
 * anybody's, and threads too. In a thread, without a link, it closes that thread.
 */
export const resolve: Command<CommentLink> = {
  name: "resolve",
  summary: "close a comment or review text that starts with a prefix, or a thread",
  usage: "/async resolve <link>",
  who: "remark-author",
  parse: (argument, _following, { url }) => {
    const here = argument === "" ? parseCommentLink(url) : null;
    const link = here?.type === "thread" ? here : parseCommentLink(argument);
    return link === null
      ? { ok: false, message: "names no comment. Add its link (Copy link in the comment's menu)" }
      : { ok: true, value: link };
  },
};

/** A span in the future, or the one sentence that says what was seen and what is expected. */
function expectSpan(argument: string, span: Span | null, expected: string, moment: Moment): Parsed<Span> {
  if (span !== null && isPast(span, moment))
    return { ok: false, message: `says "${quoteText(argument, 60)}", which is past. Name a day to come` };
  if (span !== null) return { ok: true, value: span };
  const seen = argument === "" ? "nothing" : `"${quoteText(argument, 60)}"`;
  return { ok: false, message: `says ${seen}. Write ${expected}` };
}

/** Every slash command, in the order of `/async help`. One page each in docs/commands. */
export const slashCommands = [
  help,
  recheck,
  explain,
  skip,
  insert,
  ready,
  waiting,
  snooze,
  unsnooze,
  due,
  resolve,
  decision,
] as const;
