import { isMarked } from "../../core/marker.ts";
import { isExternalId } from "../../core/plan/checks/own-runs.ts";
import type { CheckSuitesAnswer } from "../answers.ts";
import type { PullRequestQueryVariables } from "../generated.ts";

/**
 * Who we are: a registered App, known by its id, or the account that a token writes as. A workflow's token
 * writes as an account that all workflows share.
 */
export type OwnIdentity =
  | {
      appId: number;
      /** REST login, `async-review[bot]`; "" when a token only reads. */
      ownLogin: string;
    }
  | "token";

/** The identity of a token that only reads: nothing on GitHub counts as "ours". */
export const noIdentity: OwnIdentity = { appId: 0, ownLogin: "" };

/** The account and app whose writes are ours on one pull request, once GitHub has answered. */
export interface OwnAccount {
  /** REST login. */
  login: string;
  /** Slug of the app whose check runs are ours; null when only ours were asked for. */
  slug: string | null;
}

/** GitHub Actions has a suite for each run of a workflow, and ours can be in any of them. */
const maxSuites = 50;

/** The query variables that select our check suites. */
export function ownVariables(
  identity: OwnIdentity,
): Pick<PullRequestQueryVariables, "suites" | "maxSuites" | "asksWhose"> {
  return identity === "token" ? { maxSuites, asksWhose: true } : { suites: { appId: identity.appId } };
}

/** GraphQL drops the suffix of a bot's login everywhere except in `viewer`. */
export function findOwnAccount(identity: OwnIdentity, viewer: { login: string } | undefined): OwnAccount {
  if (identity !== "token") return { login: identity.ownLogin, slug: null };
  const login = viewer?.login ?? "";
  return { login, slug: login.replace(/\[bot\]$/, "") };
}

/**
 * Only our own check runs: an app that workflows share has the runs of every job, and only ours have our
 * external id.
 */
export function ownSuites(
  suites: CheckSuitesAnswer | null | undefined,
  { slug }: OwnAccount,
): CheckSuitesAnswer {
  const all = suites?.nodes ?? [];
  if (slug === null) return { nodes: all };
  const own = all.flatMap((suite) => (suite?.app?.slug === slug ? (suite.checkRuns?.nodes ?? []) : []));
  return {
    nodes: [{ app: null, checkRuns: { nodes: own.filter((run) => isExternalId(run?.externalId ?? "")) } }],
  };
}

/** True for a text of ours: by its author and, under a shared account, by our marker too. */
export function isOurs({ login, body }: { login: string; body: string }, ownLogin: string): boolean {
  return login === ownLogin && (ownLogin !== sharedLogin || isMarked(body));
}

/** All workflows write as this account. */
const sharedLogin = "github-actions[bot]";

/** The slug of another app that writes check runs like ours on this commit; null when there is none. */
export function findOtherApp(
  suites: CheckSuitesAnswer | null | undefined,
  { slug }: OwnAccount,
): string | null {
  if (slug === null) return null;
  const others = (suites?.nodes ?? []).filter((suite) => suite?.app && suite.app.slug !== slug);
  const isLikeOurs = (suite: (typeof others)[number]) =>
    suite?.checkRuns?.nodes?.some((run) => isExternalId(run?.externalId ?? "")) ?? false;
  return others.find(isLikeOurs)?.app?.slug ?? null;
}
