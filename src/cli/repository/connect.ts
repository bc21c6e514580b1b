import { findEarliest, latestOf } from "../../core/calendar/instant.ts";
import type { Observation } from "../../core/observation.ts";
import type { Instant, PullRequest } from "../../core/pull-request.ts";
import { readEnvironment } from "../../env.ts";
import type { GitHubClient } from "../../github/client/client.ts";
import {
  createGitHubClients,
  createTokenClient,
  type GitHubClients,
} from "../../github/client/create-github-clients.ts";
import type { Logger } from "../../github/client/options.ts";
import { createGitHub, createTokenGitHub } from "../../github/github.ts";
import { findInstallation } from "../../github/installations.ts";
import { isEssential } from "../../github/observe/list-unavailable-parts.ts";
import { noIdentity } from "../../github/observe/own-account.ts";
import { createOwnIdentity } from "../../github/own-app.ts";
import { systemClock } from "../../reconcile/dependencies.ts";
import { GitHubError } from "../../reconcile/github-error.ts";
import type { GitHub } from "../../reconcile/ports.ts";
import { tell, UsageError } from "../print.ts";
import {
  findToken,
  hasAppCredentials,
  loadCommandEnvironment,
  readPersonsEnvironment,
} from "./command-environment.ts";
import { parsePullRequestName } from "./run-command.ts";

/**
 * GitHub as a person sees it, for reading: with `GITHUB_TOKEN`, else with the login of GitHub's own command
 * line. Throws UsageError when there is neither.
 */
export function connectAsPerson(): { client: GitHubClient; github: GitHub } {
  const { apiUrl, graphqlUrl } = readPersonsEnvironment();
  const token = findToken();
  if (token === null) {
    throw new UsageError("There is no token; set GITHUB_TOKEN, or log in with `gh auth login`.");
  }
  const client = createTokenClient({ token, apiUrl, graphqlUrl, clock: systemClock, logger: commandLogger });
  return { client, github: createTokenGitHub(client, noIdentity) };
}

/**
 * GitHub as the App's installation that covers a repository. Writing needs it, because comments and checks
 * are the App's. Throws UsageError without the App's credentials, and GitHubError "not_found" when the App is
 * not installed there; its message says what to do `instead`.
 */
export async function connectAsApp(
  { owner, name }: { owner: string; name: string },
  instead = "use --dry-run with a token that may read it",
): Promise<{ client: GitHubClient; github: GitHub; installationId: number }> {
  const environment = hasAppCredentials()
    ? readEnvironment(loadCommandEnvironment("app"), { container: true })
    : null;
  if (environment?.mode !== "serve") {
    throw new UsageError(
      "Writing needs the App's own credentials, because comments and checks are the App's; set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, or use --dry-run with a token.",
    );
  }
  const { appId, privateKey, apiUrl, graphqlUrl } = environment;
  const clients = createGitHubClients({
    appId,
    privateKey,
    apiUrl,
    graphqlUrl,
    clock: systemClock,
    logger: commandLogger,
  });
  const installationId = await findCovering(clients.app, { owner, name }, instead);
  const github = createGitHub(clients, createOwnIdentity(clients, appId).ask);
  return { client: clients.installation(installationId), github, installationId };
}

async function findCovering(
  app: GitHubClients["app"],
  repository: { owner: string; name: string },
  instead: string,
): Promise<number> {
  try {
    return await findInstallation(app, repository);
  } catch (error) {
    if (!(error instanceof GitHubError && error.reason === "not_found")) throw error;
    const { owner, name } = repository;
    throw new GitHubError(`The App isn't installed on ${owner}/${name}; install it there, or ${instead}.`, {
      reason: "not_found",
      cause: error,
    });
  }
}

/**
 * When the app first saw a pull request, as far as GitHub shows: its own check suite on a commit is created
 * when the commit is pushed or first checked. The command line has no database to ask. Null when the app left
 * no trace.
 */
export function findFirstSeen({
  createdAt,
  commits,
}: Pick<PullRequest, "createdAt" | "commits">): Instant | null {
  const first = findEarliest(commits.map(({ ownSuiteCreatedAt }) => ownSuiteCreatedAt));
  return first === null ? null : latestOf(first, createdAt);
}

/**
 * A pull request and its repository's config, as a person sees them. Throws UsageError and GitHubError
 * ("not_found").
 */
export async function readPullRequest(pullRequest: string): Promise<Observation> {
  const { number, ...repository } = parsePullRequestName(pullRequest);
  const { github } = connectAsPerson();
  const subject = {
    kind: "pull_request",
    installationId: 0,
    repository: { id: 0, ...repository },
    number,
  } as const;
  const observation = await github.observePullRequest(subject);
  if (observation) return observation;
  throw new GitHubError(`${pullRequest} wasn't found; check the number, and that the token can read it.`, {
    reason: "not_found",
  });
}

/**
 * A command doesn't log its requests. It only says once what this GitHub lacks, and which of its values are
 * unknown to this version.
 */
const commandLogger: Logger = {
  debug() {},
  warn(fields) {
    const { unknown } = fields as { unknown?: string | string[] };
    if (Array.isArray(unknown)) {
      // For essential parts, the command fails with an error of its own.
      const lacking = unknown.filter((name) => !isEssential(name));
      if (lacking.length > 0)
        tell(`async-review: This GitHub doesn't have ${lacking.join(", ")}; what depends on it is left out.`);
    } else if (unknown !== undefined)
      tell(
        `async-review: This GitHub sent ${unknown}, which is newer than this version; update async-review.`,
      );
  },
};
