import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../../../src/core/config/effective.ts";
import type { DescriptionConfig } from "../../../../src/core/config/schema/config-schema.ts";
import { draftConfig } from "../../../../src/core/description/draft/draft-config.ts";
import { readTemplate } from "../../../../src/core/description/draft/read-template.ts";
import { findSections, type Occurrence } from "../../../../src/core/description/find-sections.ts";
import { parseDescription } from "../../../../src/core/description/parse-description.ts";
import { isUnread } from "../../../../src/core/description/parts.ts";
import { renderTemplate } from "../../../../src/core/render/template.ts";
import { english } from "../../../../src/core/render/words/en/index.ts";
import { splitLines } from "../../../../src/core/text/lines.ts";
import { readData } from "../../../eval/data.ts";
import { judge } from "../describe.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const fixtures = join(root, "test/fixtures/config-init");
const collected = readData<{ repo: string; text: string }>("pr-templates.jsonl");
const sentence = "This was measured with the new retry, and nothing else was touched.";

const made = new Map<string, DescriptionConfig>();

/** The config that `config init` makes from templates, with its findings as errors. */
function configOf(...templates: string[]): DescriptionConfig {
  const key = JSON.stringify(templates);
  const config = made.get(key) ?? makeConfig(templates);
  made.set(key, config);
  return config;
}

function makeConfig(templates: string[]): DescriptionConfig {
  const draft = draftConfig(templates.map((text, index) => ({ path: `${index}.md`, text })));
  const base = draft.replaceAll("level: warning", "level: error");
  const { config, problems } = resolveConfig({ base, defaultBranch: null, organisation: null });
  expect(problems).toEqual([]);
  return config.description;
}

function occurrencesOf(text: string, { sections }: DescriptionConfig) {
  const parsed = parseDescription(text);
  return isUnread(parsed) ? new Map<string, Occurrence[]>() : findSections(parsed, sections).occurrences;
}

/** A template as a careful author fills it in: a sentence below each heading that `lint` finds in it. */
function fillIn(template: string, config: DescriptionConfig): string {
  const lines = splitLines(template).map(({ text }) => text);
  for (const found of occurrencesOf(template, config).values()) {
    for (const { heading } of found) {
      const line = lines[heading.lastLine - 1]!;
      lines[heading.lastLine - 1] =
        heading.syntax === "inline" ? `${line} ${sentence}` : `${line}\n\n${sentence}\n`;
    }
  }
  return lines.join("\n");
}

const judgeWith = (config: DescriptionConfig, body: string, ...templates: string[]) =>
  judge(body, { config, templates });

const isOk = (verdict: ReturnType<typeof judge>) => verdict.findings.every(({ level }) => level !== "error");

