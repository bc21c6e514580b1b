import type { TurnCommands } from "../../../../src/core/commands/evaluate-commands.ts";
import { reviewSchema } from "../../../../src/core/config/schema/review-schema.ts";
import { evaluateConversation } from "../../../../src/core/conversation/evaluate-conversation.ts";
import type { KnownPermissions } from "../../../../src/core/conversation/people.ts";
import type {
  PullRequest,
  RequestedReviewer,
  ReviewComment,
  TimelineEvent,
} from "../../../../src/core/pull-request.ts";
import { type TurnRemark, toTurnRemark } from "../../../../src/core/turns/turns.ts";
import { user } from "../../../build-observation.ts";
import type { Deed, Life } from "./life.ts";
import { newComment, newPullRequest } from "./new-pull-request.ts";

/** GitHub, as far as turns can see it. */
export interface World {
  pullRequest: PullRequest;
  commands: TurnCommands;
}

const review = reviewSchema.parse({});

/** The conversation's verdict, judged as in the product. */
export function readRemarks(
  { pullRequest }: Pick<World, "pullRequest">,
  permissions: KnownPermissions = new Map(),
): TurnRemark[] {
  const { remarks } = evaluateConversation({
    ...{ pullRequest, config: review, now: pullRequest.updatedAt, permissions },
    ...{ resolves: [], decisions: [], calendar: null },
  });
  return remarks.map((remark) => toTurnRemark(remark, review));
}

export function createWorld({ opened }: Life): World {
  const { at, draft, author, labels, reviewDecision, fork } = opened;
  return {
    pullRequest: newPullRequest({
      createdAt: at,
      isDraft: draft,
      author: user(author),
      labels,
      reviewDecision,
      isCrossRepository: fork,
    }),
    commands: { moves: [], snoozes: [], due: null },
  };
}

/** They may comment and review, but not push. */
const outsiders = ["mallory", "oscar"];

const noReactions = { rocket: false, rocketAt: null, thumbsDown: false, confused: false };

function reviewerOf(name: string): RequestedReviewer {
  const type = name.includes("/") ? "team" : name.endsWith("[bot]") ? "bot" : "user";
  return { type, login: name };
}

function newThreadComment(id: string, { at, by, text }: Deed, reviewId: string | null): ReviewComment {
  return {
    id,
    databaseId: null,
    author: user(by),
    authorCanPush: !outsiders.includes(by),
    body: text,
    url: `https://github.com/acme/shop/pull/1#discussion_r${id.replace(/\D/g, "")}`,
    createdAt: at,
    lastEditedAt: null,
    isMinimized: false,
    reviewId,
    editor: null,
    reactions: noReactions,
    isOurs: false,
  };
}

function addReview({ pullRequest }: World, deed: Deed, state: NonNullable<Deed["state"]>): string {
  const id = `R${pullRequest.reviews.length + 1}`;
  pullRequest.reviews.push({
    id,
    author: user(deed.by),
    authorCanPush: !outsiders.includes(deed.by),
    state,
    body: deed.text,
    url: "",
    submittedAt: deed.at,
    lastEditedAt: null,
    onBehalfOf: deed.onBehalfOf,
    isMinimized: false,
    reactions: noReactions,
    editor: null,
  });
  for (const { id: threadId, kind } of deed.threads) {
    const text = deed.text || "The second line.";
    const said = { ...deed, text: kind === null ? text : `${kind}: ${text}` };
    pullRequest.threads.push({
      id: threadId,
      path: "src/retry.ts",
      line: 1,
      isResolved: false,
      resolvedBy: null,
      isOutdated: false,
      comments: [newThreadComment(`${threadId}.1`, said, id)],
    });
  }
  return id;
}

/**
 * GitHub drops the request of everybody who sends a review, even a bare comment, and the request of the team
 * for which they answer.
 */
function submitReview(world: World, deed: Deed): void {
  addReview(world, deed, deed.state ?? "commented");
  const { pullRequest } = world;
  const gone = [deed.by, ...deed.onBehalfOf];
  pullRequest.reviewRequests = pullRequest.reviewRequests.filter(({ login }) => !gone.includes(login));
}

function reply(world: World, deed: Deed): void {
  const thread = world.pullRequest.threads.find(({ id }) => id === deed.to)!;
  // On GitHub, a reply outside a review creates a separate review.
  const text = deed.text || "So.";
  const reviewId = addReview(world, { ...deed, text: "" }, "commented");
  thread.comments.push(
    newThreadComment(`${thread.id}.${thread.comments.length + 1}`, { ...deed, text }, reviewId),
  );
}

type Told = TimelineEvent extends infer Event
  ? Event extends TimelineEvent
    ? Omit<Event, "id">
    : never
  : never;

/** Adds an event to the timeline. */
function record({ timeline }: PullRequest, event: Told): void {
  timeline.push({ id: `E${timeline.length + 1}`, ...event } as TimelineEvent);
}

function dismiss({ pullRequest }: World, { at, by, of }: Deed): void {
  const review = pullRequest.reviews.findLast(
    ({ author, state }) => author.login === of && (state === "approved" || state === "changes_requested"),
  );
  // It was dismissed before.
  if (review === undefined) return;
  record(pullRequest, {
    type: "review_dismissed",
    createdAt: at,
    actor: by,
    reviewId: review.id,
    previousState: review.state,
  });
  review.state = "dismissed";
}

