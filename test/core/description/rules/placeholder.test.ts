import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

describe("placeholder", () => {
  it("finds TODO, dots and N/A without a reason", () => {
    expect(found("placeholder", "## Why\nTODO\n## What\n...\n## Risk\n- n/a\n")).toEqual([
      'error context 1 Context ("Why") says only "TODO": write something a reviewer can use, or say why it doesn\'t apply',
      'error approach 3 Approach ("What") says only "...": write something a reviewer can use, or say why it doesn\'t apply',
      'error risk 5 Risk says only "n/a": write something a reviewer can use, or say why it doesn\'t apply',
    ]);
  });

  it.each([
    ["a trailer", "Co-authored-by: Bob Smith <bob@example.org>\n\nTODO", ""],
    ["an open box", "- [ ] none known\n\nTODO", "## Risk\n- [ ] none known\n"],
    ["the template's prompt", "Say what can break.\n\nTODO", "## Risk\nSay what can break.\n"],
  ])("quotes the author, not %s", (_what, text, template) => {
    expect(found("placeholder", `## Risk\n${text}\n`, { templates: [template] })).toEqual([
      'error risk 1 Risk says only "TODO": write something a reviewer can use, or say why it doesn\'t apply',
    ]);
  });

  it("accepts N/A with a reason, and alone where the config allows it", () => {
    expect(
      found("placeholder", "## Risk\nN/A: documentation only\n## Testing\nNone", {
        config: { sections: [{ id: "risk" }, { id: "testing", not_applicable: true }] },
      }),
    ).toEqual([]);
  });

  it("recognises a template's own words without knowing the template", () => {
    expect(
      found("placeholder", "## Why\n[describe here]\n## What\nPlease include a summary of the change.\n"),
    ).toEqual([
      'error context 1 Context ("Why") says only "[describe here]": write something a reviewer can use, or say why it doesn\'t apply',
      'error approach 3 Approach ("What") says only "Please include a summary of the change.": write something a reviewer can use, or say why it doesn\'t apply',
    ]);
  });

  it.each([
    "Describe your changes in detail.",
    "_Explain here what was changed and why it was needed._",
    "> What impact does this change have for production?",
    "Does this PR introduce any risks? For example, performance.",
    "This pull request has been created because [REPLACE ME]",
    "[High/Medium/Low. Justify the indication by mentioning how risks were measured.]",
    "Fixes #(issue)",
    "- Scenario 1\n- Scenario 2",
    "Por favor, describe los riesgos.",
    "Bitte beschreibe die Risiken.",
    "请描述风险",
    "リスクを記載してください。",
    "XXXX",
    "Steps to try the change locally",
    "None / describe who is affected",
    "Result (paste the log when it is short)",
    "```\n# put the output here\n```",
    "- browser:\n- system version:",
    "Relates to #number",
    "Please also explain what was left out.",
    "List the changes made by this pull request.",
    "This needs [no / some / much] memory.",
    "What can break? (name the services)",
    "Breve descripción del riesgo",
    "Insira os passos.",
    "위험을 설명합니다.",
    "If there is a post-mortem, link it here.",
    "- Machine A\n- Machine B",
    "Please note the risks.",
    "[EN] Brief description of the risks\n[DE] Beschreibe die Risiken",
    "If you are unsure, ask for advice in the chat.",
    "_Say who is affected,\n tested on which machines and what was seen in the logs._",
    "How risky is it? Please describe it in a few words.",
  ])("takes %j for a template's question", (text) => {
    expect(found("placeholder", `## Risk\n${text}\n`)).toHaveLength(1);
  });

  it.each([
    "Add the overview page to the menu, which nothing links to.",
    "Specify the behaviour of both ends when the line is cut.",
    "(Both of these can be undone with one switch in the settings.)",
    "None known, because the flag is off until the next release.",
    "Two steps to run by hand: stop the worker, then drop the table.",
    "What broke? (The sync of old clients, for an hour.)\nIt was put right by hand.",
    "Old clients:\n- they see the old price until the next sync",
    "```\nput /orders/12\n```",
    "It fixes #12, where the index was rebuilt twice.",
    "Provide a way to skip the import of files that are empty.",
    "Please note that the old field stays for a release.",
    "Please be aware that old clients see the price twice.",
    "For example, order 31 was booked twice on Monday.",
    "Explain plans were slower, by a second for large shops.",
    "_We keep the old field, so that nothing breaks for a release._",
    "_Tried on two machines without any loss._",
    "Does this PR break old clients? No, the old field stays.",
    "How did you limit it? I kept the old field for one release.",
  ])("takes %j for an answer", (text) => {
    expect(found("placeholder", `## Risk\n${text}\n`)).toEqual([]);
  });
});
