import type { MergeGroupObservation } from "../../core/observation.ts";
import type { Subject } from "../../reconcile/ports.ts";
import type { MergeGroupQueryAnswer } from "../answers.ts";
import type { GitHubClient } from "../client/client.ts";
import { loadDocument } from "../load-document.ts";
import { findUnavailableParts } from "./find-unavailable-parts.ts";
import { findOwner, nameOwner, type OwnIdentity, ownSuites } from "./owner.ts";
import { parseOrganisationText, parseText } from "./parse-config-texts.ts";
import { parseOwnCheckRuns } from "./parse-pull-request.ts";

const document = loadDocument("merge-group");

/** Our check runs on a merge group's commit, and the config texts; null when the commit is gone. */
export async function observeMergeGroup(
  client: GitHubClient,
  subject: Extract<Subject, { kind: "merge_group" }>,
  identity: OwnIdentity,
): Promise<MergeGroupObservation | null> {
  const { owner, name } = subject.repository;
  const { data, errors, leftOut } = await client.ask<MergeGroupQueryAnswer>(document, {
    owner,
    name,
    headSha: subject.headSha,
    // The full ref, because for a short one Git prefers a tag of the same name.
    baseConfig: `refs/heads/${subject.baseRef}:.github/async.yml`,
    ...nameOwner(identity),
  });
  findUnavailableParts(errors, leftOut);
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
      ownSuites(commit.__typename === "Commit" ? commit.checkSuites : null, findOwner(identity, data.viewer)),
      client.readEnum,
    ),
  };
}
