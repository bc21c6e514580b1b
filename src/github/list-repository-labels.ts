import type { MergeGroupObservation, RepositoryLabel } from "../core/observation.ts";
import type { ConfigTextAnswer, OrganisationAnswer, Connection, VisibilityAnswer } from "./answers.ts";
import type { GitHubClient } from "./client/client.ts";
import { loadDocument } from "./load-document.ts";
import { findUnavailableParts } from "./observe/find-unavailable-parts.ts";
import { parseOrganisationText, parseText } from "./observe/parse-config-texts.ts";
import { nodes } from "./observe/parse-pull-request.ts";
import { readPages, requireRepository } from "./read-pages.ts";

const document = loadDocument("repository-labels");

interface Answer {
  repository: {
    visibility: VisibilityAnswer;
    defaultConfig: ConfigTextAnswer | null;
    labels: Connection<{ name: string; description: string | null }> | null;
  } | null;
  organisation: OrganisationAnswer | null;
}

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
  const findList = (answer: Answer) => answer.repository?.labels;
  const pages = readPages<Answer>(client, document, { owner, name }, findList);
  for await (const { data, errors, leftOut } of pages) {
    findUnavailableParts(errors, leftOut);
    const { labels: page, defaultConfig, visibility } = requireRepository(data.repository, { owner, name });
    for (const { description, ...label } of nodes(page))
      labels.push({ ...label, description: description ?? "" });
    const text = parseText(defaultConfig);
    const organisationText = parseOrganisationText(data.organisation, visibility, client.readEnum);
    configTexts = { base: text, defaultBranch: text, ...organisationText };
  }
  return { labels, configTexts };
}
