import { afterEach, describe, expect, it } from "vitest";
import type { LookInput } from "../../src/core/plan/look.ts";
import { GaveUpError, type Judge, JudgeClosedError } from "../../src/reconcile/judge.ts";
import { createJudge } from "../../src/reconcile/judge-on-threads.ts";
import { createLocalJudge } from "../../src/reconcile/run-task.ts";
import { buildObservation } from "../build-observation.ts";

const judges: Judge[] = [];
afterEach(async () => {
  await Promise.all(judges.splice(0).map((judge) => judge.close()));
});

/** A judge whose threads follow a script. `said` collects the steps that it gave up, as `step: reason`. */
function obedient() {
  const said: string[] = [];
  const judge = createJudge({
    budgets: { reading: 60, judging: 120 },
    onGaveUp: ({ step, reason }) => said.push(`${step}: ${reason}`),
    file: new URL("./threads/obedient.js", import.meta.url),
  });
  judges.push(judge);
  const run = (...steps: [string, string][]) =>
    judge.run("look", { steps, shared: new SharedArrayBuffer(4) } as never) as Promise<unknown>;
  return { said, run, judge };
}

describe("a judge on threads", () => {
  it("gives the same answer as judging on this thread", async () => {
    const observation = buildObservation({ body: "## Context\nCharges time out." });
    observation.configTexts.base = "version: 1\nenforcement: block\n";
    const input: Omit<LookInput, "unread"> = {
      observation,
      intents: [],
      freshPermissions: new Map([["bob", "write"]]),
      knownPermissions: new Map([["bob", "write"]]),
      now: "2026-03-02T12:00:00Z",
      firstSeenAt: "2026-03-02T09:00:00Z",
      repositoryFirstSeenAt: null,
    };
    const judge = createJudge({ budgets: { reading: 60_000, judging: 60_000 } });
    judges.push(judge);
    expect(await judge.run("look", input)).toEqual(await createLocalJudge().run("look", input));
  });

  it("retries a step that took too long once", async () => {
    const { run, said } = obedient();
    expect(await run(["reading", "hang once"])).toEqual({});
    expect(said).toEqual(["reading: time"]);
  });

  it.each([
    ["hang", "time"],
    ["crash", "crash"],
    ["throw", "crash"],
  ])("leaves out a part that took too long twice, and judges the rest: %s", async (does, reason) => {
    const { run, said } = obedient();
    expect(await run(["config", "go on"], ["reading", does], ["conversation", "go on"])).toEqual({
      description: reason,
    });
    expect(said).toEqual([`reading: ${reason}`, `reading: ${reason}`]);
  });

  it("leaves out one part after another", async () => {
    const { run } = obedient();
    expect(await run(["reading", "throw"], ["changedConfig", "throw"], ["conversation", "throw"])).toEqual({
      description: "crash",
      changedConfig: "crash",
      conversation: "crash",
    });
  });

  it("has no answer without the config", async () => {
    const { run } = obedient();
    await expect(run(["config", "throw"])).rejects.toThrow(GaveUpError);
  });

  it("leaves a running judgement to the next start when it is closed", async () => {
    const { run, judge } = obedient();
    const waiting = expect(run(["reading", "hang"])).rejects.toThrow(JudgeClosedError);
    await judge.close();
    await waiting;
  });
});
