import { isBotLogin, isPerson, type People } from "../../conversation/people.ts";
import { isSameLogin, type PullRequest, type RequestedReviewer, type Review } from "../../pull-request.ts";
import { listCoveredBy } from "../clock/find-away.ts";
import { sortEvents, type TurnEvent, type UserOrTeam } from "../turn-event.ts";
import type { TurnsInput } from "../turns.ts";
import { listPushes } from "./acts.ts";
import { type Asking, listAskEvents } from "./list-asks.ts";

type Input = Pick<TurnsInput, "pullRequest" | "commands" | "now" | "turns">;

/** The events that move turns, oldest first. They do not depend on when the app looks. */
export function buildEvents(
  { pullRequest, commands, now, turns }: Input,
  asking: Asking[],
  people: People,
): TurnEvent[] {
  const pushes = listPushes(pullRequest, now);
  return sortEvents([
    ...listRequestEvents(pullRequest),
    ...listReviewEvents({ pullRequest, turns }, asking, people),
    ...listAskEvents(asking, pushes),
    ...pushes.map(({ at, id }): TurnEvent => ({ at, id, type: "pushed" })),
    ...commands.moves.map(
      ({ at, by, command, id }): TurnEvent => ({
        at,
        id,
        type: "command",
        command,
        byAuthor: people.isAuthor(by),
      }),
    ),
    ...commands.snoozes.map(
      (snooze): TurnEvent => ({ at: snooze.at, id: snooze.id, type: "snoozed", snooze }),
    ),
  ]);
}

/** Null for those who have no turn: bots, mannequins, the author. */
function toReviewer(requested: RequestedReviewer | null, author: string): UserOrTeam | null {
  if (requested === null || requested.login === author || isBotLogin(requested.login)) return null;
  if (requested.type !== "user" && requested.type !== "team") return null;
  return { login: requested.login, isTeam: requested.type === "team" };
}

/** A pending request without an event counts from the opening. */
function listUnrecorded(pullRequest: PullRequest, recorded: TurnEvent[]): TurnEvent[] {
  const known = new Set(
    recorded.flatMap((event) => (event.type === "requested" ? [event.reviewer.login] : [])),
  );
  return pullRequest.reviewRequests.flatMap((request) => {
    const reviewer = toReviewer(request, pullRequest.author.login);
    return reviewer === null || known.has(reviewer.login)
      ? []
      : [{ at: pullRequest.createdAt, id: pullRequest.id, type: "requested" as const, reviewer }];
  });
}

/** Requests and their removals, drafts, closing and reopening. Labels never move a turn. */
function listRequestEvents(pullRequest: PullRequest): TurnEvent[] {
  const author = pullRequest.author.login;
  const recorded = pullRequest.timeline.flatMap((event): TurnEvent[] => {
    const { id, createdAt: at } = event;
    switch (event.type) {
      case "review_requested":
      case "review_request_removed": {
        const reviewer = toReviewer(event.reviewer, author);
        const type = event.type === "review_requested" ? "requested" : "removed";
        return reviewer === null ? [] : [{ at, id, type, reviewer }];
      }
      case "ready_for_review":
        return [{ at, id, type: "readied" }];
      case "converted_to_draft":
        return [{ at, id, type: "drafted" }];
      case "closed":
      case "reopened":
        return [{ at, id, type: event.type }];
      default:
        return [];
    }
  });
  return [...listUnrecorded(pullRequest, recorded), ...recorded];
}

type Opinion = Extract<TurnEvent, { type: "reviewed" }>["opinion"];

const isOpinion = (state: string): state is "approved" | "changes_requested" =>
  state === "approved" || state === "changes_requested";

/**
 * Reviews by people other than the author, and their dismissals. A dismissed review keeps its opinion until
 * the dismissal.
 */
function listReviewEvents(
  { pullRequest, turns }: Pick<Input, "pullRequest" | "turns">,
  all: Asking[],
  people: People,
): TurnEvent[] {
  const asking = new Set(
    all.flatMap(({ exchange }) =>
      exchange.flatMap(({ does, reviewId }) => (does === "ask" ? [reviewId] : [])),
    ),
  );
  // The owner of a bot's pull request may be asked to review the bot's work.
  const isOwn = (login: string) =>
    isSameLogin(login, pullRequest.author.login) || (people.isAuthor(login) && !people.isAsked(login));
  const dismissals = pullRequest.timeline.filter((event) => event.type === "review_dismissed");
  const findDismissal = ({ id }: Review) => dismissals.find(({ reviewId }) => reviewId === id);
  return pullRequest.reviews.flatMap((review): TurnEvent[] => {
    const { id, author, submittedAt, state } = review;
    if (submittedAt === null || state === "pending" || !isPerson(author)) return [];
    if (isOwn(author.login) || people.isOutsider(author.login)) return [];
    const dismissal = state === "dismissed" ? findDismissal(review) : undefined;
    const given = dismissal?.previousState ?? state;
    const opinion: Opinion = isOpinion(given) ? given : "none";
    const by = author.login;
    const isCounted = people.canPush(by) !== false;
    const onBehalfOf = [...review.onBehalfOf, ...listCoveredBy(turns, by, submittedAt)];
    const hasQuestion = asking.has(id);
    const reviewed: TurnEvent = {
      at: submittedAt,
      id,
      type: "reviewed",
      by,
      opinion,
      isCounted,
      hasQuestion,
      onBehalfOf,
    };
    if (dismissal === undefined || opinion === "none") return [reviewed];
    return [reviewed, { at: dismissal.createdAt, id: dismissal.id, type: "dismissed", by, reviewId: id }];
  });
}
