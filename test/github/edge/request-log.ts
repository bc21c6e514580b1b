import type { Instant } from "../state/model.ts";

export interface LoggedRequest {
  method: string;
  /** The path as sent, without the query. */
  path: string;
  query: string;
  /** The route, `/repos/:owner/:repo/labels`; null when there is none. */
  route: string | null;
  /** For GraphQL, the document's name, and whether it is a mutation. */
  operation: string | null;
  operationType: "query" | "mutation" | null;
  /** Parsed JSON; null when there was none. */
  body: unknown;
  /** The status of the answer; 0 when the connection was dropped. */
  status: number;
  /** The local GitHub's clock. */
  at: Instant;
  byToken: "jwt" | "installation" | "user" | "none";
}

/** All requests in the order of arrival. */
export class RequestLog {
  readonly all: LoggedRequest[] = [];

  /** One short line for each: "POST /repos/:owner/:repo/check-runs", "query PullRequest". */
  get names(): string[] {
    return this.all.map((one) =>
      one.operationType === null
        ? `${one.method} ${one.route ?? one.path}`
        : `${one.operationType} ${one.operation ?? ""}`,
    );
  }

  get count(): number {
    return this.all.length;
  }

  /** The requests that changed something: REST writes (but not a token's creation) and mutations. */
  get writes(): LoggedRequest[] {
    return this.all.filter(
      (one) => one.method !== "GET" && !one.path.endsWith("/access_tokens") && one.operationType !== "query",
    );
  }

  clear(): void {
    this.all.length = 0;
  }
}
