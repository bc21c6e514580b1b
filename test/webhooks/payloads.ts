import { findLooks } from "../../src/webhooks/find-looks.ts";
import type { Payload } from "../../src/webhooks/payload.ts";

export const app = { appId: 42, slug: "async-review" };
export const repository = { id: 7, owner: "acme", name: "shop" };
export const alice = { login: "alice", type: "User" };
export const ourBot = { login: "async-review[bot]", type: "Bot" };
export const otherBot = { login: "dependabot[bot]", type: "Bot" };

export const from = (payload: Payload): Payload => ({
  installation: { id: 3 },
  repository: {
    id: 7,
    name: "shop",
    full_name: "acme/shop",
    default_branch: "main",
    owner: { login: "acme" },
  },
  sender: alice,
  ...payload,
});
export const find = (name: string, payload: Payload) =>
  findLooks({ id: "d1", name, payload: from(payload) }, app);

export const pullRequest = { number: 5, updated_at: "2026-11-23T09:00:00Z", head: { sha: "abc" } };
export const atPullRequest = (more: object = {}) => ({
  subject: { kind: "pull_request", installationId: 3, repository, number: 5 },
  minimumVersion: null,
  intents: [],
  notBefore: null,
  ...more,
});
export const seenVersion = { updatedAt: "2026-11-23T09:00:00Z", headSha: "abc", commentIds: [] };
export const atRepository = (reason: string) => ({
  subject: { kind: "repository", installationId: 3, repository, reason },
  minimumVersion: null,
  intents: [],
  notBefore: null,
});
export const atInstallation = (reason: string) => ({
  subject: { kind: "installation", installationId: 3, reason },
  minimumVersion: null,
  intents: [],
  notBefore: null,
});
export const only = (...looks: object[]) => ({ looks, byHead: [] });
export const nothing = only();
