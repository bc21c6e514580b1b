import type { Section } from "../../config/schema/section-schema.ts";
import { findSections, type Occurrence } from "../../description/find-sections.ts";
import { splitLines, visibleLines } from "../../text/lines.ts";
import { type GaveUp, hasGivenUp, type ParsedDescription } from "../../description/parts.ts";
import { matchesLogin } from "../../config/patterns.ts";
import { type Actor, changeComments, type Instant, type PullRequest } from "../../pull-request.ts";
import { findCandidates, hasWriteAccess, isBotLogin, isPerson } from "../../conversation/people.ts";
import type { TurnCommands, TurnsVerdict } from "../../turns/turns.ts";
import { due, givenOf, ready, waiting } from "../../commands/commands.ts";
import { type CommandsVerdict, decisionsOf, evaluateCommands } from "../../commands/evaluate-commands.ts";
import type { TurnsConfig } from "../../config/schema/turns-schema.ts";
import { type ConversationVerdict, evaluateConversation } from "../../conversation/evaluate-conversation.ts";
import { createCalendar } from "../../calendar/calendar.ts";
import { dueAt } from "../../calendar/business-time.ts";
import { evaluateTurns } from "../../turns/evaluate-turns.ts";
import type { Facts } from "../facts.ts";
import { findStickyComment } from "../find-writes.ts";

/** The people's side of a pull request: commands, open threads, turns. */
export interface ConversationJudgement {
  commands: CommandsVerdict;
  conversation: ConversationVerdict;
  turns: TurnsVerdict;
  reviewFocus: string | null;
  /** With the accounts marked as bots that the config calls bots. */
  pullRequest: PullRequest;
}

/** Judges commands, threads and turns. Turns are off without a config file, and without a time zone. */
export function judgeConversation(facts: Facts): ConversationJudgement {
  const { observation, effective, now } = facts;
  const { config } = effective;
  const pullRequest = markBots(observation.pullRequest, config.bots);
  const commands = evaluateCommands({
    pullRequest,
    permissions: facts.freshPermissions,
    timeZone: config.turns.hours.time_zone,
  });
  const conversation = evaluateConversation({
    pullRequest,
    config: config.review,
    now,
    permissions: facts.knownPermissions,
    resolves: commands.state.resolves,
    decisions: decisionsOf(commands.state),
    isWithinOneBusinessDay: (from, instant) => isWithinOneBusinessDay(from, instant, config.turns),
  });
  const reviewFocus = readSectionText(
    facts.description,
    pullRequest.body,
    config.description.sections,
    "review_focus",
  );
  const turns = evaluateTurns({
    pullRequest,
    turns: effective.hasFile ? config.turns : withoutZone(config.turns),
    firstSeenAt: facts.firstSeenAt,
    now,
    commands: findTurnCommands(commands),
    remarks: conversation.remarks.map((remark) => ({
      ...remark,
      holds: remark.isOpen && remark.counts && config.review.gate.some((kind) => kind === remark.kind),
      isTheirsToClose: config.review.resolve === "opener" && remark.kind === "blocking",
    })),
    permissions: facts.knownPermissions,
    reopened: facts.reopened ?? new Map(),
    reviewFocus,
  });
  return { commands, conversation, turns, reviewFocus, pullRequest };
}

/**
 * Logins whose permission matters: of people with unanswered commands or undecided decisions, of possible
 * owners, and of an author whom the comment would tell that nobody was asked to review.
 */
export function findNeededPermissions(
  facts: Facts,
  { commands, conversation, turns, pullRequest }: ConversationJudgement,
): string[] {
  const { author, comments, state } = pullRequest;
  const candidates = findCandidates(pullRequest).filter(
    (login) => state === "open" && hasWriteAccess(login, facts.knownPermissions) === "unknown",
  );
  const asksAboutAuthor =
    isLongUnassigned(turns, facts.now) &&
    state === "open" &&
    facts.effective.config.comment.when !== "never" &&
    findStickyComment(comments) !== null &&
    hasWriteAccess(author.login, facts.knownPermissions) === "unknown" &&
    isPerson(author);
  const needed = [...commands.needsPermission, ...conversation.needsPermission, ...candidates];
  return [...new Set(asksAboutAuthor ? [...needed, author.login] : needed)].sort();
}

function withoutZone(turns: TurnsConfig): TurnsConfig {
  const { time_zone: _zone, ...hours } = turns.hours;
  return { ...turns, hours };
}

function isWithinOneBusinessDay(from: Instant, now: Instant, turns: TurnsConfig): boolean {
  const until = dueAt(from, { amount: 1, unit: "day", business: true }, createCalendar(turns.hours));
  return until !== null && now < until;
}

