import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A temporary folder for real files and Git repositories; `remove` deletes it. */
export function makeFolder() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "checkout-")));
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    ...Object.fromEntries(
      ["AUTHOR", "COMMITTER"].flatMap((who) => [
        [`GIT_${who}_NAME`, "Alice"],
        [`GIT_${who}_EMAIL`, "alice@example.org"],
      ]),
    ),
  };
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true }),
    git: (at: string, ...args: string[]) =>
      execFileSync("git", args, { cwd: join(folder, at), env, encoding: "utf8" }),
    write(path: string, text: string | Uint8Array) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
  };
}

export type Folder = ReturnType<typeof makeFolder>;

/** A repository with one commit of these files on `main`. The branch `feature` is checked out. */
export function makeRepository(at: Folder, name: string, files: Record<string, string>): void {
  at.write(`${name}/.gitkeep`, "");
  for (const [path, text] of Object.entries(files)) at.write(`${name}/${path}`, text);
  at.git(name, "init", "--quiet", "--initial-branch", "main");
  commitAll(at, name);
  at.git(name, "checkout", "--quiet", "-b", "feature");
}

export function commitAll(at: Folder, name: string): void {
  at.git(name, "add", "--all", "--force");
  at.git(name, "commit", "--quiet", "--message", "Change");
}
