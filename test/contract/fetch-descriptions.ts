import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** GitHub's own descriptions, at the versions that test/github/sources.md was written against. */
const packages = {
  rest: "@octokit/openapi@23.0.2",
  webhooks: "@octokit/openapi-webhooks@12.1.0",
} as const;

const cache = fileURLToPath(new URL("../../.cache/contract", import.meta.url));

/**
 * The parsed description, fetched once from the npm registry and kept in `.cache/`. Only the one file is
 * kept, because the REST description's package has 385 MB when installed.
 */
export function fetchDescription(which: keyof typeof packages): Record<string, unknown> {
  // Not named `.json`, so that the linter does not look at 13 MB.
  const file = join(cache, `${packages[which].replace(/[@/]+/g, "-").replace(/^-/, "")}.description`);
  if (!existsSync(file)) download(packages[which], file);
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
}

function download(name: string, file: string): void {
  console.log(`Fetching ${name} …`);
  const folder = join(cache, "download");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  try {
    const options = ["pack", "--silent", name, "--pack-destination", folder];
    execFileSync(npm, options, { stdio: ["ignore", "ignore", "inherit"] });
  } catch (cause) {
    throw new Error(
      `npm could not fetch ${name}; the contract tests need the registry once. Try again online.`,
      {
        cause,
      },
    );
  }
  const archive = readdirSync(folder).find((one) => one.endsWith(".tgz"));
  if (archive === undefined) throw new Error(`npm packed nothing for ${name}.`);
  const member = "package/generated/api.github.com.json";
  execFileSync("tar", ["-xzf", join(folder, archive), "-C", folder, member]);
  renameSync(join(folder, member), file);
  rmSync(folder, { recursive: true, force: true });
}
