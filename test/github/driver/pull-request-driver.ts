import type { Account, Team } from "../state/model.ts";
import type {
  IssueComment,
  PullRequest,
  Review,
  ReviewComment,
  ReviewThread,
} from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import {
  closePullRequest,
  editPullRequest,
  reopenPullRequest,
  setDraft,
} from "../actions/change-pull-request.ts";
import { ensureAccount } from "../actions/ensure-account.ts";
import { addIssueComment, deleteIssueComment, editIssueComment } from "../actions/issue-comments.ts";
import { addLabels, removeLabel } from "../actions/labels.ts";
import { type DequeueReason, dequeue, enqueue, mergePullRequest } from "../actions/merge-queue.ts";
import type { NewFile } from "../actions/open-pull-request.ts";
import { pushToPullRequest } from "../actions/push-to-pull-request.ts";
import { removeReviewRequest, requestReview } from "../actions/review-requests.ts";
import { setResolved } from "../actions/review-threads.ts";
import { dismissReview, replyInThread, submitReview } from "../actions/reviews.ts";
import { findLabel, findTeam } from "../state/find.ts";
import { type SeenPullRequest, seePullRequest } from "./see-pull-request.ts";

/** A comment, by itself or by its database id. */
export type CommentReference = IssueComment | number;

export interface PushOptions {
  files?: NewFile[];
  /** The author of the pull request unless given. */
  by?: string;
  message?: string;
  force?: boolean;
  /** Merges the base branch into the head. */
  mergeBase?: boolean;
  /** Whether threads on the pushed files become outdated; they do unless told otherwise. */
  outdate?: boolean;
}

/**
 * A pull request in the hands of people: every method is something that somebody does on GitHub's page, takes effect at once
 * and sends the webhooks that GitHub would. `by` is a login; the author of the pull request where it is left out.
 */
export class PullRequestDriver {
  readonly state: PullRequest;
  #world: World;

  constructor(world: World, state: PullRequest) {
    this.#world = world;
    this.state = state;
  }

  get number(): number {
    return this.state.number;
  }

  get headSha(): string {
    return this.state.headSha;
  }

  get body(): string {
    return this.state.body ?? "";
  }

  /** What a person sees. */
  see(): SeenPullRequest {
    return seePullRequest(this.state);
  }

  edit({ by, ...edit }: { title?: string; body?: string | null; baseRef?: string; by?: string }): void {
    this.#do(by, (person) => editPullRequest(this.#world, this.state, edit, person));
  }

  push({ files = [], by, message = "More", ...options }: PushOptions = {}): void {
    const { force = false, mergeBase = false, outdate = true } = options;
    this.#do(by, (person) =>
      pushToPullRequest(this.#world, this.state, { files, by: person, message, force, mergeBase, outdate }),
    );
  }

  markReady(by?: string): void {
    this.#do(by, (person) => setDraft(this.#world, this.state, false, person));
  }

  convertToDraft(by?: string): void {
    this.#do(by, (person) => setDraft(this.#world, this.state, true, person));
  }

  /** A label that the repository lacks is created grey. */
  addLabel(name: string, by?: string): void {
    this.#do(by, (person) => addLabels(this.#world, this.state, [name], person));
  }

  removeLabel(name: string, by?: string): void {
    const label = findLabel(this.state.labels, name);
    if (label === null) throw new Error(`The pull request has no label "${name}".`);
    this.#do(by, (person) => removeLabel(this.#world, this.state, label, person));
  }

  close(by?: string): void {
    this.#do(by, (person) => closePullRequest(this.#world, this.state, person));
  }

  reopen(by?: string): void {
    this.#do(by, (person) => reopenPullRequest(this.#world, this.state, person));
  }

  merge(by?: string): void {
    this.#do(by, (person) => mergePullRequest(this.#world, this.state, person));
  }

  /** Into the merge queue; returns the group's commit. */
  enqueue(by?: string): { headSha: string } {
    return this.#do(by, (person) => enqueue(this.#world, this.state, person));
  }

  dequeue(reason: DequeueReason = "MANUAL", by?: string): void {
    this.#do(by, (person) => dequeue(this.#world, this.state, reason, person));
  }

  /** A login, or a team's combined slug ("acme/payments"). */
  requestReview(
    reviewer: string,
    { by, asCodeOwner = false }: { by?: string; asCodeOwner?: boolean } = {},
  ): void {
    const asked = this.#reviewer(reviewer);
    this.#do(by, (person) => requestReview(this.#world, this.state, asked, person, asCodeOwner));
  }

  removeReviewRequest(reviewer: string, by?: string): void {
    const asked = this.#reviewer(reviewer);
    this.#do(by, (person) => removeReviewRequest(this.#world, this.state, asked, person));
  }

  review(given: {
    by: string;
    state?: "approved" | "changes_requested" | "commented";
    body?: string;
    comments?: { path: string; line: number; body: string }[];
  }): Review {
    const { state = "commented", body = "", comments = [] } = given;
    return this.#do(given.by, (by) =>
      submitReview(this.#world, this.state, {
        by,
        state: state.toUpperCase() as "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED",
        body,
        comments,
      }),
    );
  }

  dismissReview(review: Review, by?: string): void {
    this.#do(by, (person) => dismissReview(this.#world, review, person));
  }

  replyInThread(thread: ReviewThread, { by, body }: { by?: string; body: string }): ReviewComment {
    return this.#do(by, (person) => replyInThread(this.#world, thread, body, person));
  }

  resolveThread(thread: ReviewThread, by?: string): void {
    this.#do(by, (person) => setResolved(this.#world, thread, true, person));
  }

  unresolveThread(thread: ReviewThread, by?: string): void {
    this.#do(by, (person) => setResolved(this.#world, thread, false, person));
  }

  comment({ by, body }: { by?: string; body: string }): IssueComment {
    return this.#do(by, (person) => addIssueComment(this.#world, this.state, body, person));
  }

  editComment(comment: CommentReference, { by, body }: { by?: string; body: string }): void {
    this.#do(by, (person) => editIssueComment(this.#world, this.#comment(comment), body, person));
  }

  deleteComment(comment: CommentReference, by?: string): void {
    this.#do(by, (person) => deleteIssueComment(this.#world, this.#comment(comment), person));
  }

  /** Whether it merges cleanly; no webhook tells of it. */
  setMergeable(mergeable: PullRequest["mergeable"]): void {
    this.#do(undefined, () => {
      this.state.mergeable = mergeable;
    });
  }

  #do<T>(login: string | undefined, action: (person: Account) => T): T {
    const person = login === undefined ? this.state.author : ensureAccount(this.#world, login);
    return this.#world.write(() => action(person));
  }

  #comment(reference: CommentReference): IssueComment {
    if (typeof reference !== "number") return reference;
    const found = this.state.comments.find((one) => one.id === reference);
    if (found === undefined) throw new Error(`The pull request has no comment ${reference}.`);
    return found;
  }

  #reviewer(name: string): Account | Team {
    if (!name.includes("/")) return ensureAccount(this.#world, name);
    const team = findTeam(this.#world.state, name);
    if (team === null) throw new Error(`There is no team ${name}; make it with createTeam.`);
    return team;
  }
}
