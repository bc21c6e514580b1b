import { Octokit } from "@octokit/rest";
import { askGraphql } from "./ask.ts";
import { type ClientOptions, type Logger, realTiming } from "./options.ts";
import { keepPace } from "./keep-pace.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { repeatIdempotent } from "./repeat-idempotent.ts";
import { createSchemaGaps } from "./schema-gaps.ts";
import { sendOnce } from "./send-once.ts";
import { useInstallationToken } from "./use-installation-token.ts";

/**
 * `@octokit/rest` with plug-ins in place of Octokit's own for throttling and repetition
 * (docs/decisions/0011-octokit-with-our-plug-ins.md). Each wraps the one before it: repeat ( token ( pace (
 * send once ))). A hook hands on the options it was given, so what it adds it adds to them.
 */
const GitHubOctokit = Octokit.plugin(sendOnce, keepPace, useInstallationToken, repeatIdempotent, askGraphql);

/**
 * GitHub as the App, one installation or a token's owner sees it: `rest`, `paginate`, and `ask` for GraphQL.
 * Throws GitHubError.
 */
export type GitHubClient = InstanceType<typeof GitHubOctokit>;

export interface OctokitParts
  extends Pick<ClientOptions, "clock" | "logger">,
    Partial<Omit<ClientOptions, "clock" | "logger" | "limits">> {
  /** Base of the REST API, without a slash at the end: `https://api.github.com`. */
  apiUrl: string;
  limits?: Partial<Limits> | undefined;
  /** As Octokit takes them. */
  authStrategy?: unknown;
  auth?: unknown;
}

/**
 * One client. `parts` may name who signs its requests: `auth`, `authStrategy`, or an installation's `tokens`.
 */
export function createOctokit({ apiUrl, authStrategy, auth, limits, ...parts }: OctokitParts): GitHubClient {
  const { logger } = parts;
  const client: ClientOptions = {
    graphqlUrl: `${apiUrl}/graphql`,
    timing: realTiming,
    gaps: createSchemaGaps(logger),
    onSent: () => {},
    onQuota: () => {},
    tokens: null,
    ...parts,
    limits: { ...defaultLimits, ...limits },
  };
  const log = createLog(logger);
  return new GitHubOctokit({
    baseUrl: apiUrl,
    userAgent: "async-review",
    log,
    request: { log },
    authStrategy,
    auth,
    client,
  });
}

function createLog(logger: Logger) {
  return {
    debug() {},
    info() {},
    // "… is deprecated" and the like: Octokit hands over whole sentences.
    warn: (message: string) => logger.warn({}, message),
    // Octokit logs each refusal here; it is thrown too, and whoever catches it knows what it is worth.
    error() {},
  };
}
