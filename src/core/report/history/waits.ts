import type { TurnCommands } from "../../commands/evaluate-commands.ts";
import type { Config } from "../../config/schema/config-schema.ts";
import { findPeople, type KnownPermissions } from "../../conversation/people.ts";
import { isGating } from "../../conversation/remark.ts";
import type { Instant, PullRequest } from "../../pull-request.ts";
import { findApproval } from "../../turns/find-approval.ts";
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
  const { pullRequest, permissions } = input;
  const people = findPeople(pullRequest, permissions);
  const turnsInput = { ...input, turns: input.config.turns, reopened: new Map<string, Instant>() };
  const events = buildEvents(turnsInput, listAsking(turnsInput, people), people);
  const found: Wait[] = [];
  replay(events, pullRequest.createdAt, (at, replayed) => {
    const { reviewers, author } = findAwaited(input, people, replayed, at);
    const last = found.at(-1);
    if (last?.to === null) {
      if (last.reviewers === reviewers && last.author === author) return;
      last.to = at;
    }
    if (reviewers || author) found.push({ from: at, to: null, reviewers, author });
  });
  return found.filter(({ from, to }) => from !== to);
}

function findAwaited(
  { pullRequest, config, remarks }: WaitsInput,
  people: ReturnType<typeof findPeople>,
  replayed: Replayed,
  at: Instant,
): Pick<Wait, "reviewers" | "author"> {
  const isAsked = (id: string) => replayed.standings.some(({ asks }) => asks.has(id));
  const moves = listMoves({
    input: {
      pullRequest,
      turns: config.turns,
      remarks: remarks.map((one) => ({
        ...one,
        holds: isGating(one.kind, config.review) && isAsked(one.id),
      })),
    },
    replayed,
    people,
    approval: findApprovalThen(pullRequest, replayed, people, at),
    statuses: [],
  });
  return {
    reviewers: moves.some(({ role }) => role === "reviewer"),
    author: moves.some(({ role }) => role === "author"),
  };
}

/** GitHub only tells whether it is approved now; if it is, that counts from the last approval on. */
function findApprovalThen(
  pullRequest: PullRequest,
  replayed: Replayed,
  people: ReturnType<typeof findPeople>,
  at: Instant,
) {
  const reviews = pullRequest.reviews.filter(({ submittedAt }) => submittedAt !== null && submittedAt <= at);
  const known = { ...pullRequest, reviews };
  const own = findApproval({ ...known, reviewDecision: null }, replayed, people);
  if (own !== null || pullRequest.reviewDecision !== "approved") return own;
  const last = findApproval(pullRequest, replayed, people);
  return last !== null && last.at <= at ? last : null;
}
