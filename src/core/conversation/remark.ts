import { compareInstants } from "../calendar/instant.ts";
import type { Kind, ReviewConfig } from "../config/schema/review-schema.ts";
import type { Instant } from "../pull-request.ts";
import type { CommentLink } from "./comments.ts";

/** An accepted `/async resolve <link>`: who said it, and about what. */
export interface Resolve {
  link: CommentLink;
  by: string;
  at: Instant;
}

/** One step of a remark's exchange: it asks, answers, or thanks (the asker is content). */
export interface Utterance {
  /** GraphQL id of the comment or review. */
  id: string;
  by: string;
  at: Instant;
  does: "ask" | "answer" | "thank";
  /** The review that it belongs to; null for a comment on the conversation page. */
  reviewId: string | null;
}

/** Oldest first. Equal at the same instant, so that a stable sort keeps GitHub's order. */
export const byInstant = (left: Utterance, right: Utterance) => compareInstants(left.at, right.at);

/** An edited comment counts from its edit, unless it was already answered and doesn't block. */
export function askAgainAtEdit(
  exchange: Utterance[],
  lastEditedAt: Instant | null,
  blocks: boolean,
): Utterance[] {
  const [first, ...rest] = exchange;
  if (first === undefined || lastEditedAt === null || lastEditedAt <= first.at) return exchange;
  const isAnswered = rest.some(({ at, does }) => does === "answer" && at <= lastEditedAt);
  if (isAnswered && !blocks) return exchange;
  return [{ ...first, at: lastEditedAt }, ...rest].sort(byInstant);
}

/** Was it answered after it last asked? */
export function isAnswered(exchange: readonly Utterance[]): boolean {
  const asked = exchange.findLast(({ does }) => does === "ask");
  return exchange.some(({ does, at }) => does === "answer" && (asked === undefined || at >= asked.at));
}

/** Something that a person said in the review. It stays open until it is dealt with. */
export interface Remark {
  /** A review thread, a review's own text, or a comment on the conversation page. */
  source: "thread" | "review" | "comment";
  /** GraphQL id of the thread, review or comment. */
  id: string;
  /** Address of its (first) comment. */
  url: string;
  /** Login of the person who opened it. */
  opener: string;
  /** Login of the person to satisfy: the writer of its last blocking word, else its opener. */
  holder: string;
  /**
   * Its opener is not known to have write access. It is listed with that note, but is not counted and holds
   * nothing; it asks only if the opener was asked to review.
   */
  lacksWriteAccess: boolean;
  /** Does it count in totals, labels and the gate? What the author says never blocks. */
  isCounted: boolean;
  /** The effective kind; null when it has none. */
  kind: Kind | null;
  /** What decided its kind. */
  because: "prefix" | "by-review" | "nothing";
  /** The first line of the text; may be "". */
  subject: string;
  path: string | null;
  line: number | null;
  /** When it was opened. */
  since: Instant;
  /** When the comment that decided its current kind was written. */
  kindSince: Instant;
  isOpen: boolean;
  isOutdated: boolean;
  /** Would it hold the merge while open: counted, and of a kind in `review.gate`? */
  canHold: boolean;
  /** Does it hold the merge: open, counted, and of a kind in `review.gate`? */
  isHolding: boolean;
  /**
   * Does it ask for an answer? Praise, notes, nits, bots and an author's remarks on their own change do not.
   */
  isAsking: boolean;
  /** Who asked and who answered, oldest first. Tables and turns both use this list. */
  exchange: Utterance[];
  /** Resolved, replied to after it last asked, or outdated. */
  isAnswered: boolean;
}

/** A remark with what follows from the rest of it. */
export function createRemark(
  found: Omit<Remark, "canHold" | "isHolding" | "isAnswered">,
  config: Pick<ReviewConfig, "gate">,
): Remark {
  const { isOpen, isOutdated, exchange } = found;
  const canHold = found.isCounted && isGating(found.kind, config);
  return {
    ...found,
    canHold,
    isHolding: isOpen && canHold,
    isAnswered: !isOpen || isOutdated || isAnswered(exchange),
  };
}

/** The kinds by weight, heaviest first: the order of tables, and what "strongest" means. */
export const kindsByWeight: readonly Kind[] = ["blocking", "question", "suggestion", "nit", "note", "praise"];

/** 0 for blocking; a remark without a kind comes last. */
export function weightOf(kind: Kind | null): number {
  return kind === null ? kindsByWeight.length : kindsByWeight.indexOf(kind);
}

/** Do open remarks of this kind hold a merge? */
export function isGating(kind: Kind | null, { gate }: Pick<ReviewConfig, "gate">): boolean {
  return gate.some((gating) => gating === kind);
}
