import type { CheckRun, CheckSuite } from "./checks.ts";
import type { Account, Installation, Label, Repository, State, Team } from "./model.ts";
import type { IssueComment, PullRequest, ReviewComment } from "./pull-request.ts";

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Logins compare without case. */
export function findAccount(state: State, login: string): Account | null {
  return state.accounts.find((account) => same(account.login, login)) ?? null;
}

/** Finds by `owner/name`, without case. */
export function findRepository(state: State, fullName: string): Repository | null {
  return state.repositories.find((one) => same(`${one.owner.login}/${one.name}`, fullName)) ?? null;
}

/** Finds by combined slug, `acme/payments`. */
export function findTeam(state: State, combinedSlug: string): Team | null {
  return state.teams.find((team) => same(`${team.organization.login}/${team.slug}`, combinedSlug)) ?? null;
}

/** The installation that may see the repository; null when the app is not installed there. */
export function findInstallation(state: State, repository: Repository): Installation | null {
  return state.installations.find((one) => includesRepository(one, repository)) ?? null;
}

/** Whether the installation covers the repository. */
export function includesRepository(installation: Installation, repository: Repository): boolean {
  // Compared by id, because a lagging read sees a clone of the repository.
  if (installation.account.id !== repository.owner.id) return false;
  return (
    installation.repositories === "all" ||
    [...installation.repositories].some((one) => one.id === repository.id)
  );
}

/** Label names compare without case. */
export function findLabel(labels: Label[], name: string): Label | null {
  return labels.find((label) => same(label.name, name)) ?? null;
}

export function findCheckRun(repository: Repository, id: number): CheckRun | null {
  for (const suite of repository.checkSuites) {
    const run = suite.runs.find((one) => one.id === id);
    if (run) return run;
  }
  return null;
}

/** GitHub has one suite per app and SHA. */
export function findCheckSuite(repository: Repository, appId: number, sha: string): CheckSuite | null {
  return repository.checkSuites.find((one) => one.app.id === appId && one.headSha === sha) ?? null;
}

/** All pull requests of every repository. */
export function listPullRequests(state: State): PullRequest[] {
  return state.repositories.flatMap((repository) => [...repository.pullRequests.values()]);
}

export function findIssueComment(repository: Repository, id: number): IssueComment | null {
  for (const pullRequest of repository.pullRequests.values()) {
    const comment = pullRequest.comments.find((one) => one.id === id);
    if (comment) return comment;
  }
  return null;
}

export function findReviewComment(pullRequest: PullRequest, id: number): ReviewComment | null {
  return pullRequest.threads.flatMap((thread) => thread.comments).find((one) => one.id === id) ?? null;
}
