import { Worker } from "node:worker_threads";

/**
 * How a task ended: with its result, or given up in a step (null before its first) for lack of time or after
 * a crash.
 */
export type TaskEnd = { result: unknown } | { gaveUp: "time" | "crash"; step: string | null; detail: string };

export interface PoolOptions {
  /** What runs in each thread. It sends `{ id: 0 }` when it is warm, and answers each message by its id. */
  file: URL;
  /**
   * Milliseconds for one step of a task (null before the first). After half of it on the wall clock, the
   * thread has to have used the other half itself, because a busy machine is not the text's fault; then it is
   * killed.
   */
  budgetMs(step: string | null): number;
  /** The most threads at once. A thread starts when tasks wait. */
  maxThreads: number;
  /** Starts a thread before there is a task. */
  startsAtOnce?: boolean;
  /** Milliseconds after which an idle thread ends, which frees the memory of all that it loaded. */
  idleMs?: number;
}

/** After this many budgets on the wall clock, a thread is killed even if it got little CPU time. */
const maxBudgets = 10;
/** Failed starts in a row before all waiting tasks are given up. */
const maxFailedStarts = 3;
/**
 * Milliseconds that a task waits before another thread starts, because a start costs more than most tasks.
 */
const startAfterMs = 100;
/** The most memory that a thread may use; beyond that, only this thread ends. */
const maxMegabytes = 512;

interface Task {
  message: object;
  resolve(ran: TaskEnd | null): void;
}

/**
 * A few threads that take one message at a time and answer it. A thread that takes too long is killed and
 * replaced.
 */
export class ThreadPool {
  private readonly options: PoolOptions;
  private readonly threads = new Set<Thread>();
  private readonly queue: Task[] = [];
  private isClosed = false;
  private failedStarts = 0;
  private waiting: NodeJS.Timeout | null = null;

  constructor(options: PoolOptions) {
    this.options = options;
    if (options.startsAtOnce) this.startThread();
  }

  /** Null when the pool was closed before there was an answer. The message is copied when its turn comes. */
  run(message: object): Promise<TaskEnd | null> {
    if (this.isClosed) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.queue.push({ message, resolve });
      this.assign();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const { resolve } of this.queue.splice(0)) resolve(null);
    await Promise.all([...this.threads].map((thread) => thread.end(null)));
  }

  private assign(): void {
    for (const thread of this.threads) {
      const task = thread.isFree ? this.queue.shift() : undefined;
      if (task !== undefined) thread.take(task);
    }
    if (this.queue.length === 0) return;
    if (this.threads.size === 0) this.startThread();
    const starting = [...this.threads].filter(({ isWarm }) => !isWarm);
    // An idle thread does not keep the process alive; a task that waits for one to start does.
    for (const thread of starting) thread.hold();
    if (starting.length > 0 || this.threads.size >= this.options.maxThreads) return;
    const [longest] = this.queue;
    this.waiting ??= setTimeout(() => {
      this.waiting = null;
      if (this.isClosed || this.queue.length === 0) return;
      // Start one only if the same task is still first.
      if (this.queue[0] === longest) this.startThread();
      this.assign();
    }, startAfterMs);
  }

  private startThread(): void {
    const thread = new Thread(this.options, {
      onFree: () => {
        this.failedStarts = 0;
        this.assign();
      },
      onEnd: () => this.replace(thread),
    });
    this.threads.add(thread);
  }

  private replace(thread: Thread): void {
    this.threads.delete(thread);
    if (this.isClosed) return;
    if (!thread.isWarm) this.failedStarts += 1;
    if (this.failedStarts < maxFailedStarts) {
      this.assign();
      return;
    }
    this.failedStarts = 0;
    for (const { resolve } of this.queue.splice(0))
      resolve({ gaveUp: "crash", step: null, detail: "no thread could be started" });
  }
}

interface Events {
  onFree(): void;
  onEnd(): void;
}

class Thread {
  isWarm = false;
  private readonly worker: Worker;
  private readonly options: PoolOptions;
  private readonly events: Events;
  private task: Task | null = null;
  private step: string | null = null;
  private timer: NodeJS.Timeout | null = null;
  private lastId = 0;
  private isOver = false;
  private crash = "the thread ended";

  constructor(options: PoolOptions, events: Events) {
    this.options = options;
    this.events = events;
    this.worker = new Worker(options.file, { resourceLimits: { maxOldGenerationSizeMb: maxMegabytes } });
    this.worker.on("message", (answer) => this.hear(answer));
    this.worker.on("error", (error: Error) => {
      this.crash = error.message;
    });
    this.worker.on("exit", () => void this.end({ gaveUp: "crash", step: this.step, detail: this.crash }));
    // After the listeners: the one for messages holds the process again.
    this.worker.unref();
  }

  get isFree(): boolean {
    return this.isWarm && this.task === null && !this.isOver;
  }

  hold(): void {
    this.worker.ref();
  }

  take(task: Task): void {
    this.task = task;
    this.lastId += 1;
    this.hold();
    this.enter(null);
    this.worker.postMessage({ id: this.lastId, ...task.message });
  }

  /** Ends the thread; its task resolves with `ran`. */
  async end(ran: TaskEnd | null): Promise<void> {
    if (this.isOver) return;
    this.isOver = true;
    this.settle(ran);
    this.events.onEnd();
    await this.worker.terminate();
  }

  private hear(answer: { id: number; step?: string; result?: unknown; error?: string }): void {
    if (answer.id !== 0 && answer.id !== this.lastId) return;
    if (answer.step !== undefined) {
      this.enter(answer.step);
      return;
    }
    this.isWarm = true;
    if (answer.error !== undefined) this.settle({ gaveUp: "crash", step: this.step, detail: answer.error });
    else this.settle({ result: answer.result });
    this.events.onFree();
    if (!this.isFree) return;
    this.worker.unref();
    this.timer = setTimeout(() => void this.end(null), this.options.idleMs ?? 60_000).unref();
  }

  /** The budget starts anew with each step, so waiting behind another task doesn't count. */
  private enter(step: string | null): void {
    this.step = step;
    const budgetMs = this.options.budgetMs(step);
    this.restart(() => void this.watch(budgetMs), budgetMs / 2);
  }

  private restart(then: () => void, ms: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(then, ms);
  }

  /** Runs after half of the step's budget: kills the thread once it has used the other half in CPU time. */
  private async watch(budgetMs: number): Promise<void> {
    const watched = this.timer;
    const isPast = () => this.isOver || this.timer !== watched;
    const deadline = performance.now() + maxBudgets * budgetMs;
    const start = await measureCpu(this.worker);
    let used = 0;
    while (used < budgetMs / 2 && performance.now() < deadline && !isPast()) {
      await new Promise((resolve) => setTimeout(resolve, budgetMs / 2 - used));
      used = (await measureCpu(this.worker)) - start;
    }
    if (!isPast())
      await this.end({ gaveUp: "time", step: this.step, detail: `more than ${budgetMs} milliseconds` });
  }

  private settle(ran: TaskEnd | null): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const { task } = this;
    this.task = null;
    task?.resolve(ran);
  }
}

/**
 * Milliseconds of processor time that the thread has used; 0 once it has ended. Node before 24.6 doesn't
 * tell, so use the wall clock there.
 */
async function measureCpu(worker: Worker): Promise<number> {
  if (worker.cpuUsage === undefined) return performance.now();
  const { user, system } = await worker.cpuUsage().catch(() => ({ user: 0, system: 0 }));
  return (user + system) / 1000;
}
