import type { Kind } from "../../../config/schema/review-schema.ts";
import type { Remark } from "../../../conversation/remark.ts";
import { renderLink } from "../../markdown.ts";
import { plural } from "./format.ts";

const kinds: Record<Kind, string> = {
  blocking: "blocking",
  question: "question",
  suggestion: "suggestion",
  nit: "nit",
  note: "note",
  praise: "praise",
};

/** The other kinds have none. */
const plurals: Partial<Record<Kind, string>> = {
  question: "questions",
  suggestion: "suggestions",
  nit: "nits",
  note: "notes",
};

const sources: Record<Remark["source"], string> = { thread: "thread", review: "review", comment: "comment" };

/** Why a remark has its kind; logins are quoted. */
export type KindReason =
  | { type: "holder"; kind: Kind; holder: string }
  | { type: "prefix" | "by-review"; kind: Kind }
  | { type: "bot" | "nothing" };

function sayKind(why: KindReason): string {
  switch (why.type) {
    case "holder":
      return `${kinds[why.kind]}, because ${why.holder} says so`;
    case "prefix":
      return `${kinds[why.kind]}, by its prefix`;
    case "by-review":
      return `${kinds[why.kind]}, because its review requests changes and its reviewer hasn't approved since`;
    case "bot":
      return "no kind, because bots aren't classified";
    case "nothing":
      return "no kind, because it has no prefix and its review doesn't request changes";
  }
}

/** The check on the review conversation. */
export const review = {
  /** Titles. */
  nothingOpen: "Nothing open",
  open: (counts: readonly string[]) => `Open: ${counts.join(", ")}`,
  count: ({ kind, count }: { kind: Kind; count: number }) =>
    `${count} ${plural(count, { one: kinds[kind], other: plurals[kind] ?? kinds[kind] })}`,
  withoutKind: (count: number) => `${count} without a kind`,
  unreadTitle: "This conversation can't be read",
  unread:
    "Reading the comments took too long, so there may be open blocking threads. Delete very long text, such as pasted logs.",

  /** What follows for merging. */
  holdsNothing: "Nothing here blocks merging.",
  advises: "This check only advises: it does not block merging.",
  holding: (counts: readonly string[]) =>
    `Holding this check: ${counts.join(", ")}. It passes as soon as the last one is resolved.`,

  /** The table. */
  columns: { what: "What", from: "From", since: "Since", next: "Next" },
  kinds,
  sources,
  outdated: "outdated",
  noWriteAccess: "no write access",
  reviewers: "reviewers",

  /** One line below it, for one vague comment and `more`. */
  vague: ({ url, more }: { url: string; more: number }) => {
    const comment = renderLink("A comment", url);
    const leaves = more === 0 ? `${comment} leaves` : `${comment} and ${more} more leave`;
    return `${leaves} the reader guessing. "question: is the order here on purpose?" gets a quicker answer.`;
  },

  /** For `/async explain`. */
  why: "Why",
  effectiveConfig: "The effective config",
  kindBecause: sayKind,
  closed: "closed",
  holdsNothingAsTheirs: "open, but only people with write access can block",
  asksNothing: "open, asks nothing",
  asks: ({ isOutdated, isAnswered }: { isOutdated: boolean; isAnswered: boolean }) =>
    `open${isOutdated ? " on outdated lines" : ""}, ${isAnswered ? "answered" : "not answered yet"}`,
};
