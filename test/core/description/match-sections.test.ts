import { describe, expect, it } from "vitest";
import { statuses } from "./describe.ts";

/** Which sections a heading stands for. */
function sectionsOf(heading: string): string {
  const found = Object.entries(statuses(`## ${heading}\nRan the importer over the files of last week.`));
  return found.flatMap(([id, status]) => (status === "missing" ? [] : [id])).join(" ");
}

describe("headings by meaning", () => {
  it.each([
    ["Why", "context"],
    ["🤔 Motivation and context:", "context"],
    ["1.2 Problem statement", "context"],
    ["Description of the change", "context"],
    ["Why are these changes needed?", "context"],
    ["What", "approach"],
    ["WHAT CHANGED", "approach"],
    ["2) Proposed changes", "approach"],
    ["Ｗｈａｔ ｃｈａｎｇｅｄ", "approach"],
    ["Documentation changes", "approach"],
    ["How does it work?", "approach"],
    ["Expected impact", "risk"],
    ["Risks & mitigations", "risk"],
    ["Is this a breaking change?", "risk"],
    ["Roll-back plan", "risk"],
    [":test_tube: How has this been tested?", "testing"],
    ["How I tested this", "testing"],
    ["Things to pay attention to", "review_focus"],
    ["Request for comments", "review_focus"],
    ["How should reviewers test this?", "testing"],
    ["Approach taken", "approach"],
    ["After this change", "approach"],
    ["Before this change", "context"],
    ["Is it safe to roll back?", "risk"],
    ["回滚方案", "risk"],
    ["测试方案", "testing"],
    ["テスト方針", "testing"],
    ["レビュー時の注意点", "review_focus"],
    ["What should reviewers look at?", "review_focus"],
    ["How did I verify the change", "testing"],
    ["Zmiany i testy", "approach testing"],
    ["Manual testing steps", "testing"],
    ["Verifying this change", "testing"],
    ["Steps to test", "testing"],
    ["Tests run", "testing"],
    ["Rollback path", "risk"],
    ["For the reviewer", "review_focus"],
    ["Special notes for your reviewer", "review_focus"],
    ["Additional comments for the reviewers", "review_focus"],
    ["Where should the reviewer start?", "review_focus"],
    ["What & Why", "context approach"],
    ["What this PR does / why we need it", "context approach"],
    ["What does this MR do and why?", "context approach"],
    ["What changes were proposed in this pull request?", "approach"],
    ["Who is this feature for?", ""],
    ["Risk, rollout and testing", "risk testing"],
    ["Test commands and output", "testing"],
    ["Verification process", "testing"],
    ["Release process", ""],
    ["Какие изменения были внесены?", "approach"],
    ["Tarefas realizadas", "approach"],
    ["レビューの対象", "review_focus"],
    ["제품의 한계", "risk"],
    ["QA steps / checklist", "testing"],
    ["Is this backward compatible? If not, say why", "risk"],
    ["Did this break anything else?", "risk"],
    ["Что делает этот PR?", "approach"],
    ["Co zmienia ten PR", "approach"],
    ["Совсем иное (Notes for reviewers)", "review_focus"],
    ["변경 내용 (Description)", "approach"],
    ["급한 정도 (Request changes)", ""],
    ["급한 정도 (Comment)", ""],
    ["Rodzaj zmiany", ""],
    ["Problem → Solution", "context approach"],
    ["Symptoms => Fix", "context approach"],
    ["Reason behind the change", "context"],
    ["Root cause analysis", "context"],
    ["What went wrong?", "context"],
    ["How we fixed this", "approach"],
    ["Failure modes", "risk"],
    ["Reversibility", "risk"],
    ["What might break?", "risk"],
    ["Affected services", "risk"],
    ["How do we know that it works?", "testing"],
    ["Where to look", "review_focus"],
    ["Suggested review order", "review_focus"],
    ["Key files", "review_focus"],
    ["A reading guide for the reviewers", "review_focus"],
    ["Anything reviewers should pay attention to?", "review_focus"],
    ["一、背景", "context"],
    ["（二）变更内容", "approach"],
    ["③ 测试", "testing"],
    ["Key results", ""],
    ["Follow-ups", ""],
    ["Alternatives considered", ""],
    ["Acceptance criteria", ""],
    ["Screenshots → Videos", ""],
    ["Checklist of tests", ""],
    ["Checklist", ""],
    ["Reviewer checklist", ""],
    ["Type of change", ""],
    ["Types of changes", ""],
    ["Release notes", ""],
    ["Related issues", ""],
    ["Agent context", ""],
    ["Screenshots", ""],
    ["Comments", ""],
    ["Future work", ""],
    ["If releasing new changes", ""],
  ])("%s → %s", (heading, sections) => {
    expect(sectionsOf(heading)).toBe(sections);
  });

  it.each([
    ["German", "Hintergrund", "Änderungen", "Risiken", "Wie wurde das getestet?", "Hinweise für Reviewer"],
    [
      "French",
      "Contexte",
      "Changements apportés",
      "Risques",
      "Comment tester ?",
      "Notes pour les relecteurs",
    ],
    ["Spanish", "¿Por qué?", "Cambios realizados", "Riesgos", "¿Cómo se probó?", "Notas para los revisores"],
    ["Portuguese", "Motivação", "O que foi feito", "Riscos", "Como testar", "Notas para revisores"],
    ["Italian", "Perché", "Modifiche", "Rischi", "Come testare", "Note per i revisori"],
    ["Dutch", "Waarom", "Wijzigingen", "Risico's", "Hoe te testen", "Voor reviewers"],
    ["Polish", "Dlaczego", "Wprowadzone zmiany", "Ryzyko", "Jak przetestować", "Uwagi dla recenzentów"],
    ["Russian", "Зачем", "Что сделано", "Риски", "Как тестировать", "На что обратить внимание"],
    ["Chinese", "问题背景", "修改内容", "影响范围", "测试说明", "评审重点"],
    ["Japanese", "変更の目的", "変更内容", "影響範囲", "動作確認", "レビューポイント"],
    ["Korean", "변경 이유", "작업 내용", "영향 범위", "테스트 방법", "리뷰 포인트"],
  ])("%s", (_, ...headings) => {
    expect(headings.map(sectionsOf)).toEqual(["context", "approach", "risk", "testing", "review_focus"]);
  });

  it("lets a configured heading win over the built-in words", () => {
    const config = {
      sections: [
        { id: "context" },
        { id: "notes", heading: "Background", aliases: ["Deployment"] },
        { id: "risk" },
      ],
    };
    const body =
      "## Background\nThe bank is slow on Mondays again.\n## Deployment\nNothing to do here at all.";
    expect(statuses(body, { config })).toEqual({ context: "missing", notes: "filled", risk: "filled" });
  });
});

