import type { Account, Team } from "../state/model.ts";
import { nodeId } from "../state/node-id.ts";
import type { World } from "../state/world.ts";

/** OpenAPI `simple-user`: people, bots and organizations as REST and webhooks show them. */
export function shapeAccount(world: World, account: Account) {
  const url = `${world.api}/users/${encodeURIComponent(account.login)}`;
  const slug = account.login.replace(/\[bot\]$/, "");
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.type, account.id),
    avatar_url: `https://avatars.githubusercontent.com/u/${account.id}?v=4`,
    gravatar_id: "",
    url,
    html_url: `${world.html}/${account.type === "Bot" ? `apps/${slug}` : account.login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    user_view_type: "public",
    site_admin: false,
  };
}

/** OpenAPI `organization-simple-webhooks`. */
export function shapeOrganization(world: World, account: Account) {
  const url = `${world.api}/orgs/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId("Organization", account.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${account.id}?v=4`,
    description: "",
  };
}

/** OpenAPI `team`, as `requested_teams` holds it. */
export function shapeTeam(world: World, team: Team) {
  const url = `${world.api}/organizations/${team.organization.id}/team/${team.id}`;
  return {
    name: team.slug,
    id: team.id,
    node_id: nodeId("Team", team.id),
    slug: team.slug,
    description: "",
    privacy: "closed",
    notification_setting: "notifications_enabled",
    url,
    html_url: `${world.html}/orgs/${team.organization.login}/teams/${team.slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: "organization",
    organization_id: team.organization.id,
    permission: "pull",
    parent: null,
  };
}
