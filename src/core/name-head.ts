/**
 * A branch at a commit, by name, because another branch may be at the same commit. Repository names ignore
 * case.
 */
export function nameHead(repository: string, branch: string, sha: string): string {
  return `${repository.toLowerCase()}:${branch}:${sha}`;
}