describe("a config drafted from a template", () => {
  const paths = readdirSync(fixtures).flatMap((folder) =>
    readdirSync(join(fixtures, folder))
      .filter((file) => file.endsWith(".md"))
      .map((file) => `${folder}/${file}`),
  );

  it.each(paths)("passes the filled template, and not the empty one: %s", (path) => {
    const template = readFileSync(join(fixtures, path), "utf8");
    const config = configOf(template);
    expect(judgeWith(config, fillIn(template, config), template).findings).toEqual([]);
    expect(isOk(judgeWith(config, template, template))).toBe(false);
  });

  it("has the same sections when it is drafted from the template that it renders", () => {
    const config = configOf(
      "## Why now\nSay it.\n\n## Accessibility\nScreen readers?\n- [ ] by keyboard\n- [ ] at 400 %\n\n## Size (optional)\n",
    );
    const printed = renderTemplate(config, english);
    expect(printed).toContain("<!-- Screen readers? -->\n\n- [ ] by keyboard\n- [ ] at 400 %\n");
    expect(configOf(printed).sections).toEqual(config.sections);
  });

  it("still asks for something when two templates have nothing in common", () => {
    const templates = ["## Bug\n\n## Fix it like this\n", "## Feature\n\n## Screenshots\n"];
    const config = configOf(...templates);
    expect(isOk(judgeWith(config, "", ...templates))).toBe(false);
    for (const template of templates)
      expect(judgeWith(config, fillIn(template, config), ...templates).findings).toEqual([]);
  });

  it("accepts the answer that the template prescribes", () => {
    const template = "## Why\n\n## Release notes\n\nWrite NONE when users notice nothing.\n";
    const config = configOf(template);
    const answered = template.replace("## Why\n", `## Why\n\n${sentence}\n`).concat("\nNONE\n");
    expect(judgeWith(config, answered, template).findings).toEqual([]);
    const prefilled = "## Why\n\n## Release notes\n\n```release-note\nNONE\n```\n";
    const kept = prefilled.replace("## Why\n", `## Why\n\n${sentence}\n`);
    expect(judgeWith(configOf(prefilled), kept, prefilled).findings).toEqual([]);
  });

  it.each([
    [
      "<details>\n<summary>Why</summary>\n\n</details>\n\n<details>\n<summary>Testing</summary>\n\n</details>\n",
      "Why, Testing",
    ],
    ["[Why]\n\n[Testing]\n", "Why, Testing"],
  ])("takes a summary or a bracketed name for a heading: %j", (template, names) => {
    const config = configOf(template);
    expect(config.sections.map(({ heading }) => heading).join(", ")).toBe(names);
    expect(judgeWith(config, fillIn(template, config), template).findings).toEqual([]);
    expect(isOk(judgeWith(config, template, template))).toBe(false);
  });

  it("gives a known id to the heading that names it best", () => {
    const idsOf = (template: string) =>
      configOf(template).sections.map(({ id, heading }) => `${id}: ${heading}`);
    expect(idsOf("## Customer impact\n\n## Risk (*)\n\n## Steps to reproduce\n\n## `Testing`\n")).toEqual([
      "customer_impact: Customer impact",
      "risk: Risk",
      "steps_to_reproduce: Steps to reproduce",
      "testing: Testing",
    ]);
    expect(idsOf("Summary\n=======\n\nHow did you test it?\n---\n")).toEqual([
      "context: Summary",
      "testing: How did you test it?",
    ]);
    expect(idsOf("**Why:**\n\nRisk:\n\n- **Browsers tried:** \n")).toEqual([
      "context: Why",
      "risk: Risk",
      "browsers_tried: Browsers tried",
    ]);
    expect(idsOf("## 背景\n\n## スクリーンショット\n\n## Заметки\n\n## 目的\n\n## 谢谢\n")).toEqual([
      "context: 背景",
      "screenshots: スクリーンショット",
      "zametki: Заметки",
      "context_2: 目的",
      "section: 谢谢",
    ]);
  });

  it("has no section for a title, instructions, or a part of another section", () => {
    const template =
      "# Pull request\n\nHello.\n\n## Please read this first\n\nRead it.\n\n## Screenshots\n\n### Before\n\n### After\n\n## Thank you for your help!\n";
    expect(configOf(template).sections.map(({ heading }) => heading)).toEqual(["Screenshots"]);
  });

  it.skipIf(collected === null)("finds each section in each collected template", () => {
    const lost = collected!.flatMap(({ repo, text }) => {
      const config = configOf(text);
      if (readTemplate(text).length === 0) return [];
      const found = occurrencesOf(text, config);
      return config.sections.filter(({ id }) => !found.has(id)).map(({ id }) => `${repo} ${id}`);
    });
    expect(lost).toEqual([]);
  });

  it.skipIf(collected === null)(
    "fails each collected template while it is unfilled, and passes it when filled",
    () => {
      const wrong = collected!.flatMap(({ repo, text }) => {
        const config = configOf(text);
        const empty = isOk(judgeWith(config, text, text)) ? [`${repo}: unfilled, and ok`] : [];
        if (readTemplate(text).length === 0) return empty;
        const { findings } = judgeWith(config, fillIn(text, config), text);
        const lacks = findings.filter(({ level }) => level === "error");
        return [
          ...empty,
          ...lacks.map(({ rule, section }) => `${repo}: filled, and ${rule} finds ${section}`),
        ];
      });
      expect(wrong).toEqual([]);
    },
  );

  it.skipIf(collected === null)("fails an empty description under any two collected templates", () => {
    const texts = collected!.map(({ text }) => text);
    const wrong = texts.filter((text, index) => {
      const other = texts[(index + 1) % texts.length]!;
      return isOk(judgeWith(configOf(text, other), "", text, other));
    });
    expect(wrong).toEqual([]);
  });

  it.skipIf(collected === null)("renders templates from which the same sections are drafted", () => {
    const wrong = collected!.flatMap(({ repo, text }) => {
      const config = configOf(text);
      const printed = renderTemplate(config, english);
      if (isOk(judgeWith(config, printed, printed))) return [`${repo}: printed, unfilled and ok`];
      const again = configOf(printed).sections.map(({ heading }) => heading);
      return config.sections
        .filter(({ heading }) => !again.includes(heading))
        .map(({ id }) => `${repo}: ${id}`);
    });
    expect(wrong).toEqual([]);
  });
});
