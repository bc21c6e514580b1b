import { GitHubError } from "../reconcile/ports/github-error.ts";

/**
 * The repository of an answer. Throws GitHubError "not_found" when it does not exist or the reader may not
 * see it.
 */
export function requireRepository<Repository>(
  repository: Repository | null | undefined,
  { owner, name }: { owner: string; name: string },
): Repository {
  if (repository) return repository;
  throw new GitHubError(`${owner}/${name} was not found; check the name, and that the token may read it`, {
    reason: "not_found",
  });
}
