import { describe, expect, it } from "vitest";
import { concludeDescription } from "../../../src/core/description/description.ts";
import { judge, statuses } from "./describe.ts";

const complete = `## Why
Customers see errors when the bank is slow.

## What
A retry with back-off around the payment call.

## Risks
Two charges for one order; the idempotency key prevents it.

## How to test
Run the suite, then stop the mock bank for a minute.

## Where to start
Start with the back-off in src/retry.go, is it right?
`;

describe("section statuses", () => {
  it("finds all five by their aliases", () => {
    expect(judge(complete)).toMatchObject({ exempt: null, findings: [] });
    expect(statuses(complete)).toEqual({
      context: "filled",
      approach: "filled",
      risk: "filled",
      testing: "filled",
      review_focus: "filled",
    });
  });

  it("reads a copied hint as a question, and a ticked box as an answer", () => {
    const section = { id: "notes", heading: "Notes", hint: "Who is told? What do they have to do?" };
    const notes = (text: string) =>
      statuses(`## Notes\n\n${text}\n`, { config: { sections: [section] } }).notes;
    expect(notes("What do they have to do?")).toBe("unedited");
    expect(notes("- [x] Is everybody told?")).toBe("filled");
    expect(notes("- [ ] Is everybody told?")).toBe("empty");
    expect(notes("-[] Is everybody told?")).toBe("empty");
    expect(notes("They have to do a restart of every worker.")).toBe("filled");
  });

  it.each([
    "Please describe here what you measured\nand on which machine you did it",
    "This section should name every machine.",
    "Nesta seção deve ser colocado o nome de cada máquina.",
    "Clearly describe your measurement. For example:\n- the fast importer on a small file\n- the slow importer on a large file",
    "This was measured by hand.\n\n*(or)*\n\nThis was measured by the bench on a small machine.",
    "測定した機械を箇条書きで記載",
    "```\n// TODO:\n// TODO:\n```",
    "If you measured it, name the machine.\n\nTODO: a sentence about the machine",
    "Liste des mesures",
    "Descripción clara de las medidas.",
    "YES / NO / N/A",
    "- aaa",
  ])("tells a form from its answer without the template: %j", (text) => {
    expect(statuses(`## Testing\n\n${text}\n`).testing).toBe("placeholder");
  });

  it.each([
    "Please describe what you measured.\nThe importer, on the smallest machine that we have.",
    "Two callers are slower on large files, for example:\n- the importer on the small machine",
    "It was measured on every machine.\n\nThis is a small change.\n\n*(or)*\n\nThis is a large change.",
    "If you measure it again, the importer is faster.",
    "Run `make fast`\n\nor\n\nrun `make slow` on the small machine.",
  ])("counts text that an author added to the template: %j", (text) => {
    expect(statuses(`## Testing\n\n${text}\n`).testing).toBe("filled");
  });

  it("tells missing, empty, placeholder, too short and filled apart", () => {
    const body =
      "## Why\n\n<!-- say why -->\n\n## What\nTODO\n\n## Risk\n- [ ] none that I know\n\n## Testing\nran it\n";
    expect(statuses(body)).toEqual({
      context: "empty",
      approach: "placeholder",
      risk: "empty",
      testing: "too-short",
      review_focus: "missing",
    });
  });

  it("calls a section unedited while it is the template's text, with or without ticks and other white space", () => {
    const template =
      "## Why\nPlease say why.\n\n## Testing\n- [ ] I ran the suite\n\n## Risk\n<!-- what can go wrong? -->\n";
    expect(statuses(template, { templates: [template] })).toMatchObject({
      context: "unedited",
      testing: "unedited",
      risk: "unedited",
    });
    const filled =
      "## Why\nPlease  say why.\nThe bank is slow on Mondays.\n\n## Testing\n- [x] I ran the suite\n\n## Risk\n";
    expect(statuses(filled, { templates: [template] })).toMatchObject({
      context: "filled",
      testing: "filled",
      risk: "empty",
    });
  });

  it("ignores headings in code, comments and quotes", () => {
    const body =
      "```\n## Why\nBecause of the slow bank here.\n```\n<!--\n## What\n-->\n> ## Risk\n> nothing at all can break\n";
    expect(Object.values(statuses(body))).toEqual(["missing", "missing", "missing", "missing", "missing"]);
  });

  it("counts folded text for its summary's section, headings included, and for no neighbour", () => {
    const folded = (summary: string, inner: string) =>
      `<details>\n<summary>${summary}</summary>\n\n${inner}\n\n</details>\n`;
    const body =
      folded("Changelog", "## What's Changed\n- the parser\n\n## Why\nbecause upstream wanted it so") +
      folded("How to test", "#### Locally\nnpm test, then open the shop\n\n#### Staging\nthe same there");
    expect(statuses(body)).toEqual({
      context: "missing",
      approach: "missing",
      risk: "missing",
      testing: "filled",
      review_focus: "missing",
    });
  });

  it("reads the items of a numbered list as headings, with text on the next line or below", () => {
    const why = "The queue loses jobs when two workers read one row.";
    for (const end of ["\n", "\n\n"]) {
      const body = `1. Why${end}${why}${end}2. What${end}Locks the row before it is read.${end}3. Testing${end}200 workers at once.`;
      expect(statuses(body)).toMatchObject({ context: "filled", approach: "filled", testing: "too-short" });
    }
  });

  it("reads an emphasised answer as text, and an escaped space as white space", () => {
    expect(statuses("## Testing\n_None_\n\n## Risk\n**N/A**\n\n## Why\n&nbsp;\n")).toMatchObject({
      testing: "placeholder",
      risk: "placeholder",
      context: "empty",
    });
  });

  it("shows a heading without its Markdown", () => {
    const { sections } = judge("## 🧪 **Testing** `here`\nRan the importer over the files of last week.");
    expect(sections.find(({ id }) => id === "testing")?.writtenHeading).toBe("🧪 Testing here");
  });

  it("reads a quoted hint as the template's, and a quoted warning as the author's", () => {
    expect(statuses("## Risk\n> What could go wrong here?\n")).toMatchObject({ risk: "placeholder" });
    expect(statuses("## Risk\n> [!WARNING]\n> This drops the column for good.\n")).toMatchObject({
      risk: "filled",
    });
  });

  it("reads a few words above boxes as the template's, unless the template lacks them", () => {
    const [boxes, words] = ["- [ ] on Linux\n", "Clicked through it all.\n\n"];
    expect(statuses(`## Testing\n${words}${boxes}`)).toMatchObject({ testing: "empty" });
    const templates = [`## Testing\n${boxes}`];
    expect(statuses(`## Testing\n${words}${boxes}`, { templates })).toMatchObject({ testing: "too-short" });
  });

  it("ends a section at a heading that lacks its space, but not at a hash in prose", () => {
    expect(statuses("###Testing\n###Pictures\nOne of the page in the dark.")).toMatchObject({
      testing: "empty",
    });
    expect(statuses("Testing:\n#include had to be moved to the top.")).toMatchObject({ testing: "filled" });
  });

  it("counts boxes that share a line", () => {
    expect(statuses("## Testing\n- Suite: [ ] yes / [ ] no")).toMatchObject({ testing: "empty" });
    expect(statuses("## Testing\n- Suite: [ ] yes / [x] no")).toMatchObject({ testing: "filled" });
  });

  it("accepts N/A only with a reason", () => {
    expect(statuses("## Risk\nN/A")).toMatchObject({ risk: "placeholder" });
    expect(statuses("## Risk\nN/A: only documentation")).toMatchObject({ risk: "filled" });
    const config = { sections: [{ id: "risk", not_applicable: true }] };
    expect(statuses("## Risk\nN/A", { config })).toEqual({ risk: "not-applicable" });
  });
});

