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

/**
 * GitHub's answer to one request. Octokit's own type says too little about the headers and the body. Header
 * names are in lower case.
 */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  data: unknown;
}

/**
 * Requests that notify people; GitHub limits them when "creating content too quickly". The app sends
 * comments, replies and reviews. Check runs, labels and reactions notify nobody.
 * https://docs.github.com/en/rest/issues/comments#create-an-issue-comment
 */
const notifying = /\/(comments|replies|reviews|requested_reviewers)$/;

const tokenPath = "/app/installations/{installation_id}/access_tokens";

/** The options of Octokit's request hook that tell requests apart. */
interface HookOptions {
  method?: string;
  /** The route's template, such as `/repos/{owner}/{repo}/check-runs`. */
  url?: string;
  /** A GraphQL document. */
  query?: unknown;
  /** A check run's output. */
  output?: unknown;
}

/**
 * A mutation counts as a create, because its text doesn't show whether it may be repeated. An update with
 * annotations is not idempotent, because it appends them each time.
 */
export function describeCall({ method = "GET", url = "", query, output }: HookOptions): Call {
  if (typeof query === "string") {
    const writes = /^\s*mutation\b/m.test(query);
    return {
      name: writes ? "graphql mutation" : "graphql query",
      api: "graphql",
      kind: writes ? "graphql_mutation" : "graphql_query",
      writes,
      idempotent: !writes,
      notifies: false,
    };
  }
  const writes = method !== "GET" && method !== "HEAD";
  const appends = typeof output === "object" && output !== null && "annotations" in output;
  return {
    name: `${method} ${url}`,
    api: "rest",
    kind: url === tokenPath ? "token" : writes ? "rest_write" : "rest_read",
    writes,
    idempotent: method !== "POST" && !appends,
    notifies: method === "POST" && notifying.test(url),
  };
}
