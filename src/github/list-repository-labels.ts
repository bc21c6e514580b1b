import type { RepositoryLabel } from "../core/observation.ts";
import type { MergeGroupObservation } from "../core/observation.ts";
import type { ConfigTextAnswer, OrganisationAnswer, Connection, VisibilityAnswer } from "./answers.ts";
import type { GraphqlAnswer } from "./client/graphql-answer.ts";
import type { GitHubClient } from "./client/client.ts";
import { loadDocument } from "./load-document.ts";
import { findUnavailableParts } from "./observe/find-unavailable-parts.ts";
import { parseOrganisationText, parseText } from "./observe/parse-config-texts.ts";
import { nodes } from "./observe/parse-pull-request.ts";
import { requireRepository } from "./require-repository.ts";

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
  for (let cursor: string | null = null; ; ) {
    const answer: GraphqlAnswer<Answer> = await client.ask<Answer>(document, { owner, name, cursor });
    findUnavailableParts(answer.errors, answer.leftOut);
    const repository = requireRepository(answer.data.repository, { owner, name });
    for (const { description, ...label } of nodes(repository.labels)) {
      labels.push({ ...label, description: description ?? "" });
    }
    const page = repository.labels?.pageInfo;
    if (!page?.hasNextPage) {
      const text = parseText(repository.defaultConfig);
      const organisationText = parseOrganisationText(
        answer.data.organisation,
        repository.visibility,
        client.readEnum,
      );
      return { labels, configTexts: { base: text, defaultBranch: text, ...organisationText } };
    }
    cursor = page.endCursor;
  }
}
