import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../../../src/core/config/effective.ts";
import { parseConfig } from "../../../../src/core/config/read/parse-config.ts";
import { readCpuTime } from "../../../cpu-time.ts";
import { times } from "../../../properties.ts";

const parse = (text: string) => parseConfig(text, { file: "f.yml", source: "repository" });
const said = (text: string) =>
  parse(text).problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`);

const tooMuch =
  "1:1 The file is too large: at most 20000 values are read, and an alias or a pattern counts as several. Shorten it.";

describe("a file beyond a limit", () => {
  it.each([
    [
      "a long file",
      "# x\n".repeat(20_000),
      ["1:1 The file has 80000 characters. Shorten it to at most 65536."],
    ],
    [
      "deep brackets",
      "a: ".concat("[".repeat(40)),
      ["1:36 The nesting is deeper than 32 levels; a config needs six."],
    ],
    ["deep dashes", "- ".repeat(10_000), ["1:1 The nesting is deeper than 32 levels; a config needs six."]],
    [
      "very deep brackets",
      "[".repeat(60_000),
      ["1:33 The nesting is deeper than 32 levels; a config needs six."],
    ],
  ])("is refused: %s", (_name, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it("is not refused for brackets in quotes and comments", () => {
    expect(said(`# ${"[".repeat(40)}\ncomment: {when: never} # ${"{".repeat(40)}`)).toEqual([]);
    expect(said(`description: {exempt: {titles: ["${"[".repeat(40)}"]}}`)).toHaveLength(1);
  });

  it("is refused for aliases that stand for thousands of values", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
    for (const [index, name] of [..."bcdefg"].entries())
      bomb.push(`${name}: &${name} [${`*${"abcdef"[index]}, `.repeat(9)}*${"abcdef"[index]}]`);
    expect(said(bomb.join("\n")).filter((line) => !line.includes("Unknown key"))).toEqual([]);
    const when = `&w [${"{labels: [a], sections: {context: off}}, ".repeat(900)}]`;
    const people = Array.from({ length: 40 }, (_, index) => `    p${index}: {days: *d}`).join("\n");
    const days = `turns:\n  hours: {days: &d [${"mon, ".repeat(900)}tue]}\n  people:\n${people}`;
    expect(said(`description: {when: ${when}}\n${days}`)).toEqual([tooMuch]);
  });
});

describe("a file with many patterns", () => {
  const linkedTicket = (patterns: readonly string[]) =>
    `enforcement: block\ndescription:\n  rules:\n    linked-ticket:\n      patterns: [${patterns.join(", ")}]\n`;
  const read = (base: string) => resolveConfig({ base, defaultBranch: null, organisation: null });

  it("counts as long as all of them together are small enough", () => {
    const patterns = [...Array.from({ length: 98 }, (_, n) => `"[A-Z]${n % 10}"`), "X", "Y"];
    const { config, problems } = read(linkedTicket(patterns));
    expect(problems).toEqual([]);
    expect(config.description.rules["linked-ticket"].patterns).toHaveLength(100);
    const globs = Array.from({ length: 2200 }, (_, n) => `src/a${n}/**`);
    expect(said(`description: {rules: {screenshots: {paths: [${globs.join()}]}}}`)).toEqual([]);
  });

  it("loses only the list when they are too large together", () => {
    const { config, problems } = read(linkedTicket(Array.from({ length: 100 }, (_, n) => `"P${n}-\\\\d+"`)));
    expect(config.enforcement).toBe("block");
    expect(config.description.rules["linked-ticket"].patterns).toEqual([]);
    expect(problems).toHaveLength(49);
    expect(problems[0]?.message).toContain("it and those before it have");
  });

  it("shows what an alias among them stands for", () => {
    expect(said(linkedTicket(['&a "a{200}"', "*a"]))).toEqual([
      expect.stringContaining('patterns[1] can\'t be "a{200}" (it and those before it have 400 steps'),
    ]);
  });

  it("says of a pattern that is too large by itself only that", () => {
    expect(said(linkedTicket(['"a{400}"', "b"]))).toEqual([expect.stringContaining("(it has 400 steps")]);
  });
});

