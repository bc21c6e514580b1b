import { branchKey, configPath, type Observation } from "../../core/observation.ts";
import type { Repository } from "../../core/pull-request.ts";
import type { PullRequestSubject } from "../../reconcile/ports.ts";
import type { DefaultHeadAnswer, PullRequestAnswer, RepositoryAnswer } from "../answers.ts";
import type { GitHubClient } from "../client/client.ts";
import { parseOpenPullRequests } from "../list-pull-requests.ts";
import { nodes } from "../read-pages.ts";
import { listUnavailableParts } from "./list-unavailable-parts.ts";
import { findOtherApp, findOwnAccount, type OwnIdentity, ownVariables } from "./own-account.ts";
import { parseConfigTexts, parseText } from "./parse-config-texts.ts";
import { parsePullRequest } from "./parse-pull-request.ts";
import { readFurtherPages } from "./read-further-pages.ts";

/**
 * Everything that a decision needs, in one GraphQL request; more only when a list is longer than its page.
 * Null when the pull request or its repository is gone, or hidden from us.
 */
export async function observePullRequest(
  client: GitHubClient,
  subject: PullRequestSubject,
  identity: OwnIdentity,
): Promise<Observation | null> {
  const { owner, name } = subject.repository;
  const { data, errors, leftOut } = await client.ask("pull-request", {
    owner,
    name,
    number: subject.number,
    headConfig: `refs/pull/${subject.number}/head:${configPath}`,
    ...ownVariables(identity),
  });
  const { repository, organisation } = data;
  const unavailable = listUnavailableParts(errors, leftOut);
  if (!repository?.pullRequest) return null;
  const answer: PullRequestAnswer = await readFurtherPages(client, repository.pullRequest);
  const own = findOwnAccount(identity, data.viewer);
  const pullRequest = parsePullRequest(answer, own, client.readEnum);
  return {
    ownLogin: own.login,
    repository: parseRepository(repository, subject.repository),
    pullRequest,
    otherApp: findOtherApp(nodes(answer.headCommit)[0]?.commit?.checkSuites, own),
    openPullRequests: parseOpenPullRequests(repository.openPullRequests.nodes),
    hasMoreOpen: repository.openPullRequests.pageInfo.hasNextPage,
    configTexts: parseConfigTexts(repository, organisation, pullRequest, client.readEnum),
    configBranches: listConfigBranches(repository, answer, organisation),
    templates: (repository.pullRequestTemplates ?? []).map(({ body }) => body ?? ""),
    gitattributes: parseText(repository.gitattributes),
    unavailable,
  };
}

function listConfigBranches(
  repository: RepositoryAnswer,
  { baseRefName, baseRef }: PullRequestAnswer,
  organisation: DefaultHeadAnswer | null,
): string[] {
  const nameDefault = (name: string, answer: DefaultHeadAnswer | null) =>
    answer?.defaultBranchRef && answer.defaultHead
      ? [branchKey(name, answer.defaultBranchRef.name, answer.defaultHead.oid)]
      : [];
  const base = baseRef?.target ? [branchKey(repository.name, baseRefName, baseRef.target.oid)] : [];
  return [...base, ...nameDefault(repository.name, repository), ...nameDefault(".github", organisation)];
}

function parseRepository(answer: RepositoryAnswer, known: Repository): Observation["repository"] {
  return {
    id: answer.databaseId ?? known.id,
    owner: answer.owner?.login ?? known.owner,
    name: answer.name,
    isArchived: answer.isArchived,
    defaultBranch: answer.defaultBranchRef?.name ?? "",
    labels: nodes(answer.labels).map((label) => label.name),
  };
}
