import type { PullRequest, Review } from "../../pull-request.ts";
import type { AskingRemark, ThreadAsk } from "../turns-input.ts";
import { findAskingThreads } from "./find-asks.ts";
import { findAskingRemarks } from "./find-remarks.ts";
import { isPerson } from "./is-person.ts";
import type { TurnEvent } from "./turn-event.ts";

type Opinion = Extract<TurnEvent, { type: "reviewed" }>["opinion"];

const isOpinion = (state: string): state is "approved" | "changes_requested" =>
  state === "approved" || state === "changes_requested";

/** Reviews by people other than the author, and their dismissals. A dismissed review counted as what it was until then. */
export function findReviews(
  pullRequest: PullRequest,
  asks: ReadonlyMap<string, ThreadAsk>,
  remarks?: readonly AskingRemark[],
): TurnEvent[] {
  const asking = new Set(
    findAskingThreads(pullRequest, asks).flatMap(({ thread, opener }) =>
      thread.comments.filter(({ author }) => author.login === opener).map(({ reviewId }) => reviewId),
    ),
  );
  const said = new Set(findAskingRemarks(pullRequest, remarks).map(({ id }) => id));
  const dismissals = pullRequest.timeline.filter((event) => event.type === "review_dismissed");
  const findDismissal = ({ id }: Review) => dismissals.find(({ reviewId }) => reviewId === id);
  return pullRequest.reviews.flatMap((review): TurnEvent[] => {
    const { author, submittedAt, state, onBehalfOf } = review;
    if (submittedAt === null || state === "pending") return [];
    if (!isPerson(author) || author.login === pullRequest.author.login) return [];
    const dismissal = state === "dismissed" ? findDismissal(review) : undefined;
    const given = dismissal?.previousState ?? state;
    const opinion: Opinion = isOpinion(given) ? given : "none";
    const by = author.login;
    const reviewed: TurnEvent = {
      at: submittedAt,
      type: "reviewed",
      by,
      opinion,
      asks: asking.has(review.id) || said.has(review.id),
      onBehalfOf,
    };
    if (dismissal === undefined || opinion === "none") return [reviewed];
    return [reviewed, { at: dismissal.createdAt, type: "dismissed", by, opinion }];
  });
}
