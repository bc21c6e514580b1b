import { assign, unassign } from "../actions/assignees.ts";
import { ensureAccount } from "../actions/ensure-account.ts";
import { addIssueComment, deleteIssueComment, editIssueComment } from "../actions/issue-comments.ts";
import { react } from "../actions/remarks.ts";
import { removeReviewRequest, requestReview } from "../actions/review-requests.ts";
import { deleteReviewComment, editReviewComment, setResolved } from "../actions/review-threads.ts";
import { dismissReview, editReview, replyInThread, submitReview } from "../actions/reviews.ts";
import { findTeam } from "../state/find.ts";
import type { Account, Team } from "../state/model.ts";
import type {
  IssueComment,
  PullRequest,
  ReactionContent,
  Remark,
  Review,
  ReviewComment,
  ReviewThread,
} from "../state/pull-request.ts";
import type { World } from "../state/world.ts";

/** A comment, or its database id. */
export type CommentReference = IssueComment | number;

export interface ReviewOptions {
  by: string;
  /** By default "commented". */
  state?: "approved" | "changes_requested" | "commented";
  body?: string;
  /** Each comment opens a thread. */
  comments?: { path: string; line: number; body: string }[];
}

/**
 * The conversation of a pull request, as people use it. `by` is a login, by default the pull request's
 * author's.
 */
export class ConversationDriver {
  readonly state: PullRequest;
  protected readonly world: World;

  constructor(world: World, state: PullRequest) {
    this.world = world;
    this.state = state;
  }

  /** A login, or a team's combined slug ("acme/payments"). */
  requestReview(
    reviewer: string,
    { by, asCodeOwner = false }: { by?: string; asCodeOwner?: boolean } = {},
  ): void {
    const asked = this.#reviewer(reviewer);
    this.act(by, (person) => requestReview(this.world, this.state, asked, person, asCodeOwner));
  }

  removeReviewRequest(reviewer: string, by?: string): void {
    const asked = this.#reviewer(reviewer);
    this.act(by, (person) => removeReviewRequest(this.world, this.state, asked, person));
  }

  /** Assigns a person. GitHub accepts only people who are involved in the repository. */
  assign(login: string, by?: string): void {
    const assignee = ensureAccount(this.world, login);
    this.act(by, (person) => assign(this.world, this.state, assignee, person));
  }

  unassign(login: string, by?: string): void {
    const assignee = ensureAccount(this.world, login);
    this.act(by, (person) => unassign(this.world, this.state, assignee, person));
  }

  review({ by, state = "commented", body = "", comments = [] }: ReviewOptions): Review {
    const kind = state.toUpperCase() as "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED";
    return this.act(by, (person) =>
      submitReview(this.world, this.state, { by: person, state: kind, body, comments }),
    );
  }

  editReview(review: Review, { by, body }: { by?: string; body: string }): void {
    this.act(by ?? review.author.login, (person) => editReview(this.world, review, body, person));
  }

  dismissReview(review: Review, by?: string): void {
    this.act(by, (person) => dismissReview(this.world, review, person));
  }

  replyInThread(thread: ReviewThread, { by, body }: { by?: string; body: string }): ReviewComment {
    return this.act(by, (person) => replyInThread(this.world, thread, body, person));
  }

  resolveThread(thread: ReviewThread, by?: string): void {
    this.act(by, (person) => setResolved(this.world, thread, true, person));
  }

  unresolveThread(thread: ReviewThread, by?: string): void {
    this.act(by, (person) => setResolved(this.world, thread, false, person));
  }

  editReviewComment(comment: ReviewComment, { by, body }: { by?: string; body: string }): void {
    this.act(by ?? comment.author.login, (person) => editReviewComment(this.world, comment, body, person));
  }

  deleteReviewComment(comment: ReviewComment, by?: string): void {
    this.act(by ?? comment.author.login, (person) => deleteReviewComment(this.world, comment, person));
  }

  comment({ by, body }: { by?: string; body: string }): IssueComment {
    return this.act(by, (person) => addIssueComment(this.world, this.state, body, person));
  }

  editComment(comment: CommentReference, { by, body }: { by?: string; body: string }): void {
    this.act(by, (person) => editIssueComment(this.world, this.#comment(comment), body, person));
  }

  deleteComment(comment: CommentReference, by?: string): void {
    this.act(by, (person) => deleteIssueComment(this.world, this.#comment(comment), person));
  }

  /** No webhook reports a reaction. */
  react(remark: Remark, content: ReactionContent, by?: string): void {
    this.act(by, (person) => react(this.world, remark, content, person));
  }

  /** Does something as this person. Every change goes through here. */
  protected act<T>(login: string | undefined, action: (person: Account) => T): T {
    const person = login === undefined ? this.state.author : ensureAccount(this.world, login);
    return this.world.write(() => action(person));
  }

  #comment(reference: CommentReference): IssueComment {
    if (typeof reference !== "number") return reference;
    const found = this.state.comments.find((one) => one.id === reference);
    if (found === undefined) throw new Error(`The pull request has no comment ${reference}.`);
    return found;
  }

  #reviewer(name: string): Account | Team {
    if (!name.includes("/")) return ensureAccount(this.world, name);
    const team = findTeam(this.world.state, name);
    if (team === null) throw new Error(`There is no team ${name}; make it with createTeam.`);
    return team;
  }
}