function push({ pullRequest }: World, { at, by }: Deed, parents: number): void {
  const sha = `c${pullRequest.commits.length}`;
  pullRequest.commits.push({ sha, committedDate: at, author: by, ownSuiteCreatedAt: at, parents });
  pullRequest.headSha = sha;
}

function deleteReminder({ pullRequest }: World, { at, by }: Deed): void {
  const last = pullRequest.comments.findLast(({ isOurs }) => isOurs)!;
  pullRequest.comments = pullRequest.comments.filter((comment) => comment !== last);
  record(pullRequest, {
    type: "comment_deleted",
    createdAt: at,
    actor: by,
    actorIsOurs: false,
    deletedAuthor: last.author.login,
  });
}

const tell = (
  { pullRequest }: World,
  { at, by }: Deed,
  type: "closed" | "reopened" | "ready_for_review" | "converted_to_draft",
) => record(pullRequest, { type, createdAt: at, actor: by });

const acts: Record<Deed["does"], (world: World, deed: Deed) => unknown> = {
  request({ pullRequest }, { at, by, of }) {
    const reviewer = reviewerOf(of!);
    pullRequest.reviewRequests.push(reviewer);
    record(pullRequest, { type: "review_requested", createdAt: at, actor: by, reviewer });
  },
  unrequest({ pullRequest }, { at, by, of }) {
    pullRequest.reviewRequests = pullRequest.reviewRequests.filter(({ login }) => login !== of);
    const reviewer = reviewerOf(of!);
    record(pullRequest, { type: "review_request_removed", createdAt: at, actor: by, reviewer });
  },
  review: submitReview,
  reply,
  resolve({ pullRequest }, { by, to }) {
    Object.assign(pullRequest.threads.find(({ id }) => id === to)!, { isResolved: true, resolvedBy: by });
  },
  unresolve({ pullRequest }, { to }) {
    Object.assign(pullRequest.threads.find(({ id }) => id === to)!, { isResolved: false, resolvedBy: null });
  },
  push: (world, deed) => push(world, deed, 1),
  "force push"({ pullRequest }, { at, by }) {
    const [before] = pullRequest.commits.splice(0).slice(-1);
    record(pullRequest, { type: "head_ref_force_pushed", createdAt: at, actor: by, before: before ?? null });
    const sha = `f${pullRequest.timeline.length}`;
    pullRequest.commits = [{ sha, committedDate: at, author: by, ownSuiteCreatedAt: at, parents: 1 }];
    pullRequest.headSha = sha;
  },
  "merge base": (world, deed) => push(world, deed, 2),
  // GitHub tells no change of a draft that is one already, or of a pull request that is ready.
  draft(world, deed) {
    if (world.pullRequest.isDraft) return;
    world.pullRequest.isDraft = true;
    tell(world, deed, "converted_to_draft");
  },
  "ready for review"(world, deed) {
    if (!world.pullRequest.isDraft) return;
    world.pullRequest.isDraft = false;
    tell(world, deed, "ready_for_review");
  },
  comment({ pullRequest }, { at, by, text }) {
    pullRequest.comments.push(newComment(`C${pullRequest.comments.length + 1}`, by, at, text));
  },
  label({ pullRequest }, { at, by, of }) {
    pullRequest.labels = [...pullRequest.labels, of!];
    record(pullRequest, { type: "labeled", createdAt: at, actor: by, actorIsOurs: false, label: of! });
  },
  react() {},
  dismiss,
  checks({ pullRequest }, { text }) {
    pullRequest.checksState = text as PullRequest["checksState"];
  },
  conflict({ pullRequest }, { text }) {
    pullRequest.mergeable = text === "solved" ? "mergeable" : "conflicting";
  },
  enqueue({ pullRequest }, { at, by }) {
    pullRequest.isInMergeQueue = true;
    record(pullRequest, { type: "added_to_merge_queue", createdAt: at, actor: by });
  },
  dequeue({ pullRequest }, { at, by, text }) {
    pullRequest.isInMergeQueue = false;
    record(pullRequest, { type: "removed_from_merge_queue", createdAt: at, actor: by, reason: text });
  },
  assign({ pullRequest }, { of }) {
    pullRequest.assignees = [...pullRequest.assignees, of!];
  },
  decision({ pullRequest }, { text }) {
    pullRequest.reviewDecision = text as PullRequest["reviewDecision"];
  },
  close(world, deed) {
    Object.assign(world.pullRequest, { state: "closed", closedAt: deed.at });
    tell(world, deed, "closed");
  },
  reopen(world, deed) {
    Object.assign(world.pullRequest, { state: "open", closedAt: null });
    tell(world, deed, "reopened");
  },
  merge(world, deed) {
    Object.assign(world.pullRequest, { state: "merged", closedAt: deed.at });
    tell(world, deed, "closed");
  },
  "delete reminder": deleteReminder,
  "/async ready": ({ commands }, { at, by }) =>
    commands.moves.push({ command: "ready", at, by, id: `C-${at}` }),
  "/async waiting": ({ commands }, { at, by }) =>
    commands.moves.push({ command: "waiting", at, by, id: `C-${at}` }),
  "/async snooze": ({ commands }, { at, by, span }) =>
    commands.snoozes.push({ id: `C-${at}`, at, by, span: span!, endedAt: null }),
  "/async due"({ commands }, { at, by, span }) {
    commands.due = { at, by, span: span! };
  },
  look() {},
};

/** Carries the step out. */
export function act(world: World, deed: Deed): void {
  acts[deed.does](world, deed);
  world.pullRequest.updatedAt = deed.at;
}
