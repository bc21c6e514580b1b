import type { Calendar } from "../calendar/calendar.ts";
import type { Kind, KindsConfig, ReviewConfig } from "../config/schema/review-schema.ts";
import type { Instant, PullRequest, ReviewThread } from "../pull-request.ts";
import { classifyComment } from "./classify/classify-comment.ts";
import { normalizeWords } from "./classify/prefix-table.ts";
import { evaluatePageRemarks } from "./evaluate-page-remarks.ts";
import { type BackAndForth, evaluateThread, listBackAndForth } from "./evaluate-thread.ts";
import { byTime, type Decision, findDecisions } from "./find-decisions.ts";
import { findPeople, isShownByPerson, type KnownPermissions, type People } from "./people.ts";
import { isGating, kindsByWeight, type Remark, type Resolve, weightOf } from "./remark.ts";

/** What a conversation is judged from. */
export interface ConversationInput {
  pullRequest: PullRequest;
  config: ReviewConfig;
  now: Instant;
  /** By login. People who are missing are listed in `needsPermission` when it matters. */
  permissions: KnownPermissions;
  /** Accepted `/async resolve …` (`evaluateCommands`). */
  resolves: readonly Resolve[];
  /** Accepted `/async decision …`. */
  decisions: readonly Decision[];
  /** The team's calendar, for the hint about back and forth; null for no hints. */
  calendar: Calendar | null;
}

/** The verdict on the conversation. Check run, labels, hints, decision log and turns follow from it. */
export interface ConversationVerdict {
  /**
   * Every thread, and every review body and comment with a prefix: open ones first, by weight, then by age.
   */
  remarks: Remark[];
  /** How many are open, by effective kind. */
  open: Record<Kind, number>;
  /** How many open threads have no kind but ask something. */
  openWithoutKind: number;
  /** Is a kind of `review.gate` open? `enforcement` decides whether that fails the check. */
  isHeld: boolean;
  backAndForth: BackAndForth[];
  /** Oldest first; empty with `decisions: false`. */
  decisions: Decision[];
  /** Empty unless `hint: once`. */
  vague: VagueComment[];
  /** Logins whose unknown permission matters. */
  needsPermission: string[];
}

/**
 * Reads threads, reviews and comments as they are now. The same pull request always gives the same verdict.
 */
export function evaluateConversation(input: ConversationInput): ConversationVerdict {
  const { pullRequest, config } = input;
  const people = findPeople(pullRequest, input.permissions);
  const context = { pullRequest, people, config, resolves: input.resolves };
  const remarks = [
    ...pullRequest.threads.map((thread) => evaluateThread(thread, context)),
    ...evaluatePageRemarks(context),
  ].sort(byImportance);
  const found = config.decisions
    ? findDecisions(pullRequest, input.permissions)
    : { decisions: [], needsPermission: [] };
  const open = countOpen(remarks);
  return {
    remarks,
    open,
    openWithoutKind: remarks.filter(({ isOpen, kind, isAsking }) => isOpen && kind === null && isAsking)
      .length,
    isHeld: remarks.some(({ isHolding }) => isHolding),
    backAndForth: pullRequest.state === "open" ? listBackAndForth(pullRequest.threads, input) : [],
    decisions: config.decisions ? [...found.decisions, ...input.decisions].sort(byTime) : [],
    vague: config.hint === "once" ? listVague(pullRequest.threads, config.kinds) : [],
    needsPermission: [...new Set([...found.needsPermission, ...listUnknown(remarks, config, people)])].sort(),
  };
}

/** Logins whose unknown permission matters. Only commenters: a review states its author's. */
function listUnknown(
  remarks: readonly Remark[],
  config: Pick<ReviewConfig, "gate">,
  { canPush }: People,
): string[] {
  const isDecisive = (kind: Kind | null) =>
    kind !== null && (isGating(kind, config) || weightOf(kind) < weightOf("nit"));
  return remarks
    .filter(({ isOpen, lacksWriteAccess, source }) => isOpen && lacksWriteAccess && source !== "thread")
    .filter(({ kind }) => isDecisive(kind))
    .map(({ opener }) => opener)
    .filter((login) => canPush(login) === "unknown");
}

function countOpen(remarks: readonly Remark[]): Record<Kind, number> {
  const count = (kind: Kind) =>
    remarks.filter((remark) => remark.isOpen && remark.isCounted && remark.kind === kind).length;
  return Object.fromEntries(kindsByWeight.map((kind) => [kind, count(kind)])) as Record<Kind, number>;
}

function byImportance(a: Remark, b: Remark): number {
  if (a.isOpen !== b.isOpen) return a.isOpen ? -1 : 1;
  const weight = weightOf(a.kind) - weightOf(b.kind);
  if (weight !== 0) return weight;
  return byTime({ at: a.since, url: a.url }, { at: b.since, url: b.url });
}

// Comments that say no more than this leave the reader guessing.
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
interface VagueComment {
  url: string;
  author: string;
}

/** Open threads whose first comment is nothing but a vague sentence without a prefix. */
function listVague(threads: readonly ReviewThread[], kinds: KindsConfig): VagueComment[] {
  return threads.flatMap((thread) => {
    const first = thread.comments[0];
    if (thread.isResolved || !isShownByPerson(first) || first.body.length > 2000) return [];
    const { kind, subject } = classifyComment(first.body, kinds);
    const isAlone = first.body.trimEnd().endsWith(subject);
    if (kind !== null || !isAlone || !vague.has(normalizeWords(subject).replaceAll("’", "'"))) return [];
    return [{ url: first.url, author: first.author.login }];
  });
}
