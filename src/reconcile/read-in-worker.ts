import { Worker } from "node:worker_threads";
import type { GaveUp, ParsedDescription } from "../core/description/parsed-description.ts";
import { hasGivenUp } from "../core/description/parsed-description.ts";
import type { ReadRequest } from "./reading-worker.ts";

export interface ReadTexts {
  parsed: ParsedDescription | GaveUp;
  /** Those that could be read. */
  templates: ParsedDescription[];
}

/** Reads texts off the event loop; whatever a text is, the answer is there within the budget. */
export interface TextReader {
  read(texts: { body: string; templates: readonly string[] }): Promise<ReadTexts>;
  close(): Promise<void>;
}

/** A pull request template seldom changes and is read for every pull request. */
const mostTemplates = 500;

/** Sources run as they are (Node strips types); a build is beside them as JavaScript. */
const workerFile = new URL(
  import.meta.url.endsWith(".ts") ? "./reading-worker.ts" : "./reading-worker.js",
  import.meta.url,
);

/**
 * @param budgetMs wall time for one text, in milliseconds; the worker is killed and replaced when it is used up
 * @param file what runs in the thread; tests give others
 */
export function createTextReader({
  budgetMs,
  file = workerFile,
}: {
  budgetMs: number;
  file?: URL;
}): TextReader {
  const worker = new ReadingWorker(budgetMs, file);
  const templates = new Map<string, ParsedDescription | GaveUp>();

  async function readTemplate(text: string): Promise<ParsedDescription | GaveUp> {
    const known = templates.get(text);
    if (known !== undefined) return known;
    const parsed = await worker.read(text);
    // A time-out may be the machine's fault: it is not remembered.
    if (!hasGivenUp(parsed) || parsed.reason !== "time") {
      if (templates.size >= mostTemplates) templates.delete(templates.keys().next().value!);
      templates.set(text, parsed);
    }
    return parsed;
  }

  return {
    async read({ body, templates: texts }) {
      const [parsed, ...read] = await Promise.all([worker.read(body), ...texts.map(readTemplate)]);
      return {
        parsed: parsed!,
        templates: read.filter((template) => !hasGivenUp(template)) as ParsedDescription[],
      };
    },
    close: () => worker.close(),
  };
}

interface Waiting {
  request: ReadRequest;
  resolve: (parsed: ParsedDescription | GaveUp) => void;
}

/** One worker thread that reads one text after another. */
class ReadingWorker {
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
    this.timer = setTimeout(() => {
      this.replace(worker, "time");
      void worker.terminate();
    }, this.budgetMs);
    worker.postMessage(next.request);
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