describe("when", () => {
  it("asks a change of nine lines for context only, and accepts text without a heading as context", () => {
    const verdict = judge("The link in the footer pointed to the old site.", { additions: 5, deletions: 4 });
    expect(verdict.findings).toEqual([]);
    expect(verdict.sections[0]).toMatchObject({
      status: "filled",
      writtenHeading: null,
      line: 1,
      level: "error",
    });
    expect(verdict.sections[2]).toMatchObject({
      level: "off",
      levelBecause: [{ type: "lines below", lines: 10 }],
    });
  });

  it("doesn't count the template's own text as prose", () => {
    const template = "Thank you for your contribution!\n";
    const facts = { additions: 1, deletions: 0, templates: [template] };
    expect(statuses(template, facts)).toMatchObject({ context: "missing" });
    expect(statuses(`${template}\nFixes the link in the footer.`, facts)).toMatchObject({
      context: "filled",
    });
  });

  it("excludes the limit itself, and never matches an unknown size", () => {
    expect(judge("", { additions: 5, deletions: 5 }).findings).toHaveLength(5);
    expect(judge("", { additions: null, deletions: null }).findings).toHaveLength(5);
  });

  it.each([
    [["release/*", "!release/old"], "release/new", "release/*"],
    [["!release/old", "release/*"], "release/new", "release/*"],
    [["release/*", "!release/old"], "release/old", null],
    [["release/*", "!release/old"], "main", null],
    [["!main", "!release/*"], "next", "!main"],
    [["!main", "!release/*"], "main", null],
  ])("reads the globs %j for %s as one list", (base, baseRef, pattern) => {
    const when = [{ base, sections: { risk: "off" as const } }];
    const risk = judge("", { baseRef, config: { when } }).sections.find(({ id }) => id === "risk");
    expect(risk?.levelBecause ?? null).toEqual(pattern === null ? null : [{ type: "base", pattern }]);
  });

  it("matches only if all files match, when the config says so", () => {
    const file = (path: string) => ({ path, additions: 50, deletions: 0 });
    const docs = judge("", { files: [file("docs/a.md"), file("b.md")], changedFiles: 2 });
    expect(docs.sections.map(({ level }) => level)).toEqual(["error", "error", "off", "off", "warning"]);
    const mixed = judge("", { files: [file("docs/a.md"), file("b.ts")], changedFiles: 2 });
    expect(mixed.sections.map(({ level }) => level)).toEqual(["error", "error", "error", "error", "warning"]);
  });
});

