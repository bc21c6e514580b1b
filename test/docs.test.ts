import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Finding } from "../src/core/finding.ts";
import { type WordedFinding, wordFinding } from "../src/core/render/finding.ts";
import { english } from "../src/core/render/words/en/index.ts";
import { type DescribeOptions, judge } from "./core/description/describe.ts";

const folder = "docs/rules";

interface Example {
  facts: DescribeOptions;
  body: string;
  /** The example's exact findings; null in "Passes". */
  findings: (Omit<Finding, "seen"> & WordedFinding)[] | null;
}

/** The examples under a heading: a body, with the facts before it and the findings after it. */
function readExamples(page: string, heading: string): Example[] {
  const [part = ""] = page
    .split(`\n## ${heading}\n`)
    .slice(1)
    .map((text) => text.split(/\n## (?:Fails|When not to use it)\n/)[0]!);
  const fences = /^(`{3,})(\w+)(?: (\w+))?\n([\s\S]*?)^\1$/gm;
  const examples: Example[] = [];
  let facts: DescribeOptions = {};
  for (const [, , language, name, text] of part.matchAll(fences)) {
    if (name === "facts") facts = JSON.parse(text!);
    else if (name === "findings") examples.at(-1)!.findings = JSON.parse(text!);
    else if (language === "md") {
      examples.push({ facts, body: text!, findings: null });
      facts = {};
    }
  }
  return examples;
}

describe("the rules' pages", () => {
  it.each(readdirSync(folder))("%s", (file) => {
    const id = file.replace(/\.md$/, "");
    const page = readFileSync(`${folder}/${file}`, "utf8");
    expect(page.split("\n")[0]).toBe(`# ${id}`);
    expect(page.match(/^## (?:Passes|Fails|When not to use it)$/gm)).toEqual([
      "## Passes",
      "## Fails",
      "## When not to use it",
    ]);
    const found = (example: Example) =>
      judge(example.body, example.facts)
        .findings.filter(({ rule }) => rule === id)
        .map(({ seen, ...rest }) => ({ ...rest, ...wordFinding({ seen }, english) }));
    const [passes, fails] = [readExamples(page, "Passes"), readExamples(page, "Fails")];
    expect(passes.length > 0 && fails.length > 0).toBe(true);
    for (const example of passes) expect(found(example)).toEqual([]);
    for (const example of fails) {
      expect(example.findings).not.toEqual([]);
      expect(found(example)).toEqual(example.findings);
    }
  });
});
