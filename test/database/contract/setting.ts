import { afterEach, beforeEach, expect } from "vitest";
import type { KeptLife } from "../../../src/core/report/history/keep-life.ts";
import type { OpenedDatabase } from "../../../src/database/database.ts";
import { openKeptLives } from "../../../src/database/kept-lives.ts";
import type { Queue } from "../../../src/reconcile/ports.ts";
import { RecordedRuns } from "../recorded-runs.ts";
import { TestClock } from "../test-clock.ts";

/** A database of the kind under test. `open` opens the same database again after it was closed. */
export interface Harness {
  open(clock: TestClock): Promise<OpenedDatabase>;
  where: { dataDir: string } | { databaseUrl: string };
  drop(): Promise<void>;
}

/**
 * The fresh fixture of each contract test: an empty queue, a clock that stands still, and runs that are held.
 */
export class Setting {
  clock = new TestClock();
  runs = new RecordedRuns();
  #harness!: Harness;
  #database!: OpenedDatabase;

  constructor(createHarness: () => Promise<Harness>) {
    beforeEach(async () => {
      this.clock = new TestClock();
      this.runs = new RecordedRuns();
      this.#harness = await createHarness();
      this.#database = await this.#harness.open(this.clock);
    });
    afterEach(async () => {
      await this.#database.close();
      await this.#harness.drop();
    });
  }

  get queue(): Queue {
    return this.#database.queue;
  }

  start(concurrency = 4): Promise<void> {
    return this.queue.start(this.runs.handler, { concurrency });
  }

  /** Waits until the queue's own bookkeeping is done. */
  async settled(expected: { pending: number; due: number; failed: number }): Promise<void> {
    await expect.poll(() => this.queue.count(), { timeout: 10_000, interval: 5 }).toEqual(expected);
  }

  advance(duration: { seconds?: number; hours?: number }): void {
    this.clock.advance(duration);
    this.#database.poke();
  }

  /** The lives that the report reads of this repository while the server runs. */
  async findLives(repositoryId: number, numbers: number[]): Promise<KeptLife[]> {
    const lives = await openKeptLives(this.#harness.where);
    const found = await lives.find(repositoryId, numbers);
    await lives.close();
    return found;
  }

  async restart(): Promise<void> {
    await this.#database.close();
    this.#database = await this.#harness.open(this.clock);
  }
}
