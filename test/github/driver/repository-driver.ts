import {
  deleteRepository,
  renameRepository,
  setArchived,
  transferRepository,
} from "../actions/change-repository.ts";
import type { NewFile } from "../actions/changed-files.ts";
import { createCheckRun, pressButton, rerunCheckRun, rerunCheckSuite } from "../actions/check-runs.ts";
import { ensureAccount } from "../actions/ensure-account.ts";
import { createLabel, deleteLabel, editLabel, type LabelFields } from "../actions/labels.ts";
import { makeCommit } from "../actions/make-commit.ts";
import { openPullRequest } from "../actions/open-pull-request.ts";
import { pushCommits } from "../actions/push-commits.ts";
import type { CheckRun, CommitStatus } from "../state/checks.ts";
import { findCheckRun, findLabel } from "../state/find.ts";
import type { Account, Label, Repository, Role } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { PullRequestDriver } from "./pull-request-driver.ts";
import { type SeenCheckRun, seeCheckRuns } from "./see-pull-request.ts";

export interface OpenOptions {
  author: string;
  title: string;
  body?: string | null;
  draft?: boolean;
  files?: NewFile[];
  labels?: string[];
  /** From a fork of the author's. */
  fork?: boolean;
  base?: string;
  head?: string;
  commitMessage?: string;
  /** Opens it at the head of another pull request, because check runs belong to the commit. */
  sameHeadAs?: PullRequestDriver;
}

/** A repository as people use it. */
export class RepositoryDriver {
  readonly state: Repository;
  #world: World;
  #drivers = new Map<number, PullRequestDriver>();

  constructor(world: World, state: Repository) {
    this.#world = world;
    this.state = state;
  }

  get fullName(): string {
    return `${this.state.owner.login}/${this.state.name}`;
  }

  /**
   * Pushes a branch and opens a pull request from it: `push`, `check_suite.requested`, `pull_request.opened`,
   * `labeled`.
   */
  openPullRequest(options: OpenOptions): PullRequestDriver {
    const world = this.#world;
    const author = ensureAccount(world, options.author);
    const number = this.state.lastNumber + 1;
    const { files = [{ path: "src/change.ts", additions: 1, status: "added" as const }] } = options;
    const opened = world.write(() =>
      openPullRequest(world, {
        repository: this.state,
        author,
        title: options.title,
        body: options.body ?? null,
        isDraft: options.draft ?? false,
        baseRef: options.base ?? this.state.defaultBranch,
        headRef: options.head ?? `change-${number}`,
        fork: options.fork ?? false,
        files,
        commitMessage: options.commitMessage ?? options.title,
        ...(options.sameHeadAs === undefined ? {} : { headSha: options.sameHeadAs.headSha }),
      }),
    );
    const driver = this.pullRequest(opened.number);
    for (const label of options.labels ?? []) driver.addLabel(label);
    return driver;
  }

  /** The pull request of this number. */
  pullRequest(number: number): PullRequestDriver {
    const known = this.#drivers.get(number);
    if (known) return known;
    const state = this.state.pullRequests.get(number);
    if (state === undefined) throw new Error(`${this.fullName} has no pull request ${number}.`);
    const driver = new PullRequestDriver(this.#world, state);
    this.#drivers.set(number, driver);
    return driver;
  }

  /** All pull requests, oldest first. */
  get pullRequests(): PullRequestDriver[] {
    return [...this.state.pullRequests.keys()].map((number) => this.pullRequest(number));
  }

  /** A file's text on the default branch; null when there is none. */
  readFile(path: string): string | null {
    const head = this.state.branches.get(this.state.defaultBranch)!;
    return this.#world.state.commits.get(head)?.tree.get(path) ?? null;
  }

  /** Null removes the permission. */
  setPermission(login: string, role: Role | null): void {
    const account = ensureAccount(this.#world, login);
    if (role === null) this.state.collaborators.delete(account);
    else this.state.collaborators.set(account, role);
  }

  /** Commits a file to a branch, by default the default branch. Null deletes the file. */
  pushFile(path: string, text: string | null, { branch, by }: { branch?: string; by?: string } = {}): string {
    return this.pushFiles({ [path]: text }, { branch, by });
  }

  /** Makes one commit with these files, and returns its SHA. */
  pushFiles(
    files: Record<string, string | null>,
    { branch = this.state.defaultBranch, by }: { branch?: string | undefined; by?: string | undefined } = {},
  ): string {
    return this.#do(by, (author) => {
      const { branches, defaultBranch } = this.state;
      const parent = branches.get(branch) ?? branches.get(defaultBranch)!;
      const paths = Object.keys(files);
      const commit = makeCommit(this.#world, {
        parents: [parent],
        files: new Map(Object.entries(files)),
        author,
        message: `Change ${paths.join(", ")}`,
      });
      const changed = Object.entries(files).map(([path, text]): NewFile => {
        if (text === null) return { path, status: "removed" };
        return { path, text, status: commit.added.includes(path) ? "added" : "modified" };
      });
      const push = { repository: this.state, branch, commits: [commit], after: commit.sha, by: author };
      pushCommits(this.#world, { ...push, files: changed });
      return commit.sha;
    });
  }

