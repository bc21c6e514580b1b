import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../../../src/core/config/effective.ts";
import { draftConfig } from "../../../../src/core/description/draft/draft-config.ts";
import { readTemplate } from "../../../../src/core/description/draft/read-template.ts";
import { readData } from "../../../eval/data.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const folder = join(root, "test/fixtures/config-init");
const collected = readData<{ path: string; text: string }>("pr-templates.jsonl");

const resolve = (base: string) => resolveConfig({ base, defaultBranch: null, organisation: null });

describe("a drafted config", () => {
  it.each(readdirSync(folder))("lists the template's sections: %s", async (name) => {
    const templates = readdirSync(join(folder, name))
      .filter((file) => file.endsWith(".md"))
      .sort()
      .map((file) => ({ path: file, text: readFileSync(join(folder, name, file), "utf8") }));
    const draft = draftConfig(templates);
    expect(resolve(draft).problems).toEqual([]);
    await expect(draft).toMatchFileSnapshot(join(folder, name, "async.yml"));
  });

  it("lists the five default sections when there is no template", () => {
    const { config, problems } = resolve(draftConfig([]));
    expect(problems).toEqual([]);
    expect(config.description.sections.map(({ id, level }) => [id, level])).toEqual([
      ["context", "warning"],
      ["approach", "warning"],
      ["risk", "warning"],
      ["testing", "warning"],
      ["review_focus", "warning"],
    ]);
  });

  it("stays valid YAML whatever the template says", () => {
    const text = "## a: b # c\n\n- [ ] \"x\" 'y' {z: &a *b}\n## - !tag\n\u0007\u2028text\n";
    const { config, problems } = resolve(draftConfig([{ path: "x\nenabled: false", text }]));
    expect(problems).toEqual([]);
    expect(config.enabled).toBe(true);
    expect(config.description.sections.map(({ heading }) => heading)).toEqual(["a: b # c", "!tag"]);
  });

  it.skipIf(collected === null)("is a config without problems for every collected template", () => {
    const templates = collected!;
    const wrong = templates.flatMap((template) => resolve(draftConfig([template])).problems);
    expect(wrong).toEqual([]);
    const without = templates.filter(({ text }) => readTemplate(text).length === 0);
    expect(without.length).toBeLessThan(templates.length / 4);
  });
});
