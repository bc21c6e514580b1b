import type { Actor, Commit, PullRequest, TimelineEvent } from "../../../../src/core/pull-request.ts";
import type { BodyEdit } from "../../../../src/core/report/history/life.ts";
import { buildComment, buildPullRequest } from "../../../build-observation.ts";
import { complete } from "../../../demo/scenario.ts";
import type { History } from "./random-history.ts";
import { type Deed, instantOf, type Opening } from "./slow-model.ts";

const actorOf = (login: string): Actor => ({ login, type: login.endsWith("[bot]") ? "bot" : "user" });

const reactions = { rocket: false, rocketAt: null, thumbsDown: false, confused: false };
const untouched = { url: "", lastEditedAt: null, isMinimized: false, editor: null, reactions };
const commitAt = (sha: string, at: string): Commit => ({
  ...{ sha, committedDate: at, author: "alice", ownSuiteCreatedAt: null, parents: 1 },
});
const bodyOf = (isComplete: boolean) => (isComplete ? complete : "fix bug");
const wordsOf = (kind: Deed["opens"]) =>
  kind == null ? "This is read twice." : `${kind}: this is read twice.`;

const eventTypes = {
  draft: "converted_to_draft",
  ready: "ready_for_review",
  close: "closed",
  merge: "closed",
  reopen: "reopened",
} as const;

const texts = {
  comment: "Nice",
  command: "/async snooze 1 day",
  wait: "/async waiting",
  "go on": "/async ready",
  decide: "Decision: retry twice",
  inform: "Complete.\n\n<!-- async-review:sticky:0123456789abcdef -->",
  remind: "@bob, this waits.\n\n<!-- async-review:reminder reviewer:bob@RRE_1#1 -->",
};

/** GitHub's record of one pull request, as it grows. */
class Record {
  readonly #pullRequest: PullRequest;
  readonly #edits: BodyEdit[];
  #isComplete: boolean;

  constructor({ minute, isDraft, isComplete }: Opening) {
    const createdAt = instantOf(minute);
    const body = bodyOf(isComplete);
    this.#isComplete = isComplete;
    this.#edits = [{ at: createdAt, body }];
    this.#pullRequest = buildPullRequest({
      ...{ author: actorOf("alice"), createdAt, isDraft, body },
      commits: [commitAt("c0", "2026-01-01T00:00:00Z")],
    });
  }

  get end(): { pullRequest: PullRequest; edits: BodyEdit[] } {
    return { pullRequest: this.#pullRequest, edits: this.#edits };
  }

  happen(deed: Deed): void {
    const { minute, does, by } = deed;
    const at = instantOf(minute);
    const { timeline, comments } = this.#pullRequest;
    const event = { id: `e${minute}`, createdAt: at, actor: by };
    switch (does) {
      case "push":
      case "force push":
        this.#push(deed, event);
        return;
      case "review":
        this.#review(deed, wordsOf(deed.opens));
        return;
      case "reply":
        this.#reply(deed);
        return;
      case "dismiss":
        this.#dismiss(deed, event);
        return;
      case "request":
      case "unrequest": {
        const { type, login } = actorOf(deed.of!);
        timeline.push({
          ...event,
          type: does === "request" ? "review_requested" : "review_request_removed",
          reviewer: { type: type as "user" | "bot", login },
        });
        return;
      }
      case "edit":
        this.#isComplete = !this.#isComplete;
        this.#edits.unshift({ at, body: bodyOf(this.#isComplete) });
        Object.assign(this.#pullRequest, { body: bodyOf(this.#isComplete), lastEditedAt: at });
        return;
      case "draft":
      case "ready":
      case "close":
      case "merge":
      case "reopen":
        this.#move(does, { ...event, type: eventTypes[does] });
        return;
      default:
        comments.push(
          buildComment({ id: `c${minute}`, author: actorOf(by), body: texts[does], createdAt: at }),
        );
    }
  }

  #move(does: keyof typeof eventTypes, event: TimelineEvent): void {
    const pullRequest = this.#pullRequest;
    pullRequest.timeline.push(event);
    if (does === "draft" || does === "ready") pullRequest.isDraft = does === "draft";
    if (does === "reopen") Object.assign(pullRequest, { state: "open", closedAt: null });
    if (does === "close") Object.assign(pullRequest, { state: "closed", closedAt: event.createdAt });
    if (does === "merge") Object.assign(pullRequest, { state: "merged", closedAt: event.createdAt });
  }

  #push({ does, minute }: Deed, event: { id: string; createdAt: string; actor: string }): void {
    const { commits, timeline } = this.#pullRequest;
    if (does === "force push") {
      const before = commits.pop() ?? null;
      timeline.push({ ...event, type: "head_ref_force_pushed", before });
    }
    commits.push(commitAt(`c${minute}`, event.createdAt));
  }

  #addReview({ minute, by, state = "commented" }: Deed): string {
    const id = `r${minute}`;
    this.#pullRequest.reviews.push({
      ...{ ...untouched, id, databaseId: null, author: actorOf(by), authorCanPush: true, state, body: "" },
      ...{ submittedAt: instantOf(minute), commitSha: null, onBehalfOf: [] },
    });
    return id;
  }

  #comment({ minute, by }: Deed, body: string, reviewId: string) {
    return {
      ...{ ...untouched, id: `w${minute}`, databaseId: null, author: actorOf(by), authorCanPush: true, body },
      ...{ createdAt: instantOf(minute), reviewId, isOurs: false },
    };
  }

  #review(deed: Deed, words: string): void {
    const reviewId = this.#addReview(deed);
    if (deed.opens === undefined) return;
    this.#pullRequest.threads.push({
      ...{ id: `t${deed.minute}`, path: "src/a.ts", line: 1, isResolved: false, resolvedBy: null },
      ...{ isOutdated: false, comments: [this.#comment(deed, words, reviewId)] },
    });
  }

  /** GitHub records a reply outside a review as a separate review. */
  #reply(deed: Deed): void {
    const thread = this.#pullRequest.threads.find(({ id }) => id === `t${deed.to}`);
    const words = deed.by === "alice" ? "It is read for its size first." : "And what if it is empty?";
    thread?.comments.push(this.#comment(deed, words, this.#addReview(deed)));
  }

  #dismiss({ to }: Deed, event: { id: string; createdAt: string; actor: string }): void {
    const review = this.#pullRequest.reviews.find(({ id }) => id === `r${to}`);
    if (review === undefined) return;
    const dismissed = { type: "review_dismissed" as const, reviewId: review.id, previousState: review.state };
    this.#pullRequest.timeline.push({ ...event, ...dismissed });
    review.state = "dismissed";
  }
}

/** The final pull request, as GitHub has it. */
export function toPullRequest({ opening, deeds }: History): { pullRequest: PullRequest; edits: BodyEdit[] } {
  const record = new Record(opening);
  for (const deed of deeds) record.happen(deed);
  return record.end;
}
