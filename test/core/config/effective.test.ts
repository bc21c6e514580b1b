import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { formatProblem, resolveConfig } from "../../../src/core/config/effective.ts";
import { defaultTree, listLeaves, toTree, valueAt } from "../../../src/core/config/layers.ts";
import { defaultSections } from "../../../src/core/config/section-names/default-sections.ts";

const folder = fileURLToPath(new URL("../../fixtures/config", import.meta.url));
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "repository.yml")))
  .map((entry) => entry.name);

const read = (name: string, file: string) => {
  const path = join(folder, name, file);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
};

function resolve(name: string) {
  return resolveConfig({
    base: read(name, "repository.yml"),
    defaultBranch: null,
    organisation: read(name, "organisation.yml"),
    organisationIsHidden: read(name, "organisation-is-hidden") !== null,
  });
}

const known: readonly string[] = defaultSections.flatMap(({ aliases }) => aliases);
/** Leaves out the known aliases: they are many, and no fixture is about them. */
const show = (path: string[], value: unknown) =>
  JSON.stringify(path[3] === "aliases" ? (value as string[]).filter((word) => !known.includes(word)) : value);

/** Where the effective config differs from the defaults, and which file says so. */
function differences(name: string): string {
  const { config, sources } = resolve(name);
  const lines = listLeaves(toTree(config))
    .filter(({ path, value }) => JSON.stringify(valueAt(defaultTree, path)) !== JSON.stringify(value))
    .map(
      ({ path, value }) =>
        `${path.join(".")}: ${show(path, value)}  # ${sources.get(path.join(".")) ?? "default"}`,
    );
  return lines.map((line) => `${line}\n`).join("");
}

describe.each(cases)("%s", (name) => {
  it("lists every problem, with its place and its fallback", async () => {
    const problems = resolve(name).problems.map((problem) => `${problem.level}  ${formatProblem(problem)}\n`);
    await expect(problems.join("")).toMatchFileSnapshot(join(folder, name, "problems.txt"));
  });

  it("resolves to the expected effective config", async () => {
    await expect(differences(name)).toMatchFileSnapshot(join(folder, name, "effective.txt"));
  });
});
