import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Language, languages } from "../../../src/core/language.ts";
import { decide } from "../../../src/core/plan/decide.ts";
import type { Plan } from "../../../src/core/planned.ts";
import { hashOf } from "../../../src/core/render/hash.ts";
import { catalogues, writePage } from "../../../src/core/render/words/index.ts";
import type { Words } from "../../../src/core/render/words/words.ts";
import { times } from "../../properties.ts";
import { at, comment, reply, thread } from "../conversation/build.ts";
import { headings, plansIn, renderPlan, tell, write } from "./stories.ts";

const plans = Object.fromEntries(languages.map((language) => [language, plansIn(language)])) as Record<
  Language,
  [string, Plan][]
>;
const names = plans.en.map(([name]) => name);
const pageOf = (language: Language, name: string) =>
  renderPlan(plans[language].find(([other]) => other === name)![1]);

/** Comment numbers in links depend on how many comments other tests of this file create. */
const stable = (page: string) => page.replace(/(issuecomment-|discussion_r|pullrequestreview-)\d+/g, "$1n");

describe.each(languages)("the pages in %s", (language) => {
  it.each(names)("%s", async (name) => {
    const file = `../../fixtures/stories/${name.replace(/[^a-z]+/gi, "-").replace(/-$/, "")}.${language}.md`;
    const page = stable(pageOf(language, name));
    expect(page.replace(/```yaml[\s\S]*?```/g, "")).not.toMatch(/undefined|\[object|NaN|\{\}|\$\{|=>/);
    await expect(`${page}\n`).toMatchFileSnapshot(file);
  });
});

it("shows every message without values in some story, except a few", () => {
  const text = plans.en.map(([, plan]) => renderPlan(plan)).join("\n");
  const unsaid = listTexts(catalogues.en).filter(({ text: message }) => !text.includes(message));
  expect(unsaid.map(({ path }) => path).sort()).toEqual(unshownMessages);
});

/** Messages without values: they can be searched for word by word. */
function listTexts(words: object, path: readonly string[] = []): { path: string; text: string }[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const here = [...path, key];
    if (typeof value === "string") return [{ path: here.join("."), text: value }];
    return typeof value === "function" ? [] : listTexts(value, here);
  });
}

/** Messages that no story shows: merge groups, cut texts, the template, hints replaced by a section's row. */
const unshownMessages = [
  ...["checks.cutHere", "checks.mergeGroup", "checks.mergeGroupTitle", "config.optional"],
  ...["findings.hints.rollback", "findings.hints.vague-ask", "review.closed"],
];

const english =
  /\b(?:the|is|are|were|and|of|to|since|due|this|that|not|with|for|from|by|says?|missing|empty|it|comments?|you|your|has|have|been|waiting|now|more|what|who|nobody|everybody|checked|complete|blocking|question)\b/gi;

describe("German pages", () => {
  it.each(names)("contain no English word of the app's: %s", (name) => {
    const said = pageOf("de", name)
      .replace(/```[\s\S]*?```/g, "")
      // Problems with the config stay English.
      .replace(/^.*async\.yml:\d.*$|^(?:warning|failure): .*$/gm, "")
      // Code, link addresses, names of checks, and words that people type.
      .replace(/`[^`]*`|\]\([^)]*\)|async \/ \w+|\bStatus:|„question:|(?:Options|Reason):/g, "")
      .replace(/^#.*?: (?:success|neutral|failure), |^## Details|^# \w+$|<\/?\w+>|<!--.*?-->/gm, "")
      .replace(/Thoughts\?|Why\?/g, "");
    expect(said.match(english)).toBeNull();
  });
});

/** Every check run and comment with its hash. */
const pagesOf = (plan: Plan) => [
  ...plan.checkRuns.map(({ hash, language: _, force: __, ...page }) => ({
    hash,
    page: JSON.stringify(page),
  })),
  ...(plan.comment === null ? [] : [{ hash: plan.comment.hash, page: plan.comment.body }]),
];

/** Pairs of different pages that have the same hash. */
function findClashes(all: Plan[]): string[][] {
  const seen = new Map<string, string>();
  return all.flatMap(pagesOf).flatMap(({ hash, page }) => {
    const other = seen.get(hash) ?? page;
    seen.set(hash, other);
    return other === page ? [] : [[other, page]];
  });
}

describe("a page's hash", () => {
  it("differs wherever a page does, in every story and language", () => {
    // Trials on earlier pull requests arrive later, and a retired check can belong to any pull request.
    const apart = ["a config that changes", "a config that changes nothing", "a retired check"];
    const all = languages.flatMap((language) => plans[language].filter(([name]) => !apart.includes(name)));
    expect(findClashes(all.map(([, plan]) => plan))).toEqual([]);
  });

  const texts = fc.constantFrom(undefined, "", "TODO", "Ja.", "Ein Satz, der lang genug ist, um zu gelten.");
  const given = fc.record({
    language: fc.constantFrom(...languages),
    texts: fc.record(Object.fromEntries(Object.keys(headings).map((id) => [id, texts]))),
    title: fc.constantFrom("Wiederholen", "Wiederholt es"),
    file: fc.constantFrom("src/a.ts", "src/a.css", "db/migrations/1.sql"),
    config: fc.constantFrom("", "enforcement: block\n", "comment: {when: findings}\n", "bots: 1\n"),
    said: fc.array(
      fc.record({
        by: fc.constantFrom("bob", "carol", "mallory"),
        kind: fc.constantFrom("blocking", "question", "suggestion", "nit", "praise"),
        what: fc.constantFrom("warum", "wozu"),
        isResolved: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    commands: fc.array(fc.constantFrom("help", "snooze 1 day", "due bald", "skip", "skip darum", "snoze"), {
      maxLength: 2,
    }),
  });

  it("differs wherever a page does, for arbitrary facts", () => {
    fc.assert(
      fc.property(fc.array(given, { minLength: 12, maxLength: 12 }), (stories) => {
        const all = stories.map(({ language, texts: said, title, file, config, said: threads, commands }) =>
          decide(
            tell(language, {
              config,
              pullRequest: {
                ...{ body: write(said), title },
                files: [{ path: file, additions: 90, deletions: 9, changeType: "modified" }],
                threads: threads.map(({ by, kind, what, isResolved }, index) =>
                  thread([reply(by, `${kind}: ${what}`, 10 + index)], { isResolved }),
                ),
                comments: commands.map((line, index) => comment("bob", `/async ${line}`, 20 + index)),
              },
              rest: { now: at(300) },
            }),
          ),
        );
        expect(findClashes(all)).toEqual([]);
      }),
      { numRuns: 30 * times },
    );
  });

  it("covers a message's name and values, not its words", () => {
    const render = ({ turns, description, list }: Words) => ({
      line: turns.merged("heute"),
      title: description.complete,
      names: list(["a", "b"]),
    });
    const expected = {
      line: hashOf([["turns", "merged"], "heute"]),
      title: hashOf(["description", "complete"]),
      names: hashOf([["list"], ["a", "b"]]),
    };
    for (const language of languages)
      expect(writePage(language, render)).toEqual({
        ...render(catalogues[language]),
        hash: hashOf([language, expected]),
      });
  });
});
