import { describe, expect, it } from "vitest";
import { renderTemplate } from "../../../src/core/render/template.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import { describe as facts, judge } from "../description/describe.ts";

describe("renderTemplate", () => {
  const config = {
    sections: [
      { id: "context" },
      { id: "risk", level: "off" as const },
      { id: "extra", heading: "Extra", optional: true, hint: "a --> b" },
    ],
  };
  const form = renderTemplate(facts("", { config }).config, english);

  it("lists each section that is not off, its hint in a comment that can't end early", () => {
    expect(form).toBe(
      "## Context\n\n<!-- What problem does this solve, and why now? Link the ticket or incident. -->\n\n## Extra\n\n<!-- Optional. a –› b -->\n\n",
    );
  });

  it("makes a template that fails while empty and passes when filled", () => {
    expect(judge(form, { config }).findings.map(({ section }) => section)).toEqual(["context", "extra"]);
    const filled = form.replaceAll(" -->\n", " -->\nThe bank is slow on Mondays.\n");
    expect(judge(filled, { config, templates: [form] }).findings).toEqual([]);
  });
});
