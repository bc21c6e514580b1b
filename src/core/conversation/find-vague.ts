import type { KindsConfig } from "../config/schema/review-schema.ts";
import type { ReviewThread } from "../pull-request.ts";
import { classifyComment } from "./classify/classify-comment.ts";
import { normalizeWords } from "./classify/prefix-table.ts";
import { isHuman } from "./evaluate-thread.ts";

// Whole comments that leave their reader to guess what is asked.
const vague = new Set(
  [
    ["thoughts", "any thoughts", "your thoughts", "wdyt", "what do you think", "opinions", "ideas"],
    ["why", "why this", "why that", "why though", "but why", "how", "how so", "what", "what is this", "huh"],
    ["this is confusing", "confusing", "that is confusing", "this is unclear", "unclear", "not clear"],
    [
      "this is weird",
      "weird",
      "this looks wrong",
      "looks wrong",
      "this is wrong",
      "wrong",
      "hmm",
      "hm",
      "really",
    ],
    ["i don't get this", "i don't understand", "i don't understand this", "not sure about this", "not sure"],
    ["i don't like this", "is this right", "is this correct", "needs work", "clean this up", "fix this"],
  ].flat(),
);

/** A review comment that says too little to act on. */
export interface VagueComment {
  url: string;
  author: string;
}

/** The open threads whose first comment is nothing but a vague sentence without a prefix. */
export function findVague(threads: readonly ReviewThread[], kinds: KindsConfig): VagueComment[] {
  return threads.flatMap((thread) => {
    const first = thread.comments[0]!;
    if (thread.isResolved || !isHuman(first) || first.body.length > 2000) return [];
    const { kind, subject } = classifyComment(first.body, kinds);
    const isAlone = first.body.trimEnd().endsWith(subject);
    if (kind !== null || !isAlone || !vague.has(normalizeWords(subject).replaceAll("’", "'"))) return [];
    return [{ url: first.url, author: first.author.login }];
  });
}
