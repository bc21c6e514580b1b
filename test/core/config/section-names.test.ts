import { expect, it } from "vitest";
import { englishAliases, type SectionAliases } from "../../../src/core/config/section-names/english.ts";
import { translatedAliases } from "../../../src/core/config/section-names/translated.ts";

const byLanguage: [languages: string, aliases: Partial<SectionAliases>][] = [
  ["English", englishAliases],
  ...Object.entries(translatedAliases),
];

const repeatsIn = (words: readonly string[]) => words.filter((word, at) => words.indexOf(word) !== at);

it("lists each language once", () => {
  expect(repeatsIn(byLanguage.flatMap(([languages]) => languages.split(/, | and /)))).toEqual([]);
});

it.each(byLanguage)("has no alias twice in one section in %s, and no empty one", (_languages, aliases) => {
  for (const listed of Object.values(aliases)) {
    const names = listed.split("|").map((name) => name.toLowerCase());
    expect(repeatsIn(names)).toEqual([]);
    expect(names.filter((name) => name.trim() !== name || name === "")).toEqual([]);
  }
});
