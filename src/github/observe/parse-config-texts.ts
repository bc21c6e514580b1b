import { configPath, type ConfigTexts } from "../../core/observation.ts";
import type { PullRequest } from "../../core/pull-request.ts";
import type { ConfigTextAnswer, OrganisationAnswer, RepositoryAnswer, VisibilityAnswer } from "../answers.ts";

/** The config texts come with the same query, so that a decision never mixes an old config with new facts. */
export function parseConfigTexts(
  repository: RepositoryAnswer,
  organisation: OrganisationAnswer | null,
  pullRequest: PullRequest,
): ConfigTexts {
  const target = repository.pullRequest?.baseRef?.target;
  return {
    base: target?.__typename === "Commit" ? parseText(target.file?.object) : null,
    defaultBranch: parseText(repository.defaultConfig),
    head: pullRequest.files.some((file) => file.path === configPath)
      ? parseText(repository.headConfig)
      : null,
    ...parseOrganisationText(organisation, repository.visibility),
  };
}

/**
 * The organisation's text, and whether fewer people may see its repository than this one. Null and false
 * without one.
 */
export function parseOrganisationText(
  organisation: OrganisationAnswer | null,
  repositoryVisibility: VisibilityAnswer,
): Pick<ConfigTexts, "organisation" | "organisationIsHidden"> {
  return {
    organisation: parseText(organisation?.config),
    organisationIsHidden: organisation !== null && rank(organisation.visibility) > rank(repositoryVisibility),
  };
}

/** The fewer may see it, the higher. */
const rank = (visibility: VisibilityAnswer) => ["PUBLIC", "INTERNAL", "PRIVATE"].indexOf(visibility);

/** A blob's text; null for no file, a folder of that name, or a binary. */
export function parseText(answer: ConfigTextAnswer | null | undefined): string | null {
  return answer?.text ?? null;
}