describe("a file that is made to be slow", () => {
  const patterns = (entries: readonly string[]) =>
    `description: {rules: {linked-ticket: {patterns: [${entries.join()}]}}}`;
  const titles = (pattern: string) => `description: {exempt: {titles: [${pattern}]}}`;
  it.each([
    ["quotes that never close", `"${'\\"'.repeat(32_000)}`],
    [
      "zones that are nearly right",
      `turns:\n  people:\n${"abcdefghij"
        .split("")
        .map((x) =>
          Array.from({ length: 100 }, (_, n) => `    ${x}${n}: {time_zone: Europe/Berlim${n}}`).join("\n"),
        )
        .join("\n")}`,
    ],
    ["thousands of expressions", titles(Array.from({ length: 4000 }, (_, n) => `"\\pL{99}${n}"`).join(","))],
    ["thousands of ticket patterns", patterns(Array.from({ length: 3500 }, (_, n) => `"[\\pL\\pN]*${n}"`))],
    [
      "aliases of thousands of globs",
      `description: {rules: {screenshots: {paths: &p [${Array.from({ length: 2400 }, (_, n) => `"**/{*a,?b}/[!a]${n}"`).join()}]}, rollback: {paths: *p}, generated-files: {paths: *p}}, when: [{paths: *p}]}`,
    ],
    ["aliases of nothing", titles("*a, ".repeat(10_000))],
    [
      "people whose hours are empty",
      `turns:\n people:\n${Array.from({ length: 2200 }, (_, n) => `  a${n}: {to: "09:00"}\n`).join("")}`,
    ],
    ["countless entries", `description: {when: [${"{labels: [a]}, ".repeat(4000)}]}`],
  ])("is parsed in time: %s", (_name, text) => {
    const started = readCpuTime();
    const { problems } = resolveConfig({ base: text, defaultBranch: null, organisation: null });
    expect(problems.length).toBeLessThanOrEqual(101);
    // Half a second on a quiet machine. Quadratic behaviour took five to twenty.
    expect(readCpuTime() - started).toBeLessThan(4000);
  });
});

describe("the place of a problem", () => {
  it("counts UTF-16 units from 1, with CRLF, a byte order mark and emoji before it", () => {
    expect(said("\uFEFFversion: 1\r\n\r\n# 🚀\r\n{a: 1}")[0]).toMatch(/^4:/);
    expect(said('comment: {"when": "🚀", after: soon}\r\n')).toEqual([
      '1:19 comment.when can\'t be "🚀". Write errors, findings or never.',
      '1:32 comment.after can\'t be "soon". Write a duration such as "2 minutes", "4 hours" or "1 day".',
    ]);
  });

  it("for an alias, is where it is used", () => {
    expect(said("comment: {after: &x soon, when: *x}")).toEqual([
      '1:21 comment.after can\'t be "soon". Write a duration such as "2 minutes", "4 hours" or "1 day".',
      '1:33 comment.when can\'t be "soon". Write errors, findings or never.',
    ]);
  });
});

describe("the message of a problem", () => {
  it("names the maximum of a duration that is too long", () => {
    const most = "(the maximum is 10,000 hours or 2,000 days)";
    expect(
      said(
        "turns: {targets: {default: 10001 business hours, author: 2001 days}, unassigned: 2000 business days}",
      ),
    ).toEqual([
      `1:28 turns.targets.default can't be "10001 business hours" ${most}. Write a duration such as "4 hours", "2 business hours" or "1 business day".`,
      `1:58 turns.targets.author can't be "2001 days" ${most}. Write a duration such as "4 hours", "2 business hours" or "1 business day".`,
    ]);
    expect(said("comment: {after: 99999 hours}")[0]).toContain(most);
  });

  it("names an alias that has no anchor", () => {
    expect(said("comment: {after: *later, when: never}")).toEqual([
      "1:18 comment.after is the alias *later, which names nothing. Write the anchor &later before it.",
    ]);
  });

  it("shows hidden characters and cuts long values", () => {
    expect(said(`enforcement: "a\\u202e\\nb@team${"x".repeat(100)}"`)).toEqual([
      `1:14 enforcement can't be "a\\u202e\\nb@team${"x".repeat(50)}…". Write advise or block.`,
    ]);
  });

  it("never names a person or a person's values", () => {
    const text =
      "turns: {people: {alice: {time_zone: Secret/City, lunch: noon, away: [3], days: [x]}, bob: 3}}";
    expect(said(text).filter((line) => /alice|bob|Secret|noon/.test(line))).toEqual([]);
    expect(said(text)).toHaveLength(5);
  });
});

describe("the config parser", () => {
  const words = fc.constantFrom(
    ...[
      "enforcement",
      "block",
      "description",
      "sections",
      "id",
      "context",
      "when",
      "turns",
      "people",
      "hours",
    ],
    ...[
      ": ",
      "- ",
      "\n",
      "  ",
      "[",
      "]",
      "{",
      "}",
      "&a ",
      "*a",
      "'",
      '"',
      "#",
      "off",
      "~",
      "? ",
      "!x ",
      "|",
      "1",
      ",",
      "<<",
    ],
  );
  const yaml = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(""));

  it("never throws on broken text, and places every problem on a line of it", () => {
    fc.assert(
      fc.property(fc.oneof(yaml, fc.string({ unit: "binary", maxLength: 200 })), (text) => {
        const lines = text.split(/\r\n?|\n/).length;
        for (const { place } of parse(text).problems) {
          expect(place.line).toBeGreaterThanOrEqual(1);
          expect(place.line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 200 * times },
    );
  });

  it("never throws on any value in any place", () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.constantFrom("description", "review", "turns", "locked"),
        (json, key) => {
          expect(() => parse(`${key}: ${json}`)).not.toThrow();
        },
      ),
      { numRuns: 200 * times },
    );
  });
});
