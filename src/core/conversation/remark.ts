import type { Kind } from "../config/schema/review-schema.ts";
import type { Instant } from "../pull-request.ts";
import type { CommentLink } from "./parse-comment-link.ts";

/** `/async resolve <link>`, accepted: who said it, about what. */
export interface Resolve {
  link: CommentLink;
  by: string;
  at: Instant;
}

/**
 * One comment of an exchange, as far as it asks or answers. What is only polite does neither; from who asked,
 * it says that they are content.
 */
export interface Word {
  /** GraphQL id of the comment or review. */
  id: string;
  by: string;
  at: Instant;
  does: "ask" | "answer" | "thank";
  /** The review that it came with; null for a comment on the conversation page. */
  reviewId: string | null;
}

/** Stable: what GitHub lists in order within a second stays in it. */
export const byInstant = (a: Word, b: Word) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** Something that a person said in the review and that stays open until it is dealt with. */
export interface Remark {
  /** A review thread, a review's own text, or a comment on the conversation page. */
  source: "thread" | "review" | "comment";
  /** GraphQL id of the thread, review or comment. */
  id: string;
  /** Address of its (first) comment. */
  url: string;
  /** Login of who opened it. */
  opener: string;
  /** Login of who has to be satisfied: who wrote the last blocking word in it, else who opened it. */
  holder: string;
  /**
   * Of somebody who cannot push, as far as is known: listed as theirs; it asks nothing, counts for nothing
   * and holds nothing.
   */
  isTheirs: boolean;
  /**
   * Is it counted, labelled and, when its kind is a gate's, held against merging? Never what the author says
   * blocks.
   */
  counts: boolean;
  /** The effective kind; null when it says none. */
  kind: Kind | null;
  /** What gave it its kind. */
  because: "prefix" | "by-review" | "nothing";
  /** First line of what was said; may be "". */
  subject: string;
  path: string | null;
  line: number | null;
  /** When it was opened. */
  since: Instant;
  /** When the comment was written that gave it its present kind. */
  kindSince: Instant;
  isOpen: boolean;
  isOutdated: boolean;
  /**
   * Does it ask for an answer? Praise, notes, nits, bots and an author's remarks on their own change do not.
   */
  asks: boolean;
  /** Who asked and who answered, oldest first: the one list that tables and turns are made from. */
  words: Word[];
  /** When it last asked: its opening, or a later comment that asks on. */
  askedAt: Instant;
  /** Resolved, replied to after it last asked, or outdated. */
  isAnswered: boolean;
  /** When who was asked last replied to it; null when they did not. */
  answeredAt: Instant | null;
}

/** The kinds by weight, the heaviest first: the order of tables and of "strongest". */
export const kindsByWeight: readonly Kind[] = ["blocking", "question", "suggestion", "nit", "note", "praise"];

/** 0 for blocking; a remark without a kind comes last. */
export function weightOf(kind: Kind | null): number {
  return kind === null ? kindsByWeight.length : kindsByWeight.indexOf(kind);
}
