/**
 * A branch at a commit, by name: another branch may well be at the same commit. Names of repositories have no
 * case.
 */
export function nameHead(repository: string, branch: string, sha: string): string {
  return `${repository.toLowerCase()}:${branch}:${sha}`;
}
