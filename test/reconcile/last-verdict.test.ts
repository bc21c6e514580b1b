import { describe, expect, it } from "vitest";
import type { UnreadReason } from "../../src/core/finding.ts";
import type { UnreadParts } from "../../src/core/plan/look.ts";
import type { PlannedCheckRun } from "../../src/core/planned.ts";
import type { PullRequest } from "../../src/core/pull-request.ts";
import { createLabelHistory } from "../../src/reconcile/label-history.ts";
import { emptyMemory, type GitHub, type Job, type Memory } from "../../src/reconcile/ports.ts";
import { createReconcile } from "../../src/reconcile/reconcile.ts";
import { createReminderBudget } from "../../src/reconcile/reminder-budget.ts";
import { localReader, runTask } from "../../src/reconcile/run-task.ts";
import { buildObservation } from "../build-observation.ts";

const body = "## Context\nCharges that time out are not tried again, so support refunds them.";
const block = "version: 1\nenforcement: block\n";
const read = "failure: 1 of 5 sections: approach, risk, testing and review focus are missing";
const unread = "failure: This description can't be read";

/** Looks at the same pull request one after another, with the memory in between. */
function start() {
  let memory: Memory = emptyMemory;
  return async (
    given: { reads?: UnreadReason; pullRequest?: Partial<PullRequest>; config?: string } = {},
  ): Promise<{ verdict: string; summary: string }> => {
    const observation = buildObservation({ body, ...given.pullRequest });
    observation.configTexts.base = given.config ?? block;
    const checkRuns: PlannedCheckRun[] = [];
    const unread: UnreadParts = given.reads === undefined ? {} : { description: given.reads };
    const reconcile = createReconcile({
      github: {
        observePullRequest: async () => observation,
        write: async (_, write) => {
          if ("checkRun" in write) checkRuns.push(write.checkRun);
          return 1;
        },
      } as Partial<GitHub> as GitHub,
      queue: { look: async () => {}, findOnHead: async () => [], forget: async () => {} },
      judge: {
        run: async (name, input) => runTask(name, input, { unread, reader: localReader }),
        close: async () => {},
      },
      keepsHistory: true,
      reminders: createReminderBudget(),
      labels: createLabelHistory(),
      clock: { now: () => "2026-03-02T12:00:00Z" },
      logger: { info: () => {}, warn: () => {} },
    });
    const job: Job = {
      subject: {
        kind: "pull_request",
        installationId: 1,
        repository: observation.repository,
        number: observation.pullRequest.number,
      },
      minimumVersion: null,
      intents: [],
      attempt: 1,
      firstSeenAt: observation.pullRequest.createdAt,
      repositoryFirstSeenAt: null,
      memory: { ...memory, created: [] },
    };
    const outcome = await reconcile(job, { remember: async () => {}, signal: new AbortController().signal });
    if (outcome.type !== "done") throw new Error(`the look ended with "${outcome.type}"`);
    memory = outcome.memory;
    const run = checkRuns.find(({ name }) => name === "async / description")!;
    return { verdict: `${run.conclusion}: ${run.title}`, summary: run.summary };
  };
}

describe("a description whose reading takes too long", () => {
  it("keeps the verdict on the same text, however often it happens, and says so", async () => {
    const look = start();
    expect((await look()).verdict).toBe(read);
    for (const _ of [1, 2]) {
      const { verdict, summary } = await look({ reads: "time" });
      expect(verdict).toBe(read);
      expect(summary).toContain("took too long this time. It hasn't changed");
      expect(summary).not.toContain("can't be read");
    }
    expect((await look()).summary).not.toContain("took too long");
  });

  it("keeps no verdict for another text, or without an earlier verdict", async () => {
    const look = start();
    expect((await look({ reads: "time" })).verdict).toBe(unread);
    await look();
    expect((await look({ reads: "time", pullRequest: { body: `${body}\n` } })).verdict).toBe(unread);
    expect((await look({ reads: "time" })).verdict).toBe(read);
  });

  it("is reported when counting gives it up, because that would happen again", async () => {
    const look = start();
    await look();
    expect((await look({ reads: "lines" })).verdict).toBe(unread);
  });

  it("is still exempt as a draft, whose verdict isn't kept", async () => {
    const look = start();
    await look();
    const draft = { isDraft: true };
    expect((await look({ reads: "time", pullRequest: draft })).verdict).toBe("success: Not checked: draft");
    await look({ pullRequest: draft });
    expect((await look({ reads: "time" })).verdict).toBe(read);
  });

  it("no longer blocks once the config only advises", async () => {
    const look = start();
    await look();
    const config = "version: 1\nenforcement: advise\n";
    expect((await look({ reads: "time", config })).verdict).toBe(read.replace("failure", "neutral"));
  });
});
