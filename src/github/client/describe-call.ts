import type { Headers } from "./rate-limits.ts";

export type RequestKind = "rest_read" | "rest_write" | "graphql_query" | "graphql_mutation" | "token";

/** What the limits and the retries need to know about a request before it is sent. */
export interface Call {
  /** For messages and logs: `POST /repos/{owner}/{repo}/check-runs`, `graphql query`. */
  name: string;
  api: "rest" | "graphql";
  kind: RequestKind;
  writes: boolean;
  /** Sending it twice is the same as sending it once. */
  idempotent: boolean;
  /** Creates content that people are notified of, which GitHub limits separately. */
  notifies: boolean;
}

/** GitHub's answer to one request. Header names are in lower case. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  data: unknown;
}

/**
 * Requests that notify people, and which GitHub limits when "creating content too quickly": of those that the
 * app sends, comments, replies and reviews. Check runs, labels and reactions notify nobody.
 * https://docs.github.com/en/rest/issues/comments#create-an-issue-comment
 */
const notifying = /\/(comments|replies|reviews|requested_reviewers)$/;

const tokenPath = "/app/installations/{installation_id}/access_tokens";

/** The options of Octokit's request hook that identify a request. */
interface HookOptions {
  method?: string;
  url?: string;
  [parameter: string]: unknown;
}

/** `options` as Octokit's request hook has them: the route's template, and its parameters beside it. */
export function describeCall(options: HookOptions): Call {
  if (typeof options.query === "string") return describeGraphqlCall(options.query);
  return describeRestCall(`${options.method} ${options.url}`, options);
}

/**
 * `route` as Octokit writes it: a method, a space, a path. An update with annotations is not idempotent,
 * because it appends them each time.
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

/** A mutation counts as a create, because nothing in its text says whether it may be repeated. */
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
