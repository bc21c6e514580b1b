import type { Headers } from "./rate-limits.ts";

export type RequestKind = "rest_read" | "rest_write" | "graphql_query" | "graphql_mutation" | "token";

/** What the limits and the retries need to know of a request before it is sent. */
export interface Call {
  /** For messages and logs: `POST /repos/{owner}/{repo}/check-runs`, `graphql query`. */
  name: string;
  api: "rest" | "graphql";
  kind: RequestKind;
  writes: boolean;
  /** Sending it twice is the same as sending it once. */
  idempotent: boolean;
  /** It makes content that people are notified of; GitHub counts that apart. */
  notifies: boolean;
}

/** What GitHub answered to one request; the headers' names are in lower case. */
export interface Answer {
  status: number;
  headers: Headers;
  data: unknown;
}

/**
 * Requests whose reference page says that they notify and that "creating content too quickly" is limited: of
 * those that the app makes, comments, replies and reviews. Check runs, labels and reactions notify nobody.
 * https://docs.github.com/en/rest/issues/comments#create-an-issue-comment
 */
const notifying = /\/(comments|replies|reviews|requested_reviewers)$/;

const tokenPath = "/app/installations/{installation_id}/access_tokens";

/** What Octokit's request hook is given, as far as it tells what a request is. */
interface HookOptions {
  method?: string;
  url?: string;
  [parameter: string]: unknown;
}

/** `options` as Octokit's request hook has them: the route's template, and the parameters beside it. */
export function describeCall(options: HookOptions): Call {
  if (typeof options.query === "string") return describeGraphqlCall(options.query);
  return describeRestCall(`${options.method} ${options.url}`, options);
}

/**
 * `route` as Octokit writes it: a method, a space, a path. An update that brings annotations appends them,
 * each time anew.
 */
export function describeRestCall(route: string, parameters: Record<string, unknown> = {}): Call {
  const [method = "GET", path = ""] = route.split(" ");
  const writes = method !== "GET" && method !== "HEAD";
  const output = parameters.output as { annotations?: unknown } | undefined;
  return {
    name: route,
    api: "rest",
    kind: path === tokenPath ? "token" : writes ? "rest_write" : "rest_read",
    writes,
    idempotent: method !== "POST" && output?.annotations === undefined,
    notifies: method === "POST" && notifying.test(path),
  };
}

/** A mutation is a write, and is treated as a create: nothing in its text says whether it may be repeated. */
export function describeGraphqlCall(document: string): Call {
  const writes = /^\s*mutation\b/m.test(document);
  return {
    name: writes ? "graphql mutation" : "graphql query",
    api: "graphql",
    kind: writes ? "graphql_mutation" : "graphql_query",
    writes,
    idempotent: !writes,
    notifies: false,
  };
}
