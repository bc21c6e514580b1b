import { isPast, listReadings, type Moment, readDay, readSpan, type Span } from "../calendar/span.ts";
import { type CommentLink, parseCommentLink } from "../conversation/comments.ts";
import { type DecisionText, splitDecision } from "../conversation/find-decisions.ts";
import type { Instant } from "../pull-request.ts";
import { quoteText } from "../text/quote-text.ts";

/** Who may give a command. Write access is always enough. */
export type Who = "anyone" | "maintainer" | "author-or-maintainer" | "participant" | "remark-author";

export type CommandName =
  | "help"
  | "recheck"
  | "explain"
  | "skip"
  | "insert"
  | "ready"
  | "waiting"
  | "snooze"
  | "unsnooze"
  | "due"
  | "resolve"
  | "decision";

/** Why an argument can't be used; `said` is what was typed, cut and quoted harmlessly, "" for nothing. */
export type ArgumentProblem =
  | { type: "no reason" | "no decision" | "no link" }
  | { type: "past day" | "no day" | "no span"; said: string }
  /** Day and month can't be told apart. `days` lists the possible dates, such as `2026-11-06`. */
  | { type: "two days"; said: string; days: readonly string[] };

/** What a command's argument means, or why it can't be used. */
type Parsed<Value> = { ok: true; value: Value } | { ok: false; problem: ArgumentProblem };

/** When a command was given, the zone in which its dates count, and the address of its comment. */
interface GivenAt extends Moment {
  url: string;
}

/** A slash command; `slashCommands` below lists them all. */
interface Command<Value = unknown> {
  name: CommandName;
  /** As typed: `/async snooze <duration>`. */
  usage: string;
  who: Who;
  /**
   * Reads what follows the name: the rest of the line, trimmed. `following` is the text below, up to the next
   * command.
   */
  parse(argument: string, following: string, said: GivenAt): Parsed<Value>;
}

/** A command without an argument: anything after it is for human readers. */
const plain = (name: CommandName, who: Who): Command<null> => ({
  name,
  usage: `/async ${name}`,
  who,
  parse: () => ({ ok: true, value: null }),
});

export const help = plain("help", "anyone");
export const recheck = plain("recheck", "author-or-maintainer");
export const explain = plain("explain", "anyone");
export const insert = plain("insert", "author-or-maintainer");
export const ready = plain("ready", "author-or-maintainer");
export const waiting = plain("waiting", "participant");
export const unsnooze = plain("unsnooze", "participant");

/** Makes the description check neutral, with a reason, until the comment is deleted. */
export const skip: Command<string> = {
  name: "skip",
  usage: "/async skip <reason>",
  who: "maintainer",
  parse: (argument) =>
    argument === "" ? { ok: false, problem: { type: "no reason" } } : { ok: true, value: argument },
};

/** Records a decision, like a comment that starts with `Decision:`. */
export const decision: Command<DecisionText> = {
  name: "decision",
  usage: "/async decision <what was decided>",
  who: "author-or-maintainer",
  parse: (argument, following) => {
    const value = splitDecision(`${argument}\n${following}`.trim());
    return value === null ? { ok: false, problem: { type: "no decision" } } : { ok: true, value };
  },
};

/** Says by when a review is needed. */
export const due: Command<Span> = {
  name: "due",
  usage: "/async due <date or weekday>",
  who: "author-or-maintainer",
  parse: (argument, _following, moment) => expectSpan(argument, readDay(argument, moment), "no day", moment),
};

/** Stops the clock for a while. */
export const snooze: Command<Span> = {
  name: "snooze",
  usage: "/async snooze <duration> | until <date or weekday>",
  who: "participant",
  parse: (argument, _following, moment) =>
    expectSpan(argument, readSpan(argument, moment), "no span", moment),
};

/**
 * Closes the speaker's own prefixed review text or comment, for which GitHub has no button. With write
 * access, it closes anybody's, and threads too. In a thread, without a link, it closes that thread.
 */
export const resolve: Command<CommentLink> = {
  name: "resolve",
  usage: "/async resolve <link>",
  who: "remark-author",
  parse: (argument, _following, { url }) => {
    const here = argument.includes("/") ? null : parseCommentLink(url);
    const link = here?.type === "thread" ? here : parseCommentLink(argument);
    return link === null ? { ok: false, problem: { type: "no link" } } : { ok: true, value: link };
  },
};

/** A span that is still to come, or what is wrong with it. */
function expectSpan(
  argument: string,
  span: Span | null,
  otherwise: "no day" | "no span",
  moment: Moment,
): Parsed<Span> {
  const said = quoteText(argument, 60);
  const days = span === null ? listReadings(argument, moment) : [];
  if (days.length > 0) return { ok: false, problem: { type: "two days", said, days } };
  if (span === null) return { ok: false, problem: { type: otherwise, said } };
  return isPast(span, moment)
    ? { ok: false, problem: { type: "past day", said } }
    : { ok: true, value: span };
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

/** An understood command, with who gave it, and where. */
export interface Given<Value = unknown> {
  command: Command;
  value: Value;
  /** As typed after the name. */
  argument: string;
  by: string;
  at: Instant;
  url: string;
  /** GraphQL id. */
  commentId: string;
  /** Not answered with 🚀 yet: a one-time effect is still to come. */
  isNew: boolean;
}

/** All uses of one command, in order, with the type of its value. */
export function givenOf<Value>(given: readonly Given[], command: Command<Value>): Given<Value>[] {
  return given.filter((one): one is Given<Value> => one.command === command);
}
