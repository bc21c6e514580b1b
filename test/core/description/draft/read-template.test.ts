import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../../../src/core/config/effective.ts";
import { draftConfig } from "../../../../src/core/description/draft/draft-config.ts";
import { readTemplate } from "../../../../src/core/description/draft/read-template.ts";

const namesOf = (template: string) => readTemplate(template).map(({ name }) => name);
const hintOf = (template: string) => readTemplate(template)[0]?.hint;

/** `id: heading` of every section in the config that a template gives. */
function idsOf(template: string): string[] {
  const base = draftConfig([{ path: "t.md", text: template }]);
  const { config } = resolveConfig({ base, defaultBranch: null, organisation: null });
  return config.description.sections.map(({ id, heading }) => `${id}: ${heading}`);
}

describe("a template's headings", () => {
  it.each([
    ["## 2.Changes\n\n## 3) Tests (required)\n", ["Changes", "Tests"]],
    [":: Notes\n---\n\n:: More\n---\n", ["Notes", "More"]],
    ["## Issue(s)\n", ["Issue(s)"]],
    ["## 変更内容（必須）\n", ["変更内容"]],
    [
      "**What it does**:\n\n**Which ticket(s) it closes** *(optional, as in `closes #1(, closes #2)`)*:\nCloses #\n\n**Notes** (if any): \n",
      ["What it does", "Which ticket(s) it closes", "Notes"],
    ],
    [
      "- **What does a customer see now (when it is a change that they can see)?**\n- **Other**:\n",
      ["What does a customer see now?", "Other"],
    ],
  ])("lose numbers and remarks, but no letters: %j", (template, names) => {
    expect(namesOf(template)).toEqual(names);
  });

  it("become sections only where the author is asked for something", () => {
    expect(namesOf("# Pull request description\n\n## Summary\n\n## Notes\n")).toEqual(["Summary", "Notes"]);
    expect(namesOf("## Why\n\n### Reviewer checklist\n- [ ] It is readable.\n")).toEqual(["Why"]);
    expect(namesOf("## Why\n\n## For reviewers\n\n- [ ] It is readable.\n")).toEqual(["Why"]);
    expect(namesOf("## Why\n\n## Checklist\n- [x] I read the guide.\n")).toEqual(["Why"]);
    expect(
      namesOf("## Checklist for the reviewer\n- [ ] It is readable.\n\n## Notes for reviewers\n- [ ] none\n"),
    ).toEqual(["Notes for reviewers"]);
    expect(namesOf("## Why\n\n## Licence\n\n© Acme\n")).toEqual(["Why"]);
    expect(namesOf("## Why\n\n## Checklist\n\n```\nName the branch well.\n```\n")).toEqual(["Why"]);
    expect(namesOf("**提交前请遵守每个事项，感谢！**\n\n**Why**\n")).toEqual(["Why"]);
    expect(namesOf("## Why\n\n## Note\n<!-- What else? -->\n\n## Note that we are slow\n")).toEqual([
      "Why",
      "Note",
    ]);
  });

  it("may be bold above the first Markdown heading", () => {
    expect(namesOf("**Description**\n\n**Be kind!**\n\n## Costs\n")).toEqual(["Description", "Costs"]);
  });

  it("include those one level below a first heading that is alone on its level", () => {
    expect(namesOf("# Description\n\n## Ticket\n\n## Costs\n")).toEqual(["Description", "Ticket", "Costs"]);
    expect(namesOf("# Description\n\n## Before\n\n# Costs\n")).toEqual(["Description", "Costs"]);
  });

  it("of a lower level become sections when they ask for ticks or for something else", () => {
    const template =
      "## Testing\nHow?\n\n### Test coverage\n\n### Type of change\n- [ ] Fix\n\n### Rollback\n";
    expect(readTemplate(template)).toMatchObject([
      { name: "Testing", hint: "How? Test coverage" },
      { name: "Type of change", hint: "- [ ] Fix" },
      { name: "Rollback", hint: "" },
    ]);
  });

  it.each([
    "## Screenshots (if applicable)",
    "## [optional] Screenshots",
    "## Screenshots, if any",
    "## Capturas (si aplica)",
    "## Screenshots (falls zutreffend)",
    "## Скриншоты (если применимо)",
    "## 스크린샷 (선택)",
    "## スクリーンショット（任意）",
    "## Screenshots\n\n_Optional._",
  ])("are optional when they say so: %j", (template) => {
    expect(readTemplate(`${template}\n`)).toMatchObject([{ isOptional: true }]);
  });

  it.each([
    "## Notes (or none, in the case of optional work)",
    "## 선택 확인 사항",
    "## Notes\n\nAdd optional links.",
  ])("aren't optional because of a single word: %j", (template) => {
    expect(readTemplate(`${template}\n`)).toMatchObject([{ isOptional: false }]);
  });
});

describe("a template's prescribed answers", () => {
  it.each([
    "Write `NONE` where nobody notices.",
    "なければ「なし」と書く。",
    "없다면 '없음'으로 표시합니다.",
    "Sonst „keine“.",
  ])("may include none: %j", (hint) => {
    expect(readTemplate(`## Costs\n<!-- ${hint} -->\n`)).toMatchObject([{ takesNone: true }]);
  });

  it("don't include none where the template refuses it", () => {
    expect(readTemplate('## Costs\n<!-- Do not write "none". -->\n')).toMatchObject([{ takesNone: false }]);
  });
});

describe("a template's hints", () => {
  it.each([
    [
      "## Size\n\nHow large?\n- [ ] small, which is\n      less than a page\n- [ ] large\n",
      "How large?\n- [ ] small, which is less than a page\n- [ ] large",
    ],
    ["## Links\n\nName the ticket.\n\nCloses #<!-- number -->\nRelated to #\n", "Name the ticket."],
    ["## Links\n\n(Name the ticket.)\n", "Name the ticket."],
    ["## Links\n\nExample: `shop-12`\n", "Example: shop-12"],
    ["## Links\n\nName it.\n\n---\n\nThanks to everybody who helped.\n", "Name it."],
    ["## Coverage\n\n- Above 40 %: [ ] yes / [ ] no\n", "Above 40 %:\n- [ ] yes / [ ] no"],
  ])("keep prose and boxes: %j", (template, hint) => {
    expect(hintOf(template)).toBe(hint);
  });
});

describe("the ids of a template's sections", () => {
  it("prefer the section that a heading names over the one that its words may mean", () => {
    expect(
      idsOf("## Description\n\n## Motivation and context\n\n## Steps to reproduce\n\n## Testing notes\n"),
    ).toEqual([
      "description: Description",
      "context: Motivation and context",
      "steps_to_reproduce: Steps to reproduce",
      "testing: Testing notes",
    ]);
    expect(
      idsOf("## Description of how you validated the changes\n\n## How does it address the issue?\n"),
    ).toEqual([
      "testing: Description of how you validated the changes",
      "approach: How does it address the issue?",
    ]);
  });

  it("are transliterated where the script allows it, and skip a translation in the same heading", () => {
    expect(idsOf("## 성장 포인트\n\n## Owner / Ответственный\n\n## Заметки\n")).toEqual([
      "seongjang_pointeu: 성장 포인트",
      "owner: Owner / Ответственный",
      "zametki: Заметки",
    ]);
  });
});
