import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

describe("vague-ask", () => {
  it("reports asks without a question, in the focus and elsewhere", () => {
    expect(
      [
        found("vague-ask", "## Focus\nAny feedback?"),
        found("vague-ask", "Retries the payment.\n\nPTAL @bob"),
      ].flat(),
    ).toEqual([
      'warning review_focus 2 "Any feedback?" doesn\'t say what to look at: ask a question that a reviewer can answer',
      'warning - 3 "PTAL @\u200Bbob" doesn\'t say what to look at: ask a question that a reviewer can answer',
    ]);
  });

  it.each([
    "Thoughts?",
    "Any feedback?",
    "PTAL",
    "Please review, thanks!",
    "Feedback welcome.",
    "Let me know what you think",
    "@alice review please",
    "Comments?",
    "**Thoughts?**",
    "Could somebody review this, please?",
    "Needs review",
    "Looking for feedback.",
  ])("reports %j", (text) => expect(found("vague-ask", `Retries the payment.\n\n${text}`)).toHaveLength(1));

  it.each([
    "Thanks!",
    "Thank you all.",
    "Thanks for the review!",
    "cc @alice",
    "**Why now?**\n\nThe bank asked for it.",
    "Could you review the retry limit first?",
    "Comments:\n\nThe old field stays.",
    "Suggestions:\n1. keep the field\n2. rename it",
    "Input:\n\n```json\n{}\n```",
    "- Input:\n  - a number",
    "- Review\n- Release",
    "Feedback: the support team asked for it twice.",
    "Review",
  ])("accepts %j", (text) => expect(found("vague-ask", `Retries the payment.\n\n${text}`)).toEqual([]));

  it("isn't satisfied by the template's own words in the focus", () => {
    const template = "## Focus\nName the file to start with.\n";
    expect(found("vague-ask", `${template}\nPTAL\n`, { templates: [template] })).toHaveLength(1);
  });

  it("is satisfied by one question anywhere, or by a focus that says more", () => {
    expect(
      [
        found("vague-ask", "Thoughts?\n\nIs the back-off right?"),
        found("vague-ask", "PTAL\n\n## Focus\nStart with src/retry.go, then the tests."),
      ].flat(),
    ).toEqual([]);
  });
});
