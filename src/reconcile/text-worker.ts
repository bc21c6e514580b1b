import { Worker } from "node:worker_threads";
import type { GaveUp, ParsedDescription } from "../core/description/parsed-description.ts";
import type { ReadRequest } from "./reading-worker.ts";

/** After so many budgets on the wall's clock even a worker that hardly ran is given up. */
const mostPatience = 10;

interface Waiting {
  request: ReadRequest;
  resolve: (parsed: ParsedDescription | GaveUp) => void;
}

/** One worker thread that reads one text after another, and is killed and replaced when a text takes too long. */
export class TextWorker {
  private readonly budgetMs: number;
  private readonly file: URL;
  private worker: Worker | null = null;
  private isWarm = false;
  private queue: Waiting[] = [];
  private current: Waiting | null = null;
  private timer: NodeJS.Timeout | null = null;
  private lastId = 0;
  private isClosed = false;
  /** Starts that ended before the worker was warm, in a row: a file that cannot run is not tried for ever. */
  private failedStarts = 0;

  constructor(budgetMs: number, file: URL) {
    this.budgetMs = budgetMs;
    this.file = file;
    this.start();
  }

  read(text: string): Promise<ParsedDescription | GaveUp> {
    if (this.isClosed) return Promise.resolve({ gaveUp: true, reason: "closed" });
    return new Promise((resolve) => {
      this.queue.push({ request: { id: ++this.lastId, text }, resolve });
      if (this.worker === null) this.start();
      this.holdWhileBusy();
      this.next();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const worker = this.worker;
    this.worker = null;
    this.settle({ gaveUp: true, reason: "closed" });
    for (const { resolve } of this.queue.splice(0)) resolve({ gaveUp: true, reason: "closed" });
    await worker?.terminate();
  }

  private start(): void {
    const worker = new Worker(this.file);
    this.worker = worker;
    this.holdWhileBusy();
    this.isWarm = false;
    worker.on("message", ({ id, parsed }) => {
      if (worker !== this.worker) return;
      this.isWarm = true;
      this.failedStarts = 0;
      if (id !== 0 && this.current?.request.id === id) this.settle(parsed);
      this.next();
    });
    worker.on("error", () => this.replace(worker, "crash"));
    worker.on("exit", () => this.replace(worker, "crash"));
  }

  private next(): void {
    if (!this.isWarm || this.current !== null || this.worker === null) return;
    const next = this.queue.shift();
    if (next === undefined) return;
    const worker = this.worker;
    this.current = next;
    // The budget starts when the worker does: waiting behind another text is not this one's fault.
    this.timer = setTimeout(() => void this.watch(worker, next), this.budgetMs / 2);
    worker.postMessage(next.request);
  }

  /** The text takes long: kills the worker once it has really worked on it for the other half of the budget. */
  private async watch(worker: Worker, reading: Waiting): Promise<void> {
    const isOver = () => worker !== this.worker || this.current !== reading;
    const half = this.budgetMs / 2;
    const deadline = performance.now() + mostPatience * this.budgetMs;
    const start = await measureCpu(worker);
    let used = 0;
    while (used < half && performance.now() < deadline && !isOver()) {
      await new Promise((resolve) => setTimeout(resolve, half - used));
      used = (await measureCpu(worker)) - start;
    }
    if (isOver()) return;
    this.replace(worker, "time");
    void worker.terminate();
  }

  private replace(worker: Worker, reason: string): void {
    if (worker !== this.worker) return;
    if (!this.isWarm) this.failedStarts++;
    this.worker = null;
    this.settle({ gaveUp: true, reason });
    if (this.isClosed) return;
    if (this.failedStarts < 3) this.start();
    else {
      this.failedStarts = 0;
      for (const { resolve } of this.queue.splice(0)) resolve({ gaveUp: true, reason });
    }
  }

  private settle(parsed: ParsedDescription | GaveUp): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const { current } = this;
    this.current = null;
    current?.resolve(parsed);
    this.holdWhileBusy();
  }

  /** An idle worker does not keep the process alive; one that is asked something does. */
  private holdWhileBusy(): void {
    if (this.current !== null || this.queue.length > 0) this.worker?.ref();
    else this.worker?.unref();
  }
}

/** Milliseconds that the worker's thread has run; where Node does not tell (before 24), milliseconds that passed. */
async function measureCpu(worker: Worker): Promise<number> {
  const { user, system } = (await worker.cpuUsage?.().catch(() => null)) ?? { user: 0, system: 0 };
  return worker.cpuUsage === undefined ? performance.now() : (user + system) / 1000;
}