  /** Presses one of a check run's buttons. */
  pressButton(run: SeenCheckRun | number, identifier: string, by: string): void {
    this.#do(by, (person) => pressButton(this.#world, this.state, this.#run(run), identifier, person));
  }

  /** "Re-run" on one check. */
  rerun(run: SeenCheckRun | number, by: string): void {
    this.#do(by, (person) => rerunCheckRun(this.#world, this.state, this.#run(run), person));
  }

  /** "Re-run all checks" of the app on a commit. */
  rerunAll(sha: string, by: string): void {
    this.#do(by, (person) => rerunCheckSuite(this.#world, this.state, sha, person));
  }

  /** The check runs on any commit, a merge group's too. */
  checkRuns(sha: string): SeenCheckRun[] {
    return seeCheckRuns(this.state, sha);
  }

  /** Another app's check run (CI). Every app that may read checks gets its `created` and `completed`. */
  setCheckOfOther(sha: string, name: string, conclusion: string | null): void {
    const other = { id: 15_368, slug: "github-actions" };
    this.#do("github-actions[bot]", (by) => {
      const given = { name, headSha: sha, ...(conclusion === null ? {} : { conclusion }) };
      createCheckRun(this.#world, this.state, given, { app: other, bot: by });
    });
  }

  setStatus(sha: string, context: string, state: CommitStatus["state"], by?: string): void {
    this.#do(by, (creator) => this.state.statuses.push({ sha, context, state, creator }));
  }

  createLabel(name: string, given: Partial<Omit<LabelFields, "name">> = {}, by?: string): Label {
    const { color = "ededed", description = null } = given;
    return this.#do(by, (person) =>
      createLabel(this.#world, this.state, { name, color, description }, person),
    );
  }

  editLabel(name: string, given: Partial<LabelFields>, by?: string): void {
    this.#do(by, (person) => editLabel(this.#world, this.state, this.#label(name), given, person));
  }

  deleteLabel(name: string, by?: string): void {
    this.#do(by, (person) => deleteLabel(this.#world, this.state, this.#label(name), person));
  }

  rename(name: string, by?: string): void {
    this.#do(by, (person) => renameRepository(this.#world, this.state, name, person));
  }

  transfer(owner: string, by?: string): void {
    const to = ensureAccount(this.#world, owner);
    this.#do(by, (person) => transferRepository(this.#world, this.state, to, person));
  }

  /** With `isTold`, `repository.deleted` is sent, which GitHub does not send to Apps. */
  delete({ isTold }: { isTold: boolean }): void {
    this.#do(undefined, (person) => deleteRepository(this.#world, this.state, person, { isTold }));
  }

  archive(by?: string): void {
    this.#do(by, (person) => setArchived(this.#world, this.state, true, person));
  }

  /** Sets the approvals that the branch requires; 0 leaves `reviewDecision` null. */
  requireReviews(count: number): void {
    this.#do(undefined, () => {
      this.state.requiredReviews = count;
    });
  }

  #do<T>(login: string | undefined, action: (person: Account) => T): T {
    const person = login === undefined ? this.state.owner : ensureAccount(this.#world, login);
    return this.#world.write(() => action(person));
  }

  #run(reference: SeenCheckRun | number): CheckRun {
    const id = typeof reference === "number" ? reference : reference.id;
    const run = findCheckRun(this.state, id);
    if (run === null) throw new Error(`${this.fullName} has no check run ${id}.`);
    return run;
  }

  #label(name: string): Label {
    const label = findLabel(this.state.labels, name);
    if (label === null) throw new Error(`${this.fullName} has no label "${name}".`);
    return label;
  }
}
