import type { Observation } from "../../core/observation.ts";
import { GitHubError } from "../../reconcile/ports/github-error.ts";
import { connectAsPerson } from "./connect-as-person.ts";
import { parsePullRequestName } from "./run-command.ts";

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
  throw new GitHubError(`${pullRequest} wasn't found; check the number, and that the token can read it`, {
    reason: "not_found",
  });
}
