import { describe, expect, it } from "vitest";
import type { CommandLine } from "../../../src/core/commands/answer-comment.ts";
import { evaluateConversation } from "../../../src/core/conversation/evaluate-conversation.ts";
import { concludeHeld } from "../../../src/core/plan/checks/plan-check-run.ts";
import type { PullRequest } from "../../../src/core/pull-request.ts";
import { renderCommandList, renderReviewCheck } from "../../../src/core/render/review-check.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import { comment, conversation, nextOf, reply, review, reviewConfig, thread } from "../conversation/build.ts";

const plain = {
  gate: ["blocking" as const],
  commandLines: [] as CommandLine[],
  help: "",
  decisionLog: "",
  explanation: "",
  timeZone: "UTC",
};

function render(
  pr: Partial<PullRequest>,
  { enforcement = "advise", ...options }: Partial<typeof plain> & { enforcement?: "advise" | "block" } = {},
  config = reviewConfig(),
) {
  const verdict = evaluateConversation(conversation(pr, { config }));
  const next = new Map(verdict.remarks.map((remark) => [remark.id, nextOf(remark)]));
  const conclusion = concludeHeld(verdict.isHeld, enforcement);
  const page = renderReviewCheck(
    verdict,
    { ...plain, conclusion, next, gate: config.gate as typeof plain.gate, ...options },
    english,
  );
  return { conclusion, ...page };
}

const link = (serial: string) => serial.replace(/.*\/pull/, "https://github.com/acme/shop/pull");

describe("renderReviewCheck", () => {
  it("concludes with success when nothing is open", () => {
    expect(render({}, { enforcement: "block" })).toEqual({
      title: "Nothing open",
      summary: "Nothing here blocks merging.",
      text: "",
      conclusion: "success",
    });
  });

  it("lists what is open, blocking first, and fails only when enforced", () => {
    const nit = thread([reply("bob", "nit: a", 1)]);
    const issue = thread([
      reply("bob", "**issue (security):** leaks <b>@all</b> | `x`", 2),
      reply("alice", "why?", 3),
    ]);
    const plainThread = thread([reply("carol", "a?", 4)], {
      isOutdated: true,
      path: "src/a|b.ts",
      line: null,
    });
    const done = thread([reply("bob", "must: b", 5)], { isResolved: true });
    const praise = thread([reply("bob", "praise: nice", 5)]);
    const bot = thread([reply("ci[bot]", "b", 5)]);
    const pr = {
      threads: [nit, plainThread, issue, done, praise, bot],
      comments: [comment("carol", "q: when?", 6)],
      reviews: [review("dave", "commented", 7, { body: "suggestion: c" })],
    };
    const urls = [
      issue.comments[0]!.url,
      pr.comments[0]!.url,
      pr.reviews[0]!.url,
      nit.comments[0]!.url,
      plainThread.comments[0]!.url,
    ].map(link);
    const table = [
      "| | What | From | Since | Next |",
      "|---|---|---|---|---|",
      `| **blocking** | [src/retry.ts:12](${urls[0]}): leaks &lt;b&gt;@\u200ball&lt;/b&gt; \\| \`x\` | bob | 2026-11-23 09:02 UTC | bob |`,
      `| question | [comment](${urls[1]}): when? | carol | 2026-11-23 09:06 UTC | alice |`,
      `| suggestion | [review](${urls[2]}): c | dave | 2026-11-23 09:07 UTC | alice |`,
      `| nit | [src/retry.ts:12](${urls[3]}): a | bob | 2026-11-23 09:01 UTC | – |`,
      `| – | [src/a\\|b.ts](${urls[4]}): a? (outdated) | carol | 2026-11-23 09:04 UTC | carol |`,
    ].join("\n");
    const title = "Open: 1 blocking, 1 question, 1 suggestion, 1 nit, 1 without a kind";
    expect(render(pr)).toEqual({
      title,
      summary: `This check only advises: it does not block merging.\n\n${table}`,
      text: "",
      conclusion: "neutral",
    });
    expect(render(pr, { enforcement: "block" })).toEqual({
      title,
      summary: `Holding this check: 1 blocking. It passes as soon as the last one is resolved.\n\n${table}`,
      text: "",
      conclusion: "failure",
    });
  });

  it("never waits for nits, and passes as soon as the last blocking thread is resolved", () => {
    const nit = thread([reply("bob", "nit: a", 1)]);
    const blocking = thread([reply("bob", "blocking: a", 1)]);
    const conclusion = (pr: Partial<PullRequest>) => render(pr, { enforcement: "block" }).conclusion;
    expect([
      conclusion({ threads: [nit] }),
      conclusion({ threads: [nit, blocking] }),
      conclusion({ threads: [nit, { ...blocking, isResolved: true }] }),
    ]).toEqual(["success", "failure", "success"]);
  });

  it("shows commands, help, decisions and the explanation when asked", () => {
    const options = {
      commandLines: [{ type: "in effect", command: "ready", argument: "", by: "alice" } as const],
      help: "HELP",
      decisionLog: "LOG",
      explanation: "WHY",
    };
    expect(render({}, options)).toEqual({
      title: "Nothing open",
      summary: "Nothing here blocks merging.\n\n- `/async ready` (alice)\n\nHELP\n\nLOG",
      text: "WHY",
      conclusion: "success",
    });
  });

  it("describes vague comments in one line, with the better form", () => {
    const threads = ["Why?", "Thoughts?"].map((body) => thread([reply("bob", body, 1)]));
    const { summary } = render({ threads }, {}, reviewConfig({ hint: "once" }));
    expect(summary.split("\n\n").at(-1)).toBe(
      `[A comment](${threads[0]!.comments[0]!.url}) and 1 more leave the reader guessing. "question: is the order here on purpose?" gets a quicker answer.`,
    );
  });

  it("cuts a long table", () => {
    const threads = Array.from({ length: 60 }, (_, minute) => thread([reply("bob", "nit: a", minute)]));
    const { summary } = render({ threads });
    expect(summary.split("\n").filter((line) => line.startsWith("| nit")).length).toBe(50);
    expect(summary.endsWith("\n\nAnd 10 more.")).toBe(true);
  });

  it('scolds nobody: nothing "must", nothing is "invalid"', () => {
    const texts = [
      renderCommandList(english),
      render({ threads: [thread([reply("bob", "issue: a", 1)])] }, { enforcement: "block" }).summary,
    ];
    expect(texts.join("\n")).not.toMatch(/\b(?:must|invalid|violation)\b|!/i);
  });
});
