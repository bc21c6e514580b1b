import { configPath, type MergeGroupObservation } from "../../core/observation.ts";
import type { MergeGroupSubject } from "../../reconcile/ports.ts";
import type { GitHubClient } from "../client/client.ts";
import { listUnavailableParts } from "./list-unavailable-parts.ts";
import { findOwnAccount, type OwnIdentity, ownSuites, ownVariables } from "./own-account.ts";
import { parseOrganisationText, parseText } from "./parse-config-texts.ts";
import { parseOwnCheckRuns } from "./parse-pull-request.ts";

/** Our check runs on a merge group's commit, and the config texts; null when the commit is gone. */
export async function observeMergeGroup(
  client: GitHubClient,
  subject: MergeGroupSubject,
  identity: OwnIdentity,
): Promise<MergeGroupObservation | null> {
  const { owner, name } = subject.repository;
  const { data, errors, leftOut } = await client.ask("merge-group", {
    owner,
    name,
    headSha: subject.headSha,
    // The full ref, because for a short one Git prefers a tag of the same name.
    baseConfig: `refs/heads/${subject.baseRef}:${configPath}`,
    ...ownVariables(identity),
  });
  listUnavailableParts(errors, leftOut);
  const { repository, organisation } = data;
  if (!repository?.commit) return null;
  const { commit } = repository;
  return {
    configTexts: {
      base: parseText(repository.baseConfig),
      defaultBranch: parseText(repository.defaultConfig),
      ...parseOrganisationText(organisation, repository.visibility, client.readEnum),
    },
    ownCheckRuns: parseOwnCheckRuns(
      ownSuites(
        commit.__typename === "Commit" ? commit.checkSuites : null,
        findOwnAccount(identity, data.viewer),
      ),
      client.readEnum,
    ),
  };
}
