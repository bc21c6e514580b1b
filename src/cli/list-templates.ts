import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * The folders in which GitHub looks, in order:
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests
 */
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

/** Files, and folders of files, with the names that GitHub expects. */
function findNamed(root: string): { files: string[]; folders: string[] } {
  const named = folders.flatMap((folder) =>
    list(join(root, folder))
      .filter(isTemplate)
      .map((name) => join(root, folder, name)),
  );
  return { files: named.filter((path) => !isFolder(path)), folders: named.filter(isFolder) };
}

const listFolder = (folder: string) =>
  list(folder)
    .filter((name) => /\.(?:md|markdown|txt)$/i.test(name))
    .map((name) => join(folder, name));

/**
 * The pull request templates of a checkout: the one that GitHub uses by default, else those of a
 * PULL_REQUEST_TEMPLATE folder. Paths start with `root`. Empty when there is no template.
 */
export function listTemplates(root: string): string[] {
  const {
    files,
    folders: [several],
  } = findNamed(root);
  if (files.length > 0) return files.slice(0, 1);
  return several === undefined ? [] : listFolder(several);
}

/**
 * Every template that a description may have started from: authors choose one from a folder by its address.
 */
export function listEveryTemplate(root: string): string[] {
  const { files, folders: several } = findNamed(root);
  return [...files.slice(0, 1), ...several.flatMap(listFolder)];
}
