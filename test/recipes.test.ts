import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { resolveConfig } from "../src/core/config/effective.ts";
import { evaluateDescription } from "../src/core/description/evaluate-description.ts";
import { type DescribeOptions, describe as describePullRequest } from "./core/description/describe.ts";

interface Recipe {
  heading: string;
  config: string;
  isOrganisation: boolean;
  examples: { passes: boolean; body: string; facts: DescribeOptions }[];
}

/**
 * The parts of the page: each has one config, and descriptions that pass or fail under it, with the facts of
 * their pull requests.
 */
function readRecipes(page: string): Recipe[] {
  return (
    page
      // The headings inside an example have no blank line below them.
      .split(/^## (?=.*\n\n)/m)
      .slice(1)
      .map((part) => {
        const recipe: Recipe = {
          heading: part.split("\n")[0]!,
          config: "",
          isOrganisation: false,
          examples: [],
        };
        let facts: DescribeOptions = {};
        for (const [, , language, name, text] of part.matchAll(
          /^(`{3,})(\w+)(?: (\w+))?\n([\s\S]*?)^\1$/gm,
        )) {
          if (language === "yaml")
            Object.assign(recipe, { config: text, isOrganisation: name === "organisation" });
          if (language === "json") facts = JSON.parse(text!);
          if (language === "md") recipe.examples.push({ passes: name === "passes", body: text!, facts });
        }
        return recipe;
      })
  );
}

const recipes = readRecipes(readFileSync("docs/recipes.md", "utf8"));

describe("the recipes", () => {
  it("are the expected ones", () => {
    expect(recipes.map(({ heading }) => heading)).toEqual([
      "Two templates",
      "Only above 50 lines",
      "Nothing for some paths",
      "Your own language",
      "One default for the organisation",
      "Coming from another check",
    ]);
  });

  it.each(recipes.map((recipe) => [recipe.heading, recipe] as const))("%s", (_, recipe) => {
    const { config: text, isOrganisation, examples } = recipe;
    const effective = resolveConfig({
      base: isOrganisation ? null : text,
      defaultBranch: null,
      organisation: isOrganisation ? text : null,
    });
    expect([text === "", effective.problems]).toEqual([false, []]);
    expect(new Set(examples.map(({ passes }) => passes))).toEqual(new Set([true, false]));
    for (const { passes, body, facts } of examples) {
      const input = { ...describePullRequest(body, facts), config: effective.config.description };
      const errors = evaluateDescription(input).findings.filter(({ level }) => level === "error");
      expect({ body, passes: errors.length === 0 }).toEqual({ body, passes });
    }
  });
});
