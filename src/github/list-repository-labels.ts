import type { MergeGroupObservation } from "../core/observation.ts";
import type { RepositoryLabel } from "../core/plan/plan-labels.ts";
import type { GitHubClient } from "./client/client.ts";
import { listUnavailableParts } from "./observe/list-unavailable-parts.ts";
import { parseOrganisationText, parseText } from "./observe/parse-config-texts.ts";
import { nodes, readPages, requireRepository } from "./read-pages.ts";

export interface RepositoryLabels {
  labels: RepositoryLabel[];
  /** Of the default branch and the organisation. */
  configTexts: MergeGroupObservation["configTexts"];
}

/**
 * All labels of a repository, and the config texts that name the app's labels. Throws GitHubError "not_found"
 * when the repository does not exist or the reader may not see it.
 */
export async function listRepositoryLabels(
  client: GitHubClient,
  { owner, name }: { owner: string; name: string },
): Promise<RepositoryLabels> {
  const labels: RepositoryLabel[] = [];
  const none = { base: null, defaultBranch: null, organisation: null, organisationIsHidden: false };
  let configTexts: RepositoryLabels["configTexts"] = none;
  const pages = readPages(
    (cursor) => client.ask("repository-labels", { owner, name, cursor }),
    ({ repository }) => repository?.labels,
  );
  for await (const { data, errors, leftOut } of pages) {
    listUnavailableParts(errors, leftOut);
    const { labels: page, defaultConfig, visibility } = requireRepository(data.repository, { owner, name });
    for (const label of nodes(page)) labels.push({ name: label.name, description: label.description ?? "" });
    const text = parseText(defaultConfig);
    const organisationText = parseOrganisationText(data.organisation, visibility, client.readEnum);
    configTexts = { base: text, defaultBranch: text, ...organisationText };
  }
  return { labels, configTexts };
}