describe("exempt", () => {
  it.each([
    [{ author: "dependabot[bot]" }, { type: "bot" }],
    [{ author: "robert" }, null],
    [{ labels: ["Skip-Async"] }, { type: "label", name: "skip-async" }],
    [{ isDraft: true }, { type: "draft" }],
    [{ isInMergeQueue: true }, { type: "merge queue" }],
    [{ title: 'Revert "Retry"' }, null],
  ])("exempts or not: %o", (facts, exempt) => {
    const verdict = judge("", facts);
    expect(verdict.exempt).toEqual(exempt);
    expect(verdict.findings.length === 0).toBe(exempt !== null);
    expect(verdict.sections).toHaveLength(5);
  });

  it("exempts a revert only with GitHub's own line", () => {
    expect(judge("Reverts acme/payments#41", { title: 'Revert "Retry"' }).exempt).toEqual({
      type: "title",
      pattern: "^Revert ",
    });
    expect(judge("reverts #41", { title: 'Revert "Retry"' }).exempt).toBe(null);
  });

  const revert = "Reverts acme/payments#41";
  it.each([
    ["GitHub's line", revert, true],
    ["the line with a reason above and below", `It doubles charges.\r\n\r\n${revert}\r\nSorry.`, true],
    ["the repository in another case", "Reverts Acme/Payments#41", true],
    ["the line in an HTML comment", `Because.\n<!--\n${revert}\n-->`, false],
    ["the line in a comment that is never closed", `<!--\n${revert}`, false],
    ["the line in a fence", `\`\`\`\n${revert}\n\`\`\``, false],
    ["the line in a quote", `> ${revert}`, false],
    ["the line as code", `    ${revert}`, false],
    ["another repository", "Reverts nobody/nothing#41", false],
    ["this pull request", "Reverts acme/payments#42", false],
    ["a pull request that doesn't exist yet", "Reverts acme/payments#999999", false],
    ["a number with too many digits", "Reverts acme/payments#00000000000000041", false],
  ])("tells GitHub's revert line from %s", (_case, body, isExempt) => {
    const facts = {
      title: 'Revert "Retry"',
      repository: { owner: "acme", name: "payments" },
      number: 42,
    };
    expect(judge(body, facts).exempt !== null).toBe(isExempt);
  });
});

describe("concludeDescription", () => {
  it.each([
    [complete, "advise", "success"],
    [complete, "block", "success"],
    ["", "advise", "neutral"],
    ["", "block", "failure"],
    [complete.slice(0, complete.indexOf("## Where")), "block", "neutral"],
  ] as const)("concludes case %#", (body, enforcement, conclusion) => {
    expect(concludeDescription(judge(body), { enforcement })).toBe(conclusion);
  });
});