/** The accepted commands that move turns and clocks. Their spans become instants on a turn's own calendar. */
export function findTurnCommands({
  accepted,
  state,
}: Pick<CommandsVerdict, "accepted" | "state">): TurnCommands {
  const lastDue = givenOf(accepted, due).at(-1);
  return {
    moves: [...givenOf(accepted, ready), ...givenOf(accepted, waiting)].map(
      ({ command, at, by, commentId }) => ({
        command: command.name === ready.name ? "ready" : "waiting",
        at,
        by,
        id: commentId,
      }),
    ),
    snoozes: state.snoozes.map(({ at, by, value, endedAt }) => ({ at, by, span: value, endedAt })),
    due: lastDue ? { at: lastDue.at, by: lastDue.by, span: lastDue.value } : null,
  };
}

/** Has nobody been asked to review for as long as `turns.unassigned`, after which the comment says so? */
export function isLongUnassigned(
  { state, unassignedFrom }: Pick<TurnsVerdict, "state" | "unassignedFrom">,
  now: Instant,
): boolean {
  return state === "unassigned" && unassignedFrom !== null && now >= unassignedFrom;
}

/**
 * Marks the accounts that match `bots` (login patterns) as bots, although GitHub calls them users: they have
 * no turn, hold nothing and are not waited for. Where GitHub gives only a login, they get the suffix `[bot]`.
 */
export function markBots(pullRequest: PullRequest, patterns: readonly string[]): PullRequest {
  if (patterns.length === 0) return pullRequest;
  const isBot = (login: string) => patterns.some((pattern) => matchesLogin(pattern, login));
  const mark = <T extends { type: Actor["type"] | "team"; login: string }>(one: T): T =>
    one.type === "user" && isBot(one.login) ? { ...one, type: "bot" } : one;
  const markLogin = (login: string | null) =>
    login !== null && isBot(login) && !isBotLogin(login) ? `${login}[bot]` : login;
  const markAuthor = <T extends { author: Actor }>(one: T): T => ({ ...one, author: mark(one.author) });
  return {
    ...markAuthor(pullRequest),
    assignees: pullRequest.assignees.filter((login) => !isBot(login)),
    reviewRequests: pullRequest.reviewRequests.map(mark),
    reviews: pullRequest.reviews.map(markAuthor),
    comments: pullRequest.comments.map(markAuthor),
    threads: pullRequest.threads.map((thread) => changeComments(thread, markAuthor)),
    commits: pullRequest.commits.map((commit) => ({ ...commit, author: markLogin(commit.author) })),
    timeline: pullRequest.timeline.map((event) => {
      const marked = { ...event, actor: markLogin(event.actor) };
      if (!("reviewer" in marked) || marked.reviewer === null) return marked;
      return { ...marked, reviewer: mark(marked.reviewer) };
    }),
  };
}

/** The dashes between a table's head and body are not text. */
const tableRule = /^[\s|:]*-[\s|:-]*$/;

/**
 * A section's text as written in the body, with its Markdown, for quoting, but without comments. Null when
 * the section is missing or says nothing.
 */
export function readSectionText(
  parsed: ParsedDescription | GaveUp,
  body: string,
  sections: readonly Section[],
  id: string,
): string | null {
  if (hasGivenUp(parsed)) return null;
  const lines = splitLines(body).map(({ text }) => text);
  const occurrences = findSections(parsed, sections).occurrences.get(id) ?? [];
  const text = occurrences.flatMap((occurrence) => readLines(occurrence, lines)).join("\n");
  const shown = [...visibleLines(text)]
    .map((line) => line.text)
    .join("\n")
    .trim();
  return shown === "" ? null : shown;
}

function readLines({ heading, content }: Occurrence, lines: string[]): string[] {
  const said = content.filter(
    ({ kind, text, media }) =>
      (kind === "prose" || kind === "code" || kind === "table") && (text !== "" || media !== null),
  );
  // In `Focus: naming` the text shares its line with the heading; only what follows it counts.
  const beside = said.filter(({ line }) => line <= heading.lastLine).map(({ text }) => text);
  const below = new Set<number>();
  for (const { kind, line, lastLine } of said) {
    for (let at = Math.max(line, heading.lastLine + 1); at <= lastLine; at += 1) below.add(at);
    if (kind === "table" && tableRule.test(lines[lastLine] ?? "")) below.add(lastLine + 1);
  }
  const numbers = [...below].sort((a, b) => a - b);
  return [...beside, ...numbers.map((number) => lines[number - 1] ?? "")];
}
