import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import pino from "pino";
import { expect, it } from "vitest";
import type { OpenedDatabase } from "../../src/database/database.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { times } from "../properties.ts";
import { delivery, lookAt, noMemory } from "./examples.ts";
import { type HeldRun, numberOf, RecordedRuns } from "./recorded-runs.ts";
import { ModelSubject } from "./row-model.ts";
import { TestClock } from "./test-clock.ts";

const logger = pino({ level: "silent" });
const subjects = [1, 2];

type Step =
  | {
      do: "accept";
      number: number;
      wait: number;
      updated: number | null;
      comment: number | null;
      pressed: boolean;
    }
  | { do: "end"; number: number; how: "done" | "again" | "gone" | "fail"; wait: number | null }
  | { do: "advance"; seconds: number };

const number = fc.constantFrom(...subjects);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("accept" as const),
      number,
      wait: fc.constantFrom(0, 0, 30),
      updated: fc.option(fc.integer({ min: 10, max: 20 })),
      comment: fc.option(fc.integer({ min: 1, max: 6 })),
      pressed: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("end" as const),
      number,
      how: fc.constantFrom(
        "done" as const,
        "again" as const,
        "gone" as const,
        "fail" as const,
        "fail" as const,
      ),
      wait: fc.option(fc.constantFrom(3, 60)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("advance" as const),
      seconds: fc.constantFrom(1, 29, 3600),
    }),
  },
);

/**
 * The real queue and its model side by side: each step runs on both, and all visible state is compared.
 */
class Pair {
  readonly clock = new TestClock();
  readonly runs = new RecordedRuns();
  readonly held = new Map<number, HeldRun>();
  readonly model = new Map<number, ModelSubject>();
  readonly #database: OpenedDatabase;
  #now = 0;
  #deliveries = 0;

  constructor(open: (clock: TestClock) => OpenedDatabase) {
    this.#database = open(this.clock);
  }

  async make(next: Step): Promise<void> {
    if (next.do === "advance") await this.#advance(next.seconds);
    else if (next.do === "accept") await this.#accept(next);
    else this.#end(next);
    await this.#compare();
  }

  async #accept(next: Extract<Step, { do: "accept" }>): Promise<void> {
    this.#deliveries += 1;
    const id = `d${this.#deliveries}`;
    const updatedAt = next.updated === null ? null : `2026-11-23T08:00:${next.updated}Z`;
    const minimumVersion = {
      updatedAt,
      headSha: null,
      commentIds: next.comment === null ? [] : [next.comment],
    };
    const intents = next.pressed ? [{ deliveryId: id, identifier: "recheck" as const, sender: "alice" }] : [];
    const notBefore = next.wait === 0 ? null : this.clock.in(next.wait);
    await this.#database.queue.accept(delivery(id), [
      lookAt(next.number, { minimumVersion, intents, notBefore }),
    ]);
    if (!this.model.has(next.number)) this.model.set(next.number, new ModelSubject());
    this.model.get(next.number)!.look({ at: this.#now + next.wait, minimumVersion, intents });
  }

  async #advance(seconds: number): Promise<void> {
    this.#now += seconds;
    this.clock.advance({ seconds });
    this.#database.poke();
  }

  #end(next: Extract<Step, { do: "end" }>): void {
    const run = this.held.get(next.number);
    const model = this.model.get(next.number);
    if (run === undefined || model === undefined) return;
    this.held.delete(next.number);
    const wait = next.wait ?? 1;
    if (next.how === "fail") {
      run.fail(new Error("broken"));
      model.fail(this.#now);
    } else if (next.how === "again") {
      run.end({ type: "again", at: this.clock.in(wait), memory: noMemory });
      model.postpone(this.#now + wait);
    } else if (next.how === "gone") {
      run.end({ type: "gone" });
      if (model.wasAsked()) model.done(null);
      else this.model.delete(next.number);
    } else {
      run.done(next.wait === null ? null : this.clock.in(next.wait));
      model.done(next.wait === null ? null : this.#now + next.wait);
    }
  }

  async #compare(): Promise<void> {
    for (const [number, model] of this.model) {
      const runAt = model.runAt();
      if (model.run === null && runAt !== null && runAt <= this.#now) await this.#compareStart(number, model);
    }
    const models = [...this.model.values()];
    const dueOf = (model: ModelSubject) => model.run !== null || (model.runAt() ?? Infinity) <= this.#now;
    const expected = {
      pending: models.filter((model) => model.run !== null || model.runAt() !== null).length,
      due: models.filter(dueOf).length,
      failed: models.filter(({ isGivenUp }) => isGivenUp).length,
    };
    await expect.poll(() => this.#database.queue.count(), { interval: 1, timeout: 10_000 }).toEqual(expected);
    expect(this.runs.running.length).toBe(this.held.size);
  }

  async #compareStart(expectedNumber: number, model: ModelSubject): Promise<void> {
    while (!this.held.has(expectedNumber)) {
      const run = await this.runs.next();
      this.held.set(numberOf(run)!, run);
    }
    const { job } = this.held.get(expectedNumber)!;
    expect(job.intents).toEqual(model.intents());
    expect(job.attempt).toBe(model.failures + 1);
    const commentIds = job.minimumVersion?.commentIds ?? [];
    const { may, has } = model.commentIds();
    expect(may).toEqual(expect.arrayContaining(commentIds));
    expect(commentIds).toEqual(expect.arrayContaining(has));
    const unseen = model.newestUnseen();
    if (unseen !== null) expect(job.minimumVersion?.updatedAt).toBe(unseen);
    model.start();
  }

  start = () => this.#database.queue.start(this.runs.handler, { concurrency: 4 });

  async close(): Promise<void> {
    for (const run of this.held.values()) run.done();
    const closing = this.#database.close();
    // Runs that started between the last step and the end.
    void (async () => {
      while (true) (await this.runs.next()).done();
    })();
    await closing;
  }
}

it("behaves like a model that keeps a list of all events", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const dataDir = mkdtempSync(join(tmpdir(), "async-review-"));
      const clockHolder = { clock: null as TestClock | null };
      const probe = new TestClock();
      const opened = await openDatabase(
        { dataDir },
        { clock: { now: () => (clockHolder.clock ?? probe).now() }, logger },
      );
      const pair = new Pair((clock) => {
        clockHolder.clock = clock;
        return opened;
      });
      try {
        await pair.start();
        for (const next of steps) await pair.make(next);
      } finally {
        await pair.close();
        rmSync(dataDir, { recursive: true });
      }
    }),
    { numRuns: 40 * times },
  );
});
