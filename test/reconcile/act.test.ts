import { describe, expect, it } from "vitest";
import type { PlannedCheckRun, Write } from "../../src/core/planned.ts";
import { sendWrites } from "../../src/reconcile/act.ts";
import { GitHubError, type GitHubErrorReason } from "../../src/reconcile/github-error.ts";
import { emptyMemory, type Memory, type PullRequestSubject } from "../../src/reconcile/ports.ts";

const target: PullRequestSubject = {
  kind: "pull_request",
  installationId: 1,
  repository: { id: 1, owner: "acme", name: "shop" },
  number: 7,
};
const comment: Write = { type: "create_comment", key: "comment", body: "Hello", hash: "0123456789abcdef" };
const label: Write = { type: "add_label", name: "overdue" };
const now = "2026-03-02T09:00:00Z";

/**
 * Runs sendWrites() against a GitHub that answers from a list. Records the order of memories and writes.
 */
async function run(
  writes: Write[],
  answers: (number | null | GitHubErrorReason)[],
  memory: Memory = emptyMemory,
) {
  const log: string[] = [];
  const remembered: Memory[] = [];
  const left = [...answers];
  const promise = sendWrites(writes, {
    github: {
      write: async (_target, write) => {
        log.push(write.type);
        const answer = left.shift() ?? null;
        if (typeof answer === "string") throw new GitHubError(answer, { reason: answer });
        return answer;
      },
    },
    target,
    memory,
    remember: async (next) => {
      log.push("remember");
      remembered.push(next);
    },
    now: () => now,
  });
  return { outcome: await promise.catch((error: unknown) => error), log, remembered };
}

describe("sending writes", () => {
  it("records a create before it is sent, and its id afterwards", async () => {
    const { outcome, log, remembered } = await run([comment], [5]);
    expect(log).toEqual(["remember", "create_comment", "remember"]);
    const entry = { key: "comment", id: null, hash: "0123456789abcdef", at: now };
    expect(remembered).toEqual([
      { ...emptyMemory, created: [entry] },
      { ...emptyMemory, created: [{ ...entry, id: 5 }] },
    ]);
    expect(outcome).toEqual({
      refused: [],
      memory: { ...emptyMemory, created: [{ ...entry, id: 5 }] },
    });
  });

  it.each<[string, Write]>([
    ["comment", { type: "update_comment", id: 5, body: "Bye", hash: "new" }],
    [
      "check run",
      { type: "update_check_run", id: 5, externalId: "7:new", checkRun: { hash: "new" } as PlannedCheckRun },
    ],
  ])("remembers the current content of a %s that it created", async (_case, update) => {
    const entry = { key: "any", id: 5, hash: "old", at: now };
    const { outcome } = await run([update], [null], { ...emptyMemory, created: [entry] });
    expect(outcome).toEqual({
      refused: [],
      memory: { ...emptyMemory, created: [{ ...entry, hash: "new" }] },
    });
  });

  it("continues without a write that this installation may not make", async () => {
    const { outcome, log } = await run([label, comment], ["forbidden", 5]);
    expect(log).toEqual(["add_label", "remember", "create_comment", "remember"]);
    expect(outcome).toMatchObject({ refused: [{ write: "add_label", reason: "forbidden" }] });
  });

  it("forgets a create that GitHub refused, and keeps one without an answer", async () => {
    const refused = await run([comment], ["forbidden"]);
    expect(refused.remembered.at(-1)?.created).toEqual([]);
    const unsure = await run([comment], ["unavailable"]);
    expect(unsure.outcome).toBeInstanceOf(GitHubError);
    expect(unsure.remembered.at(-1)?.created).toMatchObject([{ key: "comment", id: null }]);
  });

  it("stops at a rate limit, and leaves the later writes waiting too", async () => {
    const { outcome, log } = await run([label, comment], ["rate_limited"]);
    expect([outcome, log]).toEqual([expect.any(GitHubError), ["add_label"]]);
  });
});
