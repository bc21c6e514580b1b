/** What GitHub answered to one REST request. Octokit's own types stay behind this. */
export interface RestAnswer<Data = unknown> {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  data: Data;
}

/** One entry of a GraphQL answer's `errors`; `type` is GitHub's own addition ("NOT_FOUND", "FORBIDDEN", "RATE_LIMITED"). */
export interface GraphqlError {
  message: string;
  type?: string;
  path?: (string | number)[];
  /** Places in the document, counted from 1. */
  locations?: { line: number; column: number }[];
  /** Of what the schema refuses; graphql-ruby's names. */
  extensions?: { code?: string; typeName?: string; fieldName?: string; argumentName?: string };
}

/** `data` is never null: an answer without any data is thrown. `errors` is empty when everything could be read. */
export interface GraphqlAnswer<Data = Record<string, unknown>> {
  data: Data;
  errors: GraphqlError[];
  /** What was not asked because this server's schema lacks it: `PullRequest.isInMergeQueue`. Missing: nothing. */
  leftOut?: string[];
}

/**
 * Sends one REST request. `route` is Octokit's form: `GET /repos/{owner}/{repo}`, with the placeholders' values and the
 * body's fields in `parameters`. Throws GitHubError for every answer that is not 2xx.
 */
export type SendRest = <Data = unknown>(
  route: string,
  parameters?: Record<string, unknown>,
) => Promise<RestAnswer<Data>>;

/** Sends one GraphQL document. Throws GitHubError when there is no data at all, or when the rate limit is used up. */
export type SendGraphql = <Data = Record<string, unknown>>(
  document: string,
  variables?: Record<string, unknown>,
) => Promise<GraphqlAnswer<Data>>;

/** GitHub as one installation, or one person's token, sees it. */
export interface GitHubClient {
  request: SendRest;
  graphql: SendGraphql;
}

/** Where a GitHub is. */
export interface GitHubAddress {
  /** Base of the REST API, without a slash at the end: `https://api.github.com`. */
  apiUrl: string;
  /** The GraphQL address itself: `https://api.github.com/graphql`. */
  graphqlUrl: string;
}

/** What pino offers, and all that is used of it. */
export interface Logger {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** One request that was sent, for the metrics. `status` is null when no answer came. */
export interface SentRequest {
  kind: RequestKind;
  status: number | null;
  milliseconds: number;
}

export type RequestKind = "rest_read" | "rest_write" | "graphql_query" | "graphql_mutation" | "token";

/** Real time, apart from the settable clock of the domain: pacing measures how fast requests really leave. */
export interface Timing {
  /** Milliseconds from any fixed point, never going back. */
  elapsed(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Aborts with a "TimeoutError" after that long. */
  deadline(milliseconds: number): AbortSignal;
}
