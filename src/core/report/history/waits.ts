import type { TurnCommands } from "../../commands/evaluate-commands.ts";
import type { Config } from "../../config/schema/config-schema.ts";
import { findPeople, type KnownPermissions } from "../../conversation/people.ts";
import type { Instant, PullRequest } from "../../pull-request.ts";
import { listMoves } from "../../turns/list-moves.ts";
import { recallFacts, restoreRequests } from "../../turns/recall-facts.ts";
import { buildEvents } from "../../turns/record/build-events.ts";
import { listAsking } from "../../turns/record/list-asks.ts";
import { replay } from "../../turns/replay.ts";
import type { TurnRemark } from "../../turns/turns.ts";

/** A half-open stretch in which the pull request waited for somebody; `to` is null while it lasts. */
export interface Wait {
  from: Instant;
  to: Instant | null;
  reviewers: boolean;
  author: boolean;
}

interface WaitsInput {
  pullRequest: PullRequest;
  config: Pick<Config, "turns" | "review">;
  remarks: readonly TurnRemark[];
  commands: TurnCommands;
  permissions: KnownPermissions;
  now: Instant;
}

/**
 * Whom a pull request waited for since it was opened: whose turn it was after each event of GitHub's record,
 * as the app counts turns. Includes the time as a draft, or closed.
 */
export function listWaits(input: WaitsInput): Wait[] {
  const { createdAt } = input.pullRequest;
  const people = findPeople(input.pullRequest, input.permissions);
  const turnsInput = { ...input, turns: input.config.turns, reopened: new Map<string, Instant>() };
  const events = buildEvents(turnsInput, listAsking(turnsInput, people), people);
  const pullRequest = restoreRequests(input.pullRequest, replay(events, createdAt));
  // Without status updates: it waits for the author also while they wait for somebody whom one names.
  const facts = { input: { ...turnsInput, pullRequest }, people, statuses: [] };
  const found: Wait[] = [];
  replay(events, createdAt, ({ at, type }, then) => {
    if (type === "snoozed") return;
    const moves = listMoves(recallFacts(facts, then, at));
    const reviewers = moves.some(({ role }) => role === "reviewer");
    const author = moves.some(({ role }) => role === "author");
    const last = found.at(-1);
    if (last?.to === null) {
      if (last.reviewers === reviewers && last.author === author) return;
      last.to = at;
    }
    if (reviewers || author) found.push({ from: at, to: null, reviewers, author });
  });
  return found.filter(({ from, to }) => from !== to);
}
