import { UsageError } from "../usage-error.ts";

/** `owner/repo`. Throws UsageError for anything else. */
export function parseRepositoryName(text: string): { owner: string; name: string } {
  const match = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+)$/.exec(text);
  if (!match) throw new UsageError(`"${text}" is not a repository; write it as owner/repo`);
  return { owner: match[1]!, name: match[2]! };
}

/** `owner/repo#123`. Throws UsageError for anything else. */
export function parsePullRequestName(text: string): { owner: string; name: string; number: number } {
  const match = /^([^#]+)#(\d+)$/.exec(text);
  if (!match) throw new UsageError(`"${text}" is not a pull request; write it as owner/repo#123`);
  return { ...parseRepositoryName(match[1]!), number: Number(match[2]) };
}
