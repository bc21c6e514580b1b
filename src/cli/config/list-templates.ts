import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** The folders in which GitHub looks, first one first: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests */
const folders = [".github", ".", "docs"];

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

const isTemplate = (name: string) => /^pull_request_template(?:\.(?:md|markdown|txt))?$/i.test(name);
const isFolder = (path: string) => statSync(path).isDirectory();

/**
 * The pull request templates of a checkout: the one that GitHub takes by itself, else those of a PULL_REQUEST_TEMPLATE folder.
 * Paths relative to `root` joined with it; none when there is no template.
 */
export function listTemplates(root: string): string[] {
  const named = folders.flatMap((folder) =>
    list(join(root, folder))
      .filter(isTemplate)
      .map((name) => join(root, folder, name)),
  );
  const single = named.find((path) => !isFolder(path));
  if (single !== undefined) return [single];
  const several = named.find(isFolder);
  if (several === undefined) return [];
  return list(several)
    .filter((name) => /\.(?:md|markdown|txt)$/i.test(name))
    .map((name) => join(several, name));
}
