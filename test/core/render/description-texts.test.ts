import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../../src/core/config/effective.ts";
import {
  renderDescriptionReasons,
  renderDescriptionSummary,
  renderDescriptionTitle,
  renderNotes,
} from "../../../src/core/render/description-check.ts";
import { renderStickyComment } from "../../../src/core/render/sticky-comment.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import type { TurnsVerdict } from "../../../src/core/turns/turns.ts";
import { buildObservation } from "../../build-observation.ts";
import { complete, template } from "../../demo/scenario.ts";
import { type DescribeOptions, judge } from "../description/describe.ts";

const noTurns: TurnsVerdict = {
  ...{
    state: "off",
    since: "2026-03-02T09:00:00Z",
    timeZone: "UTC",
    turns: [],
    next: new Map(),
    changesAt: [],
  },
  ...{ owner: null, merge: null, unassignedFrom: null, deadline: null, status: null, nobody: null },
};

/** All texts about one description on one page, for a reviewer of these texts. */
function renderTexts(body: string, yaml: string | null, options: DescribeOptions, blocks: boolean): string {
  const observation = buildObservation();
  observation.configTexts.base = yaml;
  const effective = resolveConfig(observation.configTexts);
  const verdict = judge(body, { ...options, config: effective.config.description });
  const notes = renderNotes({ observation, effective, commandLines: [], help: "" }, english);
  const comment =
    verdict.findings.length > 0
      ? renderStickyComment(
          {
            description: { verdict, conclusion: blocks ? "failure" : "neutral", skipped: null },
            asking: { insertBy: "button", hasWarnings: true },
            ...{ turns: noTurns, hasTurnLine: false, decisions: [] },
          },
          english,
        )
      : "(none)";
  return [
    `CHECK: ${renderDescriptionTitle(verdict, english)}`,
    renderDescriptionSummary(verdict, notes, english),
    "DETAILS",
    renderDescriptionReasons(verdict, effective, english),
    "COMMENT",
    comment,
    "",
  ].join("\n\n");
}

const halfFilled = `## Why
Shops with 10,000 orders cannot export them.

## How
TODO

## Testing
Yes

## Risk
<!-- What could go wrong? -->
`;
const remarks = `description:
  rules: {linked-ticket: warning, title: {level: warning, min_words: 3}, unfinished-tasks: warning}
`;
const hostileConfig = `description:
  sections:
    - id: context
      heading: 'Why @acme/team <b>|</b> <!-- x'
      hint: 'Ask @bob --> <img src=x onerror=alert(1)> | [x](http://evil.example) \`npm test\`'
    - {id: plan, heading: QA, hint: 'How? #1 https://evil.example @everyone'}
`;
const noHints = `description:
  sections: [{id: qa, heading: QA}, {id: docs, heading: Docs}, {id: rollout, heading: Rollout}]
`;
const long = "with a heading that goes on for longer than anybody would like to read in a title";
const manySections = `description:
  sections: [${Array.from({ length: 8 }, (_, at) => `{id: s${at}, heading: Part ${at} ${long}}`).join(", ")}]
`;
const brokenConfig = "enforcment: block\ndescription: {rules: {too-short: loud, '@bob <b>': off}}\n";
const files = [
  { path: "src/a.css", additions: 100, deletions: 20 },
  { path: "package-lock.json", additions: 900, deletions: 20 },
];
const large = { files, changedFiles: 2, additions: 1000, deletions: 40 };

const onlyDocs = {
  files: [{ path: "docs/a.md", additions: 90, deletions: 2 }],
  changedFiles: 1,
  additions: 90,
  deletions: 2,
};

describe("the texts about a description", () => {
  it.each<[name: string, body: string, yaml: string | null, options: DescribeOptions, blocks?: boolean]>([
    ["nothing-there", "fix bug", null, {}],
    ["half-filled", halfFilled, null, {}],
    ["template-unedited", template, null, { templates: [template] }],
    ["only-review-focus-missing", complete.slice(0, complete.indexOf("## Review focus")), null, {}],
    ["only-remarks", complete.replace("(INC-412)", ""), remarks, { ...large, title: "fix bug" }],
    ["small-change", "typo", null, { additions: 2, deletions: 1 }],
    ["only-docs", "## Why\nNobody finds the page on proxies.\n", null, onlyDocs],
    ["blocking", "fix bug", "enforcement: block\n", {}, true],
    ["broken-config", complete, brokenConfig, {}],
    ["hostile", "Thoughts @carol <script>?", hostileConfig, { title: "@bob <b>hi</b>" }],
    ["unclosed-comment", "## Context\n<!-- Why?\nThe export times out.\n\n## Risk\nNone known.\n", null, {}],
    ["no-hints", "## QA\n\n## Docs\nTBD\n", noHints, {}],
    ["many-sections", "fix bug", manySections, {}],
    ["draft", "fix bug", null, { isDraft: true }],
    ["bot", "Bumps a", null, { author: "dependabot[bot]" }],
  ])("match their page: %s", async (name, body, yaml, options, blocks = false) => {
    const texts = renderTexts(body, yaml, options, blocks);
    await expect(texts).toMatchFileSnapshot(`../../fixtures/description-texts/${name}.md`);
  });
});
