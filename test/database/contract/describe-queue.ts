import { describe } from "vitest";
import { describeAccepting } from "./describe-accepting.ts";
import { describeLives } from "./describe-lives.ts";
import { describeRunning } from "./describe-running.ts";
import { describeWaking } from "./describe-waking.ts";
import { type Harness, Setting } from "./setting.ts";

/** The contract of every queue, whatever its database. */
export function describeQueue(name: string, createHarness: () => Promise<Harness>): void {
  describe(`the queue on ${name}`, () => {
    const given = new Setting(createHarness);
    describeAccepting(given);
    describeRunning(given);
    describeWaking(given);
    describeLives(given);
  });
}
