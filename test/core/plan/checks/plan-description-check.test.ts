import { describe, expect, it } from "vitest";
import { decide } from "../../../../src/core/plan/decide.ts";
import type { PullRequest } from "../../../../src/core/pull-request.ts";
import { renderCommandList } from "../../../../src/core/render/review-check.ts";
import { english } from "../../../../src/core/render/words/en/index.ts";
import { buildComment } from "../../../build-observation.ts";
import { buildFacts, complete } from "../build-facts.ts";

function check(pullRequest: Partial<PullRequest>, config: string | null = null) {
  const freshPermissions = new Map([["bob", "write" as const]]);
  const { title, summary } = decide(buildFacts(pullRequest, { config, freshPermissions })).checkRuns[0]!;
  return { title, summary };
}

const table = [
  "Context | line 1",
  "Approach | line 4",
  "Risk | line 7",
  "Testing | line 10",
  "Review focus | line 13",
]
  .map((row) => `| ✓ | ${row} |`)
  .join("\n");
const rows = `| | | |\n|---|---|---|\n${table}`;

describe("the description check that somebody skipped", () => {
  const skipped = { body: complete, comments: [buildComment({ body: "/async skip hotfix for #12" })] };

  it("lists the command where commands are answered in this check", () => {
    expect(check(skipped)).toEqual({
      title: "Skipped by bob",
      summary: `${rows}\n\n- \`/async skip\` hotfix for #\u200b12 (bob)`,
    });
  });

  it("gives the reason where commands are answered in the review check", () => {
    expect(check(skipped, "version: 1\n")).toEqual({
      title: "Skipped by bob",
      summary: `${rows}\n\nSkipped by bob: hotfix for #\u200b12`,
    });
  });
});

it("lists commands and explanations in the description check where there is no review check", () => {
  const asked = {
    body: complete,
    comments: [
      buildComment({ body: "/async help" }),
      buildComment({ databaseId: 2, body: "/async explain" }),
    ],
  };
  const parts = (config: string | null) => {
    const [run] = decide(buildFacts(asked, { config })).checkRuns;
    return [
      run!.summary === `${rows}\n\n${renderCommandList(english)}`,
      run!.text.includes("**The effective config**\n\n```yaml\n"),
    ];
  };
  expect(parts(null)).toEqual([true, true]);
  expect(parts("checks: {review: false}\n")).toEqual([true, true]);
  expect(parts("version: 1\n")).toEqual([false, false]);
});

it("doesn't call a description complete while a remark may fail it", () => {
  const titleOf = (level: string) =>
    check({ body: complete }, `description: {rules: {linked-ticket: ${level}}}\n`).title;
  expect([titleOf("warning"), titleOf("error")]).toEqual([
    "Complete, with one remark",
    "Sections complete, one remark to settle",
  ]);
});

it("says why nothing is asked, with no trailing blank in the title", () => {
  expect(check({ title: 'Revert "a"', body: "Reverts acme/shop#1" })).toEqual({
    title: "Not checked: title matches ^Revert",
    summary: "Not checked: title matches `^Revert `.",
  });
});
