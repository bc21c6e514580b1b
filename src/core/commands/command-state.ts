import type { Span } from "../calendar/span.ts";
import type { CommentLink } from "../conversation/parse-comment-link.ts";
import type { DecisionText } from "../conversation/find-decisions.ts";
import type { Resolve } from "../conversation/remark.ts";
import { quoteText } from "../text/quote-text.ts";
import {
  decision,
  due,
  explain,
  help,
  insert,
  ready,
  recheck,
  resolve,
  skip,
  snooze,
  unsnooze,
  waiting,
} from "./commands.ts";
import { type Given, givenOf } from "./given.ts";

/** What the accepted commands say together. */
export interface CommandState {
  /** The latest one; its value is the reason. */
  skip: Given<string> | null;
  /** The latest one. */
  due: Given<Span> | null;
  /** All, oldest first: each stops the clock from `at` on, until `endedAt` when somebody unsnoozed. */
  snoozes: (Given<Span> & { endedAt: string | null })[];
  /** Still to be done, once. */
  inserts: Given<null>[];
  rechecks: Given<null>[];
  resolves: Resolve[];
  decisions: Given<DecisionText>[];
  explain: boolean;
  help: boolean;
}

/**
 * Sums up the accepted commands, oldest first; `lines` name those that are in effect until they are deleted.
 */
export function summarizeCommands(accepted: readonly Given[]): { state: CommandState; lines: string[] } {
  const turns = [...givenOf(accepted, ready), ...givenOf(accepted, waiting)];
  const turn = accepted.findLast((given) => (turns as Given[]).includes(given)) ?? null;
  const ends = givenOf(accepted, unsnooze).map(({ at }) => at);
  const snoozes = givenOf(accepted, snooze).map((given) => ({
    ...given,
    endedAt: ends.find((at) => at > given.at) ?? null,
  }));
  const state: CommandState = {
    skip: givenOf(accepted, skip).at(-1) ?? null,
    due: givenOf(accepted, due).at(-1) ?? null,
    snoozes,
    inserts: givenOf(accepted, insert).filter(({ isNew }) => isNew),
    rechecks: givenOf(accepted, recheck).filter(({ isNew }) => isNew),
    resolves: givenOf<CommentLink>(accepted, resolve).map(({ value, by, at }) => ({ link: value, by, at })),
    decisions: givenOf(accepted, decision),
    explain: givenOf(accepted, explain).length > 0,
    help: givenOf(accepted, help).length > 0,
  };
  const running = snoozes.filter(({ endedAt }) => endedAt === null);
  const inEffect = [state.skip, state.due, ...running.slice(-3), turn];
  return { state, lines: inEffect.flatMap((given) => (given === null ? [] : [lineOf(given)])) };
}

/** "`/async due` 2026-11-30 (alice)": login without a mention, argument quoted. */
function lineOf({ command, argument, by }: Given): string {
  const said = argument === "" || command === ready || command === waiting ? "" : ` ${quoteText(argument)}`;
  return `\`/async ${command.name}\`${said} (${quoteText(by)})`;
}
