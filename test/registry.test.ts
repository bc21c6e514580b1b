import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { configSchema } from "../src/core/config/schema/config-schema.ts";
import { configurableRules, ruleSettingsSchema } from "../src/core/description/rules/index.ts";
import { section } from "../src/core/description/rules/section.ts";

/** Files in rules/ that are not rules. */
const machinery = ["index", "rule"];

const named = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

describe("the rules", () => {
  const ids = [...Object.keys(configurableRules), section.id].sort();

  it("are the same in files, registry, settings and pages", () => {
    expect(named("src/core/description/rules", ".ts").filter((name) => !machinery.includes(name))).toEqual(
      ids,
    );
    expect(named("docs/rules", ".md")).toEqual(ids);
    expect([...Object.keys(ruleSettingsSchema.shape), section.id].sort()).toEqual(ids);
  });

  it("are listed under their own ids", () => {
    expect(Object.entries(configurableRules).filter(([id, rule]) => rule.id !== id)).toEqual([]);
  });

  it("have their level unless a config says otherwise, and all their options", () => {
    const { rules } = configSchema.parse({}).description;
    for (const [id, rule] of Object.entries(configurableRules)) {
      expect(rules).toHaveProperty([id, "level"], rule.level);
    }
    expect(
      configSchema.parse({ description: { rules: { rollback: "error", title: false } } }).description.rules,
    ).toMatchObject({
      rollback: { level: "error", paths: ["**/migrations/**"] },
      title: { level: "off", min_words: 3 },
    });
  });

  it("name each of their options on their pages", () => {
    const missing = Object.entries(configurableRules).flatMap(([id, rule]) => {
      const page = readFileSync(`docs/rules/${id}.md`, "utf8");
      return Object.keys(rule.options)
        .filter((option) => !page.includes(`\`${option}\``))
        .map((option) => `${id}: ${option}`);
    });
    expect(missing).toEqual([]);
  });

  it("name their own level on their pages, and how to change it", () => {
    const missing = Object.entries(configurableRules).flatMap(([id, { level }]) => {
      const page = readFileSync(`docs/rules/${id}.md`, "utf8");
      const told =
        level === "off" ? /^`off` unless a config/m : new RegExp(`^An? \`${level}\` unless a config`, "m");
      return told.test(page) && page.includes(`\`${id}: `) ? [] : [id];
    });
    expect(missing).toEqual([]);
  });

  it("have their own tests", () => {
    const missing = ids.filter((id) => !existsSync(`test/core/description/rules/${id}.test.ts`));
    expect(missing).toEqual([]);
  });
});
