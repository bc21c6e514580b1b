import type { Repository } from "../state/model.ts";
import { nodeId } from "../state/node-id.ts";
import type { World } from "../state/world.ts";
import { shapeAccount } from "./shape-account.ts";

/** The five fields that installation events and check runs carry. */
export function shapeRepositoryReference(repository: Repository) {
  return {
    id: repository.id,
    node_id: nodeId("Repository", repository.id),
    name: repository.name,
    full_name: fullName(repository),
    private: repository.isPrivate,
  };
}

export const fullName = (repository: Repository) => `${repository.owner.login}/${repository.name}`;

/**
 * OpenAPI `repository` and `repository-webhooks`. `epoch`: push payloads give `created_at` and `pushed_at` as
 * seconds.
 */
export function shapeRepository(world: World, repository: Repository, { epoch = false } = {}) {
  const open = [...repository.pullRequests.values()].filter((one) => one.state === "open").length;
  const time = (instant: string) => (epoch ? Math.floor(Date.parse(instant) / 1000) : instant);
  return {
    ...shapeRepositoryReference(repository),
    owner: shapeAccount(world, repository.owner),
    html_url: `${world.html}/${fullName(repository)}`,
    description: null,
    fork: repository.parent !== null,
    ...addresses(`${world.api}/repos/${fullName(repository)}`),
    ...cloneAddresses(world, repository),
    created_at: time(repository.createdAt),
    updated_at: repository.updatedAt,
    pushed_at: time(repository.pushedAt),
    homepage: null,
    size: 1,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: repository.isArchived,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.visibility,
    forks: 0,
    open_issues: open,
    watchers: 0,
    default_branch: repository.defaultBranch,
  };
}

function cloneAddresses(world: World, repository: Repository) {
  const name = fullName(repository);
  return {
    git_url: `git://github.com/${name}.git`,
    ssh_url: `git@github.com:${name}.git`,
    clone_url: `${world.html}/${name}.git`,
    svn_url: `${world.html}/${name}`,
  };
}

function addresses(url: string) {
  return {
    url,
    forks_url: `${url}/forks`,
    keys_url: `${url}/keys{/key_id}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    teams_url: `${url}/teams`,
    hooks_url: `${url}/hooks`,
    issue_events_url: `${url}/issues/events{/number}`,
    events_url: `${url}/events`,
    assignees_url: `${url}/assignees{/user}`,
    branches_url: `${url}/branches{/branch}`,
    tags_url: `${url}/tags`,
    blobs_url: `${url}/git/blobs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    trees_url: `${url}/git/trees{/sha}`,
    statuses_url: `${url}/statuses/{sha}`,
    languages_url: `${url}/languages`,
    stargazers_url: `${url}/stargazers`,
    contributors_url: `${url}/contributors`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    commits_url: `${url}/commits{/sha}`,
    git_commits_url: `${url}/git/commits{/sha}`,
    comments_url: `${url}/comments{/number}`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    contents_url: `${url}/contents/{+path}`,
    compare_url: `${url}/compare/{base}...{head}`,
    merges_url: `${url}/merges`,
    archive_url: `${url}/{archive_format}{/ref}`,
    downloads_url: `${url}/downloads`,
    issues_url: `${url}/issues{/number}`,
    pulls_url: `${url}/pulls{/number}`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    labels_url: `${url}/labels{/name}`,
    releases_url: `${url}/releases{/id}`,
    deployments_url: `${url}/deployments`,
  };
}
