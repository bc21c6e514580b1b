import type { Handler, Job, JobContext, Outcome } from "../../src/reconcile/ports.ts";
import { noMemory } from "./examples.ts";

/** A run that a test controls. */
export interface HeldRun {
  job: Job;
  context: JobContext;
  end(outcome: Outcome): void;
  /** Ends the run successfully, with nothing to do until `wakeAt`. */
  done(wakeAt?: string | null): void;
  fail(error: unknown): void;
}

/** A handler whose runs wait for the test to end them, so that tests can force races. */
export class RecordedRuns {
  readonly #held: HeldRun[] = [];
  readonly #awaited: ((run: HeldRun) => void)[] = [];
  /** The subjects of the current runs, with repetitions. */
  readonly running: string[] = [];
  started = 0;

  readonly handler: Handler = async (job, context) => {
    const name = JSON.stringify(job.subject);
    this.running.push(name);
    this.started += 1;
    try {
      return await new Promise<Outcome>((resolve, reject) => {
        this.#deliver({
          job,
          context,
          end: resolve,
          done: (wakeAt = null) => resolve({ type: "done", wakeAt, memory: noMemory }),
          fail: reject,
        });
      });
    } finally {
      this.running.splice(this.running.indexOf(name), 1);
    }
  };

  /** The next run: one that has started and was not returned yet, or one that starts later. */
  next(): Promise<HeldRun> {
    const held = this.#held.shift();
    return held === undefined ? new Promise((resolve) => this.#awaited.push(resolve)) : Promise.resolve(held);
  }

  #deliver(run: HeldRun): void {
    const awaited = this.#awaited.shift();
    if (awaited === undefined) this.#held.push(run);
    else awaited(run);
  }
}

/** The number of the pull request that a run is about. */
export function numberOf({ job }: HeldRun): number | null {
  return job.subject.kind === "pull_request" ? job.subject.number : null;
}
