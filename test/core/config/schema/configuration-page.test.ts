import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { formatProblem, resolveConfig } from "../../../../src/core/config/effective.ts";
import { renderOptionTable } from "./option-table.ts";

const path = fileURLToPath(new URL("../../../../docs/configuration.md", import.meta.url));
const page = readFileSync(path, "utf8");
const [start, end] = ["<!-- options: made from the schema by this page's test -->", "<!-- /options -->"];

/** The page's YAML examples, in order; one that begins with "# organisation" is an organisation's file. */
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);

describe("docs/configuration.md", () => {
  it("has the table of options that the schema generates", async () => {
    const [before, rest] = page.split(start);
    const after = rest!.split(end)[1];
    const table = `\n\n${renderOptionTable()}\n\n`;
    await expect(`${before}${start}${table}${end}${after}`).toMatchFileSnapshot(path);
  });

  it("has examples that parse without problems", () => {
    expect(examples.length).toBeGreaterThan(5);
    const problems = examples.flatMap((text) => {
      const isOrganisation = text.startsWith("# organisation");
      const texts = isOrganisation ? { base: null, organisation: text } : { base: text, organisation: null };
      return resolveConfig({ ...texts, defaultBranch: null }).problems.map(formatProblem);
    });
    expect(problems).toEqual([]);
  });

  it("shows the real defaults", () => {
    const everything = examples.find((text) => text.includes("# everything"))!;
    const shown = resolveConfig({ base: everything, defaultBranch: null, organisation: null }).config;
    expect(shown).toEqual(resolveConfig({ base: "", defaultBranch: null, organisation: null }).config);
  });
});
