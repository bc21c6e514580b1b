import { type ConfigTexts, configPath } from "../../core/observation.ts";
import type { PullRequest } from "../../core/pull-request.ts";
import type { ConfigTextAnswer, OrganisationAnswer, RepositoryAnswer, VisibilityAnswer } from "../answers.ts";
import { type ReadEnum, visibility } from "../enums.ts";

/** The config texts come with the same query, so that a decision never mixes an old config with new facts. */
export function parseConfigTexts(
  repository: RepositoryAnswer,
  organisation: OrganisationAnswer | null,
  pullRequest: PullRequest,
  readEnum: ReadEnum,
): ConfigTexts {
  const target = repository.pullRequest?.baseRef?.target;
  return {
    base: target?.__typename === "Commit" ? parseText(target.file?.object) : null,
    defaultBranch: parseText(repository.defaultConfig),
    head: pullRequest.files.some((file) => file.path === configPath)
      ? parseText(repository.headConfig)
      : null,
    ...parseOrganisationText(organisation, repository.visibility, readEnum),
  };
}

/**
 * The organisation's text, and whether fewer people may see its repository than this one; null and false
 * without one. A repository of unknown visibility counts as private if it is the organisation's, else as
 * public.
 */
export function parseOrganisationText(
  organisation: OrganisationAnswer | null,
  repositoryVisibility: VisibilityAnswer,
  readEnum: ReadEnum,
): Pick<ConfigTexts, "organisation" | "organisationIsHidden"> {
  const theirs = readEnum(visibility, organisation?.visibility) ?? 2;
  const ours = readEnum(visibility, repositoryVisibility) ?? 0;
  return {
    organisation: parseText(organisation?.config),
    organisationIsHidden: organisation !== null && theirs > ours,
  };
}

/** A blob's text; null for no file, a folder of that name, or a binary. */
export function parseText(answer: ConfigTextAnswer | null | undefined): string | null {
  return answer?.text ?? null;
}