describe("a name that only the config gives", () => {
  const name = "Which of our customers in which countries will notice this change, and how?";
  const config = {
    sections: [{ id: "noticed", heading: name, aliases: ["Ripples", "Checklist of doubts"] }],
  };
  it.each([
    `**${name}**\n\nNobody will, as it is switched off there.`,
    "# Release notes\n\n## Ripples\n\nNobody will, as it is switched off there.",
    "# Ripples\n\nNobody will, as it is switched off there.\n\n## Testing\n",
    "## Checklist of doubts\n\nNobody will, as it is switched off there.",
  ])("wins over what the line would be otherwise: %j", (body) => {
    expect(statuses(body, { config })).toEqual({ noticed: "filled" });
  });

  it("is no name in running text", () => {
    expect(statuses("Ripples will be noticed by nobody in any country.", { config })).toEqual({
      noticed: "missing",
    });
  });
});

describe("headings in every form", () => {
  const text = "Ran the importer over the files of last week.";
  it.each([
    `Testing\n=======\n${text}`,
    `**Testing**\n${text}`,
    `__Testing:__\n${text}`,
    `*Testing*\n\n${text}`,
    `<b>Testing</b>\n${text}`,
    `✅ **Testing** ✅\n${text}`,
    `Testing:\n${text}`,
    `Testing: ${text}`,
    `**Testing:** ${text}`,
    `- **Testing** — ${text}`,
    `**Testing?** ${text}`,
    `[Testing]\n${text}`,
    `[테스트 방법]\n${text}`,
    `<p><strong>Testing</strong></p>\n<p>${text}</p>`,
    `<div>\nTesting: ${text}\n</div>`,
    `1. Testing\n\n   ${text}`,
    `## 2) Testing ##\n${text}`,
    `##Testing\n${text}`,
    `##Testing\n${text}\n##Unknown words\nmore`,
    `How do we test it?\n${text}`,
    `<h3 align="center">Testing</h3>\n\n${text}`,
    `<h2>\n  Testing\n</h2>\n${text}`,
    `<details>\n<summary><b>Testing</b></summary>\n\n${text}\n\n</details>`,
    `<details><summary>Testing</summary>${text}</details>`,
    `- [x] **Testing:** ${text}`,
    `| Risk | none: text only |\n|---|---|\n| Impact | - |\n| Testing | ${text} |`,
    `## More\n\n### Testing\n\n#### Manually\n\n${text}`,
    `Testing：${text}`,
    `**How should this be tested manually?**: ${text}`,
    `**この変更を手元で確かめるためのテスト方法**\n\n${text}`,
    `この変更を手元で確かめるためのテスト方法\n---\n\n${text}`,
    `##\u00a0Testing\n${text}`,
    `##\u3000Testing\n${text}`,
    `【テスト】\n${text}`,
    `【テスト】${text}`,
    `■ テスト\n${text}`,
    `○ テスト\n${text}`,
    `三、测试\n${text}`,
    `> How did you test it?\n\n${text}`,
    `> **Testing**\n\n${text}\n\n> Anything else?\n\nNo.`,
    `> [!NOTE]\n> **Testing:** ${text}`,
    `> [!IMPORTANT]\n> ### Testing\n> ${text}`,
    `# Test the importer on Mondays\n\n## Testing\n\n${text}`,
    `# How has this been tested?\n\n${text}\n\n## Screenshots\n`,
  ])("%j", (body) => {
    expect(statuses(body)).toMatchObject({ testing: "filled", context: "missing", review_focus: "missing" });
  });

  it.each([
    "Text without a heading says how it was tested.",
    "`Testing: ran it`",
    "We did some testing: it works.",
    "test: add a test for the importer",
    "Should we test this?",
    "How should this be tested manually: nobody knows.",
    "**この変更は本番と同じ環境でも手元の環境でも時間をかけてテスト**\n\nした",
    "## Type of change\n- [x] **Tests**\n- [ ] Docs",
    "> Testing: ran it over the files",
    "> Should we test this?\n\nWe should, over the files of last week.",
    "> ## Testing\n> Ran it over the files.\n\nSo the ticket says.",
    "# Fix flaky tests\n\n## Why\n\nThe bank is slow on Mondays.",
    "# Add unit tests\n\nThe bank is slow on Mondays.",
    "## Improve the test coverage of tests\n\n### Why\n\nThe bank is slow on Mondays.",
    "■ その他\nテスト",
    "Testing\n\nBare words are text.",
    "> [!NOTE]\n> Ran the tests over the files of last week.",
    "[Testing](https://example.com): ran",
    "### 1.2.3 (2026-01-01)\n\n#### Tests\n\n* the importer\n",
    "<details>\n<summary>Release notes</summary>\n<blockquote>\n<h2>Testing</h2>\n<p>text</p>\n</blockquote>\n</details>",
  ])("not in %j", (body) => {
    expect(statuses(body)).toMatchObject({ testing: "missing" });
  });
});
