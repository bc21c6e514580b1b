import type { World } from "../turns/life/world.ts";
import type { Step } from "../turns/play.ts";
import type { Happening } from "./play-scene.ts";

/* Short names for what people do in scenes. */

type Threads = NonNullable<Step["threads"]>;
export const request = (of = "bob"): Step => ({ does: "request", of });
export const review = (by: string, state: NonNullable<Step["state"]>, ...threads: Threads): Step => ({
  ...{ does: "review", by, state, threads },
});
export const approve = (by = "bob", ...threads: Threads) => review(by, "approved", ...threads);
export const changes = (by = "bob", ...threads: Threads) => review(by, "changes_requested", ...threads);
export const ask = (kind: Threads[number]["kind"], by = "bob") =>
  review(by, "commented", { kind: kind ?? null });
export const reply = (by: string, text: string): Step => ({ does: "reply", to: "t1", by, text });
export const say = (by: string, text: string): Step => ({ does: "comment", by, text });
export const resolve = (by: string): Step => ({ does: "resolve", to: "t1", by });
export const dismiss = (of = "bob"): Step => ({ does: "dismiss", of, by: "carol" });
export const assign = (of: string): Step => ({ does: "assign", of });
export const dequeue = (text = "CI_FAILURE"): Step => ({
  does: "dequeue",
  by: "github-merge-queue[bot]",
  text,
});
export const push: Step = { does: "push" };
export const forcePush: Step = { does: "force push" };
export const enqueue: Step = { does: "enqueue" };
export const conflict: Step = { does: "conflict" };
export const edit =
  (body: string): Happening =>
  ({ pullRequest }, at) =>
    Object.assign(pullRequest.threads[0]?.comments[0] ?? {}, { body, lastEditedAt: at });
export const unlabel =
  (label: string): Happening =>
  ({ pullRequest }, createdAt) => {
    pullRequest.labels = pullRequest.labels.filter((one) => one.toLowerCase() !== label.toLowerCase());
    const event = { id: `U${createdAt}`, createdAt, actor: "carol", actorIsOurs: false, label };
    pullRequest.timeline.push({ type: "unlabeled", ...event });
  };
/** Deletes an account: its texts belong to the ghost, who cannot push, and its review requests are gone. */
export const leave =
  (login: string): Happening =>
  ({ pullRequest }: World) => {
    const { reviews, threads, comments } = pullRequest;
    for (const one of [...reviews, ...comments, ...threads.flatMap((thread) => thread.comments)])
      if (one.author.login === login)
        Object.assign(one, { author: { login: "ghost", type: "user" }, authorCanPush: false });
    pullRequest.reviewRequests = pullRequest.reviewRequests.filter((asked) => asked.login !== login);
    for (const event of pullRequest.timeline)
      if ("reviewer" in event && event.reviewer?.login === login) event.reviewer = null;
  };

export const team = "acme/payments";
export const draft: Step = { does: "draft" };
export const ready: Step = { does: "ready for review" };
export const mergeBase: Step = { does: "merge base" };
export const pushBy = (by: string): Step => ({ does: "push", by });
export const unrequest = (of = "bob"): Step => ({ does: "unrequest", of });
export const checks = (text: string): Step => ({ does: "checks", text });
export const decided = (text: string): Step => ({ does: "decision", text });
export const forTeam = (
  by: string,
  state: NonNullable<Step["state"]>,
  ...threads: NonNullable<Step["threads"]>
): Step => ({
  ...review(by, state, ...threads),
  onBehalfOf: [team],
});
export const body = (by: string, state: NonNullable<Step["state"]>, text: string): Step => ({
  ...review(by, state),
  text,
});
/** The push changed the lines of the thread. */
export const outdate: Happening = ({ pullRequest }) => {
  for (const thread of pullRequest.threads) thread.isOutdated = true;
};
export const editComment =
  (text: string, editor: string): Happening =>
  ({ pullRequest }, lastEditedAt) =>
    Object.assign(pullRequest.comments.findLast(({ isOurs }) => !isOurs) ?? {}, {
      ...{ body: text, lastEditedAt, editor },
    });
export const deleteComment: Happening = ({ pullRequest }) => {
  const last = pullRequest.comments.findLast(({ isOurs }) => !isOurs);
  pullRequest.comments = pullRequest.comments.filter((one) => one !== last);
};
export const hideComment: Happening = ({ pullRequest }) =>
  Object.assign(pullRequest.comments.findLast(({ isOurs }) => !isOurs) ?? {}, { isMinimized: true });
export const hideThread: Happening = ({ pullRequest }) => {
  for (const { comments } of pullRequest.threads) comments[0].isMinimized = true;
};
export const deleteThread: Happening = ({ pullRequest }) => {
  pullRequest.threads = [];
};
export const loseAccess =
  (login: string): Happening =>
  ({ pullRequest }: World) => {
    for (const one of [...pullRequest.reviews, ...pullRequest.threads.flatMap(({ comments }) => comments)])
      if (one.author.login === login) one.authorCanPush = false;
  };
export const dismissFirst =
  (of: string): Happening =>
  ({ pullRequest }, createdAt) => {
    const first = pullRequest.reviews.find(({ author }) => author.login === of);
    if (first === undefined) return;
    const { id: reviewId, state: previousState } = first;
    const event = { id: `D${createdAt}`, createdAt, actor: "carol", reviewId, previousState };
    pullRequest.timeline.push({ type: "review_dismissed", ...event });
    first.state = "dismissed";
  };
export const saying = (by: string, text: string): Step => ({
  ...review(by, "commented", { kind: null }),
  text,
});
export const below = (to: string, by: string, text: string): Step => ({ does: "reply", to, by, text });
export const second = (by: string, kind: "question" | "blocking" | "nit" = "question") =>
  review(by, "commented", { id: "t2", kind });
export const unresolve: Step = { does: "unresolve", to: "t1" };
