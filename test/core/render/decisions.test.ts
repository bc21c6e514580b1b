import { describe, expect, it } from "vitest";
import type { Decision } from "../../../src/core/conversation/find-decisions.ts";
import { renderDecisionLog, renderDecisionRecords } from "../../../src/core/render/decisions.ts";
import { renderBackAndForthReply } from "../../../src/core/render/reminder.ts";
import { english } from "../../../src/core/render/words/en/index.ts";

const url = "https://github.com/acme/shop/pull/7#issuecomment-1";
const decision = (more: Partial<Decision> = {}): Decision => ({
  text: "keep the queue",
  options: "",
  reason: "",
  revisit: "",
  by: "alice",
  at: "2026-11-23T09:00:00Z",
  url,
  ...more,
});

describe("renderDecisionLog", () => {
  it("renders nothing without decisions", () => expect(renderDecisionLog([], english)).toBe(""));

  it("shows each decision on one line, escaped", () => {
    const said = decision({ text: "use <b>\n@all", options: "a | b", reason: "#1", revisit: "in May" });
    expect(renderDecisionLog([decision(), said], english)).toBe(
      [
        "**Decisions**",
        "",
        `- keep the queue (alice, [2026-11-23](${url}))`,
        `- use &lt;b&gt; @\u200ball (alice, [2026-11-23](${url}))`,
        "  - Options: a \\| b",
        "  - Reason: #\u200b1",
        "  - Revisit: in May",
      ].join("\n"),
    );
  });

  it("shows code as code", () => {
    expect(renderDecisionLog([decision({ text: "keep `src/a|b.ts` as it is" })], english)).toBe(
      `**Decisions**\n\n- keep \`src/a\\|b.ts\` as it is (alice, [2026-11-23](${url}))`,
    );
  });

  it("folds all but the newest five, and counts those beyond twenty", () => {
    const many = Array.from({ length: 23 }, (_, index) => decision({ text: `number ${index}` }));
    const list = (from: number, to: number) =>
      many
        .slice(from, to)
        .map(({ text }) => `- ${text} (alice, [2026-11-23](${url}))`)
        .join("\n");
    expect(renderDecisionLog(many, english)).toBe(
      `**Decisions**\n\n<details><summary>15 earlier decisions</summary>\n\n${list(3, 18)}\n\nAnd 3 earlier.\n\n</details>\n\n${list(18, 23)}`,
    );
    expect(renderDecisionLog(many.slice(0, 6), english)).toBe(
      `**Decisions**\n\n<details><summary>1 earlier decision</summary>\n\n${list(0, 1)}\n\n</details>\n\n${list(1, 6)}`,
    );
  });
});

describe("renderDecisionRecords", () => {
  it("renders one document with a record for each decision", () => {
    const pullRequests = [
      {
        number: 7,
        title: "Retry <payments>",
        url: "https://github.com/acme/shop/pull/7",
        state: "merged" as const,
        decisions: [decision({ text: "keep the queue\nas it is", reason: "faster" })],
      },
      {
        number: 8,
        title: "None",
        url: "https://github.com/acme/shop/pull/8",
        state: "open" as const,
        decisions: [],
      },
    ];
    expect(renderDecisionRecords("acme/shop", pullRequests)).toBe(
      [
        "# Decisions in acme/shop",
        "1 decision.",
        "## keep the queue",
        [
          "- Date: 2026-11-23",
          `- Decided by: alice, [where it was said](${url})`,
          "- Pull request: [7](https://github.com/acme/shop/pull/7) Retry &lt;payments&gt;",
          "- Status: accepted",
        ].join("\n"),
        "### Decision",
        "keep the queue  \nas it is",
        "### Reason",
        "faster\n",
      ].join("\n\n"),
    );
  });

  it("says when there are no decisions", () => {
    expect(renderDecisionRecords("acme/shop", [])).toBe(
      "# Decisions in acme/shop\n\nNo decisions were recorded.\n",
    );
  });
});

describe("renderBackAndForthReply", () => {
  it("suggests a call once in a thread", () => {
    expect(renderBackAndForthReply({ threadId: "T_1", inReplyTo: 5, trips: 3 }, english)).toEqual({
      inReplyTo: 5,
      key: "back-and-forth:T_1",
      body: "This thread has gone back and forth three times. Ten minutes on a call may be quicker; write the outcome here as `Decision: …` and it will be listed in the summary.",
    });
  });

  it.each([
    [1, "once"],
    [2, "twice"],
    [10, "ten times"],
    [11, "11 times"],
  ])("writes the number %i in words", (trips, words) => {
    const { body } = renderBackAndForthReply({ threadId: "T_1", inReplyTo: 5, trips }, english);
    expect(body.split(".")[0]).toBe(`This thread has gone back and forth ${words}`);
  });
});
