/** What to do to a request instead of, or after, answering it. */
export interface Fault {
  method?: string;
  /** A whole path, a route ("/repos/:owner/:repo/check-runs") or an expression. */
  path?: string | RegExp;
  /** A GraphQL document's name: "PullRequest". */
  operation?: string;
  /** The pull request of a GraphQL document: its variable `number`. */
  number?: number;
  /** The number of requests to hit; by default 1. */
  times?: number;
  /** Milliseconds to wait before anything else. */
  delayMs?: number;
  /** A promise to wait for first. */
  until?: Promise<unknown>;
  /** "store": the request is carried out, and only its answer is replaced. */
  after?: "store";
  /** The answer's status; by default 500. Without status, body, drop or half, it only delays. */
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Closes the connection without an answer. */
  drop?: boolean;
  /** Sends the head and half of the body, then closes the connection. */
  half?: boolean;
}

export interface FaultTarget {
  method: string;
  path: string;
  route: string | null;
  operation: string | null;
  body: unknown;
}

/** Injected faults. The first that matches a request is used, and removed after `times` uses. */
export class Faults {
  #waiting: { fault: Fault; left: number }[] = [];

  next(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /**
   * GitHub's answer at the primary limit (sources.md §7), with nothing remaining until the reset in `seconds`
   * seconds: 403, or for a GraphQL `operation` 200 with an error. As in every answer, reset and date are on
   * the machine's clock.
   */
  primaryRateLimit(
    seconds: number,
    which: Pick<Fault, "method" | "path" | "operation" | "times"> = {},
  ): void {
    const message = "API rate limit exceeded for installation ID 1.";
    const isGraphql = which.operation !== undefined;
    this.next({
      ...which,
      status: isGraphql ? 200 : 403,
      headers: {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + seconds),
      },
      body: isGraphql
        ? { errors: [{ type: "RATE_LIMITED", message }] }
        : { message, documentation_url: docs },
    });
  }

  /** GitHub's answer at a secondary limit: 403 (or 429) with `retry-after` in seconds. */
  secondaryRateLimit(
    retryAfter: number,
    which: Pick<Fault, "method" | "path" | "operation" | "times"> = {},
  ): void {
    const message =
      "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
    this.next({
      ...which,
      status: 403,
      headers: { "retry-after": String(retryAfter) },
      body: { message, documentation_url: docs },
    });
  }

  /** Takes the fault for this request, if there is one. */
  take(target: FaultTarget): Fault | null {
    const found = this.#waiting.find(({ fault }) => fits(fault, target));
    if (!found) return null;
    found.left -= 1;
    if (found.left <= 0) this.#waiting = this.#waiting.filter((one) => one !== found);
    return found.fault;
  }

  /** The number of requests that will still be hit. */
  get left(): number {
    return this.#waiting.reduce((total, one) => total + one.left, 0);
  }

  clear(): void {
    this.#waiting = [];
  }
}

const docs =
  "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits";

function fits(fault: Fault, target: FaultTarget): boolean {
  if (fault.method !== undefined && fault.method !== target.method) return false;
  if (fault.operation !== undefined && fault.operation !== target.operation) return false;
  if (fault.number !== undefined && fault.number !== numberOf(target)) return false;
  if (fault.path === undefined) return true;
  if (typeof fault.path === "string") return fault.path === target.path || fault.path === target.route;
  return fault.path.test(target.path);
}

function numberOf({ body }: FaultTarget): unknown {
  return (body as { variables?: { number?: unknown } } | null)?.variables?.number;
}
