import type { PullRequest, Review } from "../../pull-request.ts";
import type { Asking } from "./find-asks.ts";
import type { People } from "../../conversation/find-people.ts";
import { isPerson } from "../../conversation/is-person.ts";
import type { TurnEvent } from "./turn-event.ts";

type Opinion = Extract<TurnEvent, { type: "reviewed" }>["opinion"];

const isOpinion = (state: string): state is "approved" | "changes_requested" =>
  state === "approved" || state === "changes_requested";

/** Reviews by people other than the author, and their dismissals. A dismissed review counted as what it was until then. */
export function findReviews(pullRequest: PullRequest, all: Asking[], people: People): TurnEvent[] {
  const asking = new Set(
    all.flatMap(({ words }) => words.flatMap(({ does, reviewId }) => (does === "ask" ? [reviewId] : []))),
  );
  const dismissals = pullRequest.timeline.filter((event) => event.type === "review_dismissed");
  const findDismissal = ({ id }: Review) => dismissals.find(({ reviewId }) => reviewId === id);
  return pullRequest.reviews.flatMap((review): TurnEvent[] => {
    const { id, author, submittedAt, state, onBehalfOf } = review;
    if (submittedAt === null || state === "pending" || !isPerson(author)) return [];
    if (people.isAuthor(author.login) || people.isOutsider(author.login)) return [];
    const dismissal = state === "dismissed" ? findDismissal(review) : undefined;
    const given = dismissal?.previousState ?? state;
    const opinion: Opinion = isOpinion(given) ? given : "none";
    const by = author.login;
    const counts = people.canPush(by) !== false;
    const reviewed: TurnEvent = {
      ...{ at: submittedAt, id, type: "reviewed", by, opinion, counts, onBehalfOf },
      asks: asking.has(id),
    };
    if (dismissal === undefined || opinion === "none") return [reviewed];
    return [reviewed, { at: dismissal.createdAt, id: dismissal.id, type: "dismissed", by, reviewId: id }];
  });
}
