import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../../src/core/config/effective.ts";
import { findSections } from "../../../src/core/description/find-sections.ts";
import { parseDescription } from "../../../src/core/description/parse-description.ts";
import type { ParsedDescription } from "../../../src/core/description/parts.ts";
import { languages } from "../../../src/core/language.ts";
import { renderTemplate } from "../../../src/core/render/template.ts";
import { catalogues } from "../../../src/core/render/words/index.ts";

const resolve = (base: string | null, organisation: string | null = null) =>
  resolveConfig({ base, defaultBranch: null, organisation });
const headingsOf = ({ config }: ReturnType<typeof resolve>) =>
  config.description.sections.map(({ heading }) => heading);
const german = ["Kontext", "Ansatz", "Risiko", "Tests", "Review-Fokus"];

describe("the config's language", () => {
  it("gives the known sections their headings and hints", () => {
    expect(headingsOf(resolve("language: de"))).toEqual(german);
    expect(headingsOf(resolve(""))).toEqual(["Context", "Approach", "Risk", "Testing", "Review focus"]);
    expect(resolve("language: de").config.description.sections[2]?.hint).toMatch(/^Was könnte schiefgehen/);
  });

  it("is inherited like any other key, with its source", () => {
    const inherited = resolve("enforcement: block", "language: de");
    expect([inherited.config.language, headingsOf(inherited)]).toEqual(["de", german]);
    expect(inherited.sources.get("language")).toBe("organisation");
    const own = resolve("language: en", "language: de");
    expect([own.config.language, headingsOf(own)[0]]).toEqual(["en", "Context"]);
    expect(headingsOf(resolve("language: en", "language: de\nlocked: [language]"))[0]).toBe("Kontext");
  });

  it("leaves headings and hints that a file sets as they are", () => {
    const file =
      "language: de\ndescription: {sections: [{id: risk, heading: Risk}, {id: testing, hint: 'Womit?'}, {id: own}]}";
    const sections = resolve(file).config.description.sections.map(({ heading, hint }) => [heading, hint]);
    expect(sections).toEqual([
      ["Risk", "Was könnte schiefgehen, und wie machen wir es rückgängig?"],
      ["Tests", "Womit?"],
      ["own", ""],
    ]);
  });

  it("names its own heading as the fallback of a broken one", () => {
    const { problems } = resolve("language: de\ndescription:\n  sections:\n    - {id: risk, heading: 5}\n");
    expect(problems.map(({ fallback }) => fallback)).toEqual([
      "Using the default (Risiko) until it's fixed.",
    ]);
  });

  it.each(languages)("under %s, still recognises the headings of every language", (language) => {
    const { sections } = resolve(`language: ${language}`).config.description;
    for (const written of languages) {
      const body = headingsOf(resolve(`language: ${written}`)).map((heading) => `## ${heading}\nText`);
      const parsed = parseDescription(body.join("\n\n")) as ParsedDescription;
      expect([...findSections(parsed, sections).occurrences.keys()]).toEqual(sections.map(({ id }) => id));
    }
  });

  it("is the language of the rendered template", () => {
    const { description, language } = resolve(
      "language: de\ndescription: {sections: [{id: risk, optional: true}]}",
    ).config;
    expect(renderTemplate(description, catalogues[language])).toBe(
      "## Risiko\n\n<!-- Optional. Was könnte schiefgehen, und wie machen wir es rückgängig? -->\n\n",
    );
  });

  it("falls back to English when it is unknown, and the problem lists the known ones", () => {
    const { config, problems } = resolve("language: fr");
    expect(config.language).toBe("en");
    expect(problems[0]?.message).toMatch(/`?language`? can't be .*en.*de/);
  });

  it.each(languages)("has buttons in %s that are short enough for GitHub", (language) => {
    for (const { label, description } of Object.values(catalogues[language].checks).filter(
      (value) => typeof value === "object",
    )) {
      expect([label.length <= 20, description.length <= 40]).toEqual([true, true]);
    }
  });
});
