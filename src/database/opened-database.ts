import type { Logger } from "pino";
import type { Clock, Queue } from "../reconcile/ports.ts";

export interface DatabaseParts {
  /** Decides what is due. */
  clock: Clock;
  logger: Logger;
}

export interface OpenedDatabase {
  queue: Queue;
  /** Looks for due rows at once: for a clock that was moved by hand. */
  poke(): void;
  /** Stops the queue, waits for what is running, and closes every file and connection. */
  close(): Promise<void>;
}
