import { describe, expect, it } from "vitest";
import { configPath } from "../../../../src/core/observation.ts";
import { decide } from "../../../../src/core/plan/decide.ts";
import type { Facts } from "../../../../src/core/plan/facts.ts";
import { planTriedConfig } from "../../../../src/core/plan/look.ts";
import { localReader } from "../../../../src/reconcile/run-task.ts";
import { reply, thread } from "../../conversation/build.ts";
import { buildFacts } from "../build-facts.ts";

/** A pull request of 2 March, 09:00 UTC, that breaks the config and gives every check something to report. */
function buildFailingFacts(config: string, rest: Partial<Facts> = {}): Facts {
  const files = [{ path: configPath, additions: 1, deletions: 0, changeType: "modified" as const }];
  const threads = [thread([reply("bob", "blocking: this loses money", 1)])];
  const facts = buildFacts({ files, threads }, { config, ...rest });
  facts.observation.configTexts.head = "enforcement: maybe\n";
  return facts;
}

const conclude = (config: string, rest?: Partial<Facts>) =>
  decide(buildFailingFacts(config, rest)).checkRuns.map(({ name, conclusion }) => [name, conclusion]);

const unread: Partial<Facts> = {
  description: { unread: "containers" },
  unread: { conversation: "time", changedConfig: "time" },
};

describe.each([
  ["advise", "enforcement: advise\n", "neutral"],
  ["block", "enforcement: block\n", "failure"],
  ["block from the day on which it was opened", "enforcement: block\nenforce_from: 2026-03-02\n", "failure"],
  ["block from the day after it was opened", "enforcement: block\nenforce_from: 2026-03-03\n", "neutral"],
  [
    "block from midnight in a zone where that day began after it was opened",
    "enforcement: block\nenforce_from: 2026-03-02\nturns: {hours: {time_zone: Pacific/Honolulu}}\n",
    "neutral",
  ],
])("under %s", (_case, config, conclusion) => {
  const all = ["async / description", "async / review", "async / config"].map((name) => [name, conclusion]);

  it("gives every check the same conclusion", () => {
    expect(conclude(config)).toEqual(all);
  });

  it("gives every check that couldn't be read the same conclusion", () => {
    expect(conclude(config, unread)).toEqual(all);
  });

  it("gives the changed config's annotations and its later write the same conclusion", () => {
    const facts = buildFailingFacts(config);
    const run = decide(facts).checkRuns.find(({ name }) => name === "async / config")!;
    expect(run.annotations.map(({ level }) => level)).toEqual([
      conclusion === "failure" ? "failure" : "warning",
    ]);
    const tried = planTriedConfig({ observation: facts.observation, trials: [] }, localReader);
    expect([tried?.conclusion, tried?.hash]).toEqual([conclusion, run.hash]);
  });
});

it.each([
  ["read", {}],
  ["not read", unread],
])("writes every check anew on a re-run, %s", (_case, rest) => {
  const intent = { deliveryId: "d-1", identifier: "rerequested", sender: "bob", permission: "read" } as const;
  const { checkRuns } = decide(buildFailingFacts("enforcement: block\n", { ...rest, intents: [intent] }));
  expect(checkRuns.map(({ name, force }) => [name, force])).toEqual([
    ["async / description", "d-1"],
    ["async / review", "d-1"],
    ["async / config", "d-1"],
  ]);
});
