import { describe, expect, it } from "vitest";
import {
  filledSections,
  fillTemplate,
  judgeTemplate,
  presentSections,
  readTemplates,
} from "../../eval/templates.ts";

const templates = readTemplates();

describe.skipIf(templates === null)("real pull request templates (skipped without ../shared/data)", () => {
  it("fail while unfilled, whether or not the template is known", () => {
    const wrong = templates!.filter(
      ({ text }) =>
        filledSections(judgeTemplate(text, [text])).length > 0 ||
        judgeTemplate(text, []).findings.every(({ level }) => level !== "error"),
    );
    expect(wrong.map(({ repo, path }) => `${repo} ${path}`)).toEqual([]);
  });

  it("pass when filled, whatever their form", () => {
    const wrong = templates!.flatMap(({ repo, text }) => {
      const present = presentSections(judgeTemplate(text, [text]));
      const filled = filledSections(judgeTemplate(fillTemplate(text), [text]));
      return present.filter((id) => !filled.includes(id)).map((id) => `${repo} ${id}`);
    });
    expect(wrong).toEqual([]);
  });
});
