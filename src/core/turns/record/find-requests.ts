import type { PullRequest, RequestedReviewer } from "../../pull-request.ts";
import { isBotLogin } from "../../conversation/is-person.ts";
import type { Reviewer, TurnEvent } from "./turn-event.ts";

/** Null for whoever has no turn: bots, mannequins, the author. */
function toReviewer(requested: RequestedReviewer | null, author: string): Reviewer | null {
  if (requested === null || requested.login === author || isBotLogin(requested.login)) return null;
  if (requested.type !== "user" && requested.type !== "team") return null;
  return { login: requested.login, isTeam: requested.type === "team" };
}

/** A request that stands although no event tells of it counts from the opening. */
function findUntold(pullRequest: PullRequest, told: TurnEvent[]): TurnEvent[] {
  const known = new Set(told.flatMap((event) => (event.type === "requested" ? [event.reviewer.login] : [])));
  return pullRequest.reviewRequests.flatMap((request) => {
    const reviewer = toReviewer(request, pullRequest.author.login);
    return reviewer === null || known.has(reviewer.login)
      ? []
      : [{ at: pullRequest.createdAt, id: pullRequest.id, type: "requested" as const, reviewer }];
  });
}

/** Requests and their removals, drafts, closing and reopening. Labels never move a turn. */
export function findRequests(pullRequest: PullRequest): TurnEvent[] {
  const author = pullRequest.author.login;
  const told = pullRequest.timeline.flatMap((event): TurnEvent[] => {
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
  return [...findUntold(pullRequest, told), ...told];
}
