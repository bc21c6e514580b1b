import type { Instant } from "../../core/pull-request.ts";
import { GitHubError, type GitHubErrorReason } from "../../reconcile/github-error.ts";
import type { HttpAnswer } from "./describe-call.ts";
import { isRateLimit, RateLimitError } from "./rate-limits.ts";

/**
 * One entry of a GraphQL answer's `errors`; `type` is GitHub's own addition ("NOT_FOUND", "FORBIDDEN",
 * "RATE_LIMITED").
 */
export interface GraphqlError {
  message: string;
  type?: string;
  path?: (string | number)[];
  /** Places in the document, counted from 1. */
  locations?: { line: number; column: number }[];
  /** Set on schema errors; graphql-ruby's names. */
  extensions?: { code?: string; typeName?: string; fieldName?: string; argumentName?: string };
}

/**
 * `data` is never null: an answer without any data throws. `errors` is empty when everything could be read.
 */
export interface GraphqlAnswer<Data> {
  data: Data;
  errors: GraphqlError[];
  /**
   * What was left out because this server's schema lacks it, such as `PullRequest.isInMergeQueue`. Absent
   * when nothing was.
   */
  leftOut?: string[];
}

/** The server's schema refuses the GraphQL document; nothing was carried out. */
export class RefusedDocumentError extends GitHubError {
  override name = "RefusedDocumentError";
  readonly errors: GraphqlError[];

  constructor(message: string, errors: GraphqlError[]) {
    super(message, { reason: "invalid", status: 200 });
    this.errors = errors;
  }
}

const reasons: Record<string, GitHubErrorReason> = {
  RATE_LIMITED: "rate_limited",
  NOT_FOUND: "not_found",
  FORBIDDEN: "forbidden",
  INSUFFICIENT_SCOPES: "forbidden",
  UNPROCESSABLE: "invalid",
  STALE_DATA: "conflict",
  SERVICE_UNAVAILABLE: "unavailable",
};

/**
 * Checks a GraphQL answer with HTTP status 200. Throws GitHubError when there is no data, or when the limit
 * was hit, which GitHub also answers with 200.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit
 */
export function checkGraphqlAnswer(answer: HttpAnswer, call: string, now: Instant): void {
  const { data, errors: given }: { data?: unknown; errors?: unknown } = answer.data ?? {};
  const errors = readErrors(given);
  if (isLimited(answer, data, errors ?? [])) {
    const message = `GitHub's limit is used up for ${call}; try again when GitHub allows it.`;
    throw new RateLimitError(message, { status: answer.status, headers: answer.headers, now });
  }
  if (errors === null) {
    const message = `GitHub's answer to ${call} has errors that can't be read; try again later.`;
    throw new GitHubError(message, { reason: "unavailable", status: answer.status });
  }
  if (data === null || data === undefined) throw toRefusal(errors, call);
}

/** Null when they can't be read. Every error has a message; all other fields may be missing. */
function readErrors(errors: unknown): GraphqlError[] | null {
  const list = errors ?? [];
  return Array.isArray(list) && list.every((one) => typeof one?.message === "string") ? list : null;
}

/** A used-up quota has a type of its own; a secondary limit is answered as in REST, without any data. */
function isLimited({ headers, data: body }: HttpAnswer, data: unknown, errors: GraphqlError[]): boolean {
  if (errors.some((error) => error.type === "RATE_LIMITED")) return true;
  if (data !== null && data !== undefined) return false;
  return isRateLimit(headers, body) || errors.some((error) => isRateLimit({}, error));
}

/** A schema error has no `type`, but a place in the document or a code. Nothing was carried out. */
function toRefusal(errors: GraphqlError[], call: string): GitHubError {
  const error = toGraphqlError(errors, call);
  const isRefused = errors.some(
    ({ type, locations, extensions }) =>
      type === undefined && (locations !== undefined || extensions?.code !== undefined),
  );
  return isRefused ? new RefusedDocumentError(error.message, errors) : error;
}

/**
 * The error to throw for the first of a GraphQL answer's errors, for callers that cannot use partial data
 * (mutations).
 */
export function toGraphqlError(errors: GraphqlError[], call: string): GitHubError {
  const [first] = errors;
  const seen = first === undefined ? "no data and no error" : `${first.type ?? "an error"}: ${first.message}`;
  return new GitHubError(`GitHub answered ${call} with ${seen.slice(0, 300).replace(/\.$/, "")}.`, {
    reason: readReason(first),
    status: 200,
  });
}

function readReason(error: GraphqlError | undefined): GitHubErrorReason {
  const known = reasons[error?.type ?? ""];
  if (known !== undefined) return known;
  // A document or variable that GitHub's schema refuses has a code ("undefinedField") and no type.
  return error?.extensions?.code === undefined ? "unavailable" : "invalid";
}
