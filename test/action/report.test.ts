import { describe, expect, it } from "vitest";
import { renderSummary } from "../../src/action/report.ts";
import type { ActionRun } from "../../src/action/run-action.ts";
import type { PullRequestSubject } from "../../src/reconcile/ports.ts";

const repository = { id: 1, owner: "acme", name: "shop" };
const subject = (number: number): PullRequestSubject => ({
  kind: "pull_request",
  installationId: 0,
  repository,
  number,
});
/**
 * The limits of a step's job summary:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const most = 1024 * 1024;
const bytesOf = (text: string) => Buffer.byteLength(text);
const noted = { otherApp: null, written: [], refused: [] };

describe("the job summary", () => {
  it("counts the pull requests of a scheduled run", () => {
    const look = { summary: null, checkRuns: [] };
    const ran: ActionRun = {
      occasion: { type: "sweep" },
      found: new Map([[7, look]]),
      noted,
      unfinished: [],
    };
    expect(renderSummary(ran)).toMatch(/^- Looked at 1 open pull request\.\n/);
  });

  it("stays within GitHub's limit, however many pull requests were looked at", () => {
    const unfinished = Array.from({ length: 3_000 }, (_, index) => ({
      subject: subject(index + 1),
      error: new Error("🦊".repeat(200)),
    }));
    const ran: ActionRun = { occasion: { type: "sweep" }, found: new Map(), noted, unfinished };
    const summary = renderSummary(ran);
    expect(bytesOf(summary)).toBeLessThan(most);
    expect(summary).toMatch(/^- Looked at 0 open pull requests\.\n- #1 couldn't be looked at: 🦊/);
    expect(summary).toMatch(/\n… \(cut here: GitHub's size limit\)$/);
    expect(summary).not.toContain("\ufffd");
  });

  it("stays within GitHub's limit with checks of the greatest length", () => {
    const checkRuns = ["async / description", "async / review", "async / config"].map((name) => ({
      name,
      title: "Complete",
      summary: "🦊".repeat(100_000),
    }));
    const occasion = {
      type: "look",
      subject: subject(1),
      minimumVersion: null,
      createdAt: null,
    } as const;
    const summary = renderSummary({
      occasion,
      found: new Map([[1, { summary: null, checkRuns }]]),
      noted,
      unfinished: [],
    });
    expect(bytesOf(summary)).toBeLessThan(most);
    expect(summary.startsWith("### async / description: Complete\n\n🦊")).toBe(true);
  });
});
