import type { Instant } from "../../core/pull-request.ts";
import { GitHubError, type GitHubErrorReason } from "../../reconcile/ports.ts";
import type { GraphqlAnswer, GraphqlError, RestAnswer } from "./client.ts";
import { isRateLimit } from "./is-rate-limit.ts";
import { RefusedDocumentError } from "./refused-document-error.ts";
import { RateLimitError } from "./rate-limit-error.ts";

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
 * The `{data, errors}` of a GraphQL answer with HTTP status 200. Data beside errors is kept (optional parts may be blind).
 * Throws GitHubError when there is no data, or when the limit was hit, which GitHub answers with 200 too.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit
 */
export function readGraphqlAnswer<Data>(answer: RestAnswer, call: string, now: Instant): GraphqlAnswer<Data> {
  const { data, errors } = (answer.data ?? {}) as { data?: Data | null; errors?: GraphqlError[] };
  if (isLimited(answer, data, errors)) {
    const message = `GitHub's limit is used up for ${call}; it can be asked again when GitHub allows it.`;
    throw new RateLimitError(message, { status: answer.status, headers: answer.headers, now });
  }
  if (data === null || data === undefined) throw toRefusal(errors ?? [], call);
  return { data, errors: errors ?? [] };
}

/** The quota has a type of its own; a secondary limit answers as REST does, in place of any data. */
function isLimited({ headers, data: body }: RestAnswer, data: unknown, errors: GraphqlError[] = []): boolean {
  if (errors.some((error) => error.type === "RATE_LIMITED")) return true;
  if (data !== null && data !== undefined) return false;
  return isRateLimit(headers, body) || errors.some((error) => isRateLimit({}, error));
}

/** What the schema refuses is told by its place in the document, without a `type` and before anything is carried out. */
function toRefusal(errors: GraphqlError[], call: string): GitHubError {
  const error = toGraphqlError(errors, call);
  const isRefused = errors.some(
    ({ type, locations, extensions }) =>
      type === undefined && (locations !== undefined || extensions?.code !== undefined),
  );
  return isRefused ? new RefusedDocumentError(error.message, errors) : error;
}

/** The error to throw for the first of a GraphQL answer's errors; for callers that cannot use partial data (mutations). */
export function toGraphqlError(errors: GraphqlError[], call: string): GitHubError {
  const [first] = errors;
  const seen = first === undefined ? "no data and no error" : `${first.type ?? "an error"}: ${first.message}`;
  return new GitHubError(`GitHub answered ${call} with ${seen.slice(0, 300)}.`, {
    reason: readReason(first),
    status: 200,
  });
}

function readReason(error: GraphqlError | undefined): GitHubErrorReason {
  const known = reasons[error?.type ?? ""];
  if (known !== undefined) return known;
  // A document or variable that GitHub's schema refuses carries a code ("undefinedField") and no type.
  return error?.extensions?.code === undefined ? "unavailable" : "invalid";
}
