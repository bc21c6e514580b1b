import type { TurnCommands } from "../../commands/evaluate-commands.ts";
import type { Config } from "../../config/schema/config-schema.ts";
import { findPeople, type KnownPermissions } from "../../conversation/people.ts";
import type { Instant, PullRequest } from "../../pull-request.ts";
import { findApprovalAt, isDropped } from "../../turns/find-approval.ts";
import { listMoves } from "../../turns/list-moves.ts";
import { buildEvents } from "../../turns/record/build-events.ts";
import { listAsking } from "../../turns/record/list-asks.ts";
import { type Replayed, replay } from "../../turns/replay.ts";
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
  const found: Wait[] = [];
  replay(events, createdAt, ({ at, type }, replayed) => {
    if (type === "snoozed") return;
    const { reviewers, author } = findAwaited({ ...input, pullRequest }, people, replayed, at);
    const last = found.at(-1);
    if (last?.to === null) {
      if (last.reviewers === reviewers && last.author === author) return;
      last.to = at;
    }
    if (reviewers || author) found.push({ from: at, to: null, reviewers, author });
  });
  return found.filter(({ from, to }) => from !== to);
}

/**
 * The pull request with the requests of teams that GitHub dropped when they answered: before that, they were
 * pending. A team whose answer nobody sees is left out, because nobody knows when it came.
 */
function restoreRequests(pullRequest: PullRequest, { standings }: Replayed): PullRequest {
  const unseen = standings.filter((one) => one.move === "reviewer" && isDropped(one, pullRequest));
  const teams = standings.filter((one) => one.isTeam && !unseen.includes(one));
  const restored = teams.map(({ login }) => ({ type: "team" as const, login }));
  return { ...pullRequest, reviewRequests: [...pullRequest.reviewRequests, ...restored] };
}

function findAwaited(
  { pullRequest, config, remarks }: WaitsInput,
  people: ReturnType<typeof findPeople>,
  replayed: Replayed,
  at: Instant,
): Pick<Wait, "reviewers" | "author"> {
  const isAsked = (id: string) => replayed.standings.some(({ openAsks }) => openAsks.has(id));
  const moves = listMoves({
    input: {
      pullRequest,
      turns: config.turns,
      remarks: remarks.map((one) => ({
        ...one,
        isHolding: one.canHold && isAsked(one.id),
      })),
    },
    replayed,
    people,
    approval: findApprovalAt(at, pullRequest, replayed, people),
    statuses: [],
  });
  return {
    reviewers: moves.some(({ role }) => role === "reviewer"),
    author: moves.some(({ role }) => role === "author"),
  };
}
