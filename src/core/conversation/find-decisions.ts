import { compareInstants } from "../calendar/instant.ts";
import type { KindsConfig } from "../config/schema/review-schema.ts";
import type { Instant, PullRequest } from "../pull-request.ts";
import { type VisibleLine, visibleLines } from "../text/lines.ts";
import { isCommand, joinLines } from "../text/parse-commands.ts";
import { ownLines } from "./classify/classify-comment.ts";
import { parsePrefix } from "./classify/parse-prefix.ts";
import { prefixTable } from "./classify/prefix-table.ts";
import { listComments } from "./comments.ts";
import { hasWriteAccess, isShownByPerson, type KnownPermissions } from "./people.ts";

/** A decision that counts: by the author or by somebody with write access. */
export interface Decision extends DecisionText {
  by: string;
  at: Instant;
  url: string;
}

interface FoundDecisions {
  /** Oldest first. */
  decisions: Decision[];
  /** Logins of people who decided something, whose permission is not known yet. */
  needsPermission: string[];
}

/** The decisions in all comments, review bodies and threads, without those made by command. */
export function findDecisions(
  pullRequest: Pick<PullRequest, "author" | "comments" | "reviews" | "threads">,
  permissions: KnownPermissions,
): FoundDecisions {
  const decisions: Decision[] = [];
  const unknown = new Set<string>();
  for (const comment of listComments(pullRequest)) {
    const text = isShownByPerson(comment) ? parseDecision(comment.body) : null;
    if (text === null) continue;
    const { login } = comment.author;
    const may = login === pullRequest.author.login || hasWriteAccess(login, permissions);
    if (may === "unknown") unknown.add(login);
    else if (may) decisions.push({ ...text, by: login, at: comment.createdAt, url: comment.url });
  }
  return { decisions: decisions.sort(byTime), needsPermission: [...unknown].sort() };
}

interface Dated {
  at: Instant;
  url: string;
}

/** Oldest first; within one second by URL, so that the order does not depend on GitHub's lists. */
export function byTime(left: Dated, right: Dated): number {
  return compareInstants(left.at, right.at) || (left.url < right.url ? -1 : 1);
}

/** A decision in its author's words. Missing parts are "". */
export interface DecisionText {
  text: string;
  options: string;
  reason: string;
  revisit: string;
}

const none = { prefixes: [], label: false as const };
// "Decision" is found like any prefix: in bold, as a heading, after a quote.
const decisionWord: KindsConfig = {
  blocking: none,
  question: none,
  suggestion: none,
  nit: none,
  praise: none,
  note: { prefixes: ["decision"], label: false },
};

/** In characters. A longer decision is cut, because the list has to stay short. */
const maxDecisionLength = 8000;
// A part starts a line, or is capitalized in the middle of one. Every repetition is bounded.
const partAt =
  /(?:^[ \t>*_#-]{0,8}|\s[*_]{0,3})(Options?|Reasons?|Revisit)[*_]{0,3}[ \t]?[:：][*_]{0,3}|^[ \t*_#-]{0,8}(options?|reasons?|revisit)[*_]{0,3}[ \t]?[:：][*_]{0,3}/gm;

/** The decision at a comment's start (`Decision: …`), up to the first command; null when there is none. */
function parseDecision(body: string): DecisionText | null {
  const first = firstLine(body);
  if (first === null || first.text.length > maxDecisionLength) return null;
  const prefix = parsePrefix(first.text.trim(), prefixTable(decisionWord));
  if (prefix?.prefix !== "decision" || (prefix.separator !== "colon" && prefix.separator !== "line"))
    return null;
  const lines = [...visibleLines(body.slice(0, first.end + maxDecisionLength))];
  const command = lines.findIndex(isCommand);
  const own = command < 0 ? lines : lines.slice(0, command);
  const rest = own.filter(({ offset }) => offset >= first.end);
  return splitDecision(joinLines(body, [{ ...first, text: prefix.subject }, ...rest]));
}

function firstLine(body: string): VisibleLine | null {
  for (const line of ownLines(body)) if (line.fence === null) return line;
  return null;
}

/** Splits a decision's text into its parts; null when it decides nothing. */
export function splitDecision(text: string): DecisionText | null {
  const own = text.slice(0, maxDecisionLength);
  const found: DecisionText = { text: "", options: "", reason: "", revisit: "" };
  let part: keyof DecisionText = "text";
  let from = 0;
  for (const match of own.matchAll(partAt)) {
    append(found, part, own.slice(from, match.index));
    part = partOf(match[1] ?? match[2] ?? "");
    from = match.index + match[0].length;
  }
  append(found, part, own.slice(from));
  return found.text === "" ? null : found;
}

function partOf(word: string): keyof DecisionText {
  const lower = word.toLowerCase();
  if (lower.startsWith("option")) return "options";
  return lower.startsWith("reason") ? "reason" : "revisit";
}

function append(found: DecisionText, part: keyof DecisionText, text: string): void {
  const flat = text.trim();
  if (flat !== "") found[part] = found[part] === "" ? flat : `${found[part]}\n${flat}`;
}
