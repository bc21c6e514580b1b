import {
  closePullRequest,
  editPullRequest,
  reopenPullRequest,
  setDraft,
} from "../actions/change-pull-request.ts";
import type { NewFile } from "../actions/changed-files.ts";
import { addLabels, removeLabel } from "../actions/labels.ts";
import { type DequeueReason, dequeue, enqueue, mergePullRequest } from "../actions/merge-queue.ts";
import { pushToPullRequest } from "../actions/push-to-pull-request.ts";
import { findLabel } from "../state/find.ts";
import type { Commit } from "../state/git.ts";
import type { PullRequest } from "../state/pull-request.ts";
import { ConversationDriver } from "./conversation-driver.ts";
import { type SeenPullRequest, seePullRequest } from "./see-pull-request.ts";

export interface PushOptions {
  files?: NewFile[];
  /** A login; by default the pull request's author. */
  by?: string;
  message?: string;
  /** Replaces the commits instead of adding one. */
  force?: boolean;
  /** Merges the base branch into the head. */
  mergeBase?: boolean;
  /** Whether threads on the pushed files become outdated; by default they do. */
  outdate?: boolean;
}

/**
 * A pull request as people use it. Every method is something that a person does on GitHub's page. It takes
 * effect at once, and sends the webhooks that GitHub would send.
 */
export class PullRequestDriver extends ConversationDriver {
  get number(): number {
    return this.state.number;
  }

  get headSha(): string {
    return this.state.headSha;
  }

  /** Oldest first. */
  get commits(): Commit[] {
    return this.state.commitShas.map((sha) => this.world.state.commits.get(sha)!);
  }

  get body(): string {
    return this.state.body ?? "";
  }

  get labels(): string[] {
    return this.see().labels;
  }

  get comments(): SeenPullRequest["comments"] {
    return this.see().comments;
  }

  /** The check runs on the head, the newest of each name. */
  get checkRuns(): SeenPullRequest["checkRuns"] {
    return this.see().checkRuns;
  }

  /** Everything that a person sees, as plain data. */
  see(): SeenPullRequest {
    return seePullRequest(this.state);
  }

  edit({ by, ...edit }: { title?: string; body?: string | null; baseRef?: string; by?: string }): void {
    this.act(by, (person) => editPullRequest(this.world, this.state, edit, person));
  }

  push({ files = [], by, message = "More", ...options }: PushOptions = {}): void {
    const { force = false, mergeBase = false, outdate = true } = options;
    this.act(by, (person) =>
      pushToPullRequest(this.world, this.state, { files, by: person, message, force, mergeBase, outdate }),
    );
  }

  markReady(by?: string): void {
    this.act(by, (person) => setDraft(this.world, this.state, false, person));
  }

  convertToDraft(by?: string): void {
    this.act(by, (person) => setDraft(this.world, this.state, true, person));
  }

  /** A label that the repository lacks is created grey. */
  addLabel(name: string, by?: string): void {
    this.act(by, (person) => addLabels(this.world, this.state, [name], person));
  }

  removeLabel(name: string, by?: string): void {
    const label = findLabel(this.state.labels, name);
    if (label === null) throw new Error(`The pull request has no label "${name}".`);
    this.act(by, (person) => removeLabel(this.world, this.state, label, person));
  }

  close(by?: string): void {
    this.act(by, (person) => closePullRequest(this.world, this.state, person));
  }

  reopen(by?: string): void {
    this.act(by, (person) => reopenPullRequest(this.world, this.state, person));
  }

  merge(by?: string): void {
    this.act(by, (person) => mergePullRequest(this.world, this.state, person));
  }

  /** Adds it to the merge queue, and returns the group's commit. */
  enqueue(by?: string): { headSha: string } {
    return this.act(by, (person) => enqueue(this.world, this.state, person));
  }

  dequeue(reason: DequeueReason = "MANUAL", by?: string): void {
    this.act(by, (person) => dequeue(this.world, this.state, reason, person));
  }

  /** Sets whether it merges cleanly. GitHub has no webhook for it. */
  setMergeable(mergeable: PullRequest["mergeable"]): void {
    this.act(undefined, () => {
      this.state.mergeable = mergeable;
    });
  }

  /** Locks the conversation. The app is not subscribed to this event. */
  setLocked(isLocked: boolean): void {
    this.act(undefined, () => {
      this.state.isLocked = isLocked;
    });
  }
}
