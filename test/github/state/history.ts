import { Temporal } from "temporal-polyfill";
import type { Clock } from "./clock.ts";
import type { Instant, State } from "./model.ts";

/**
 * How far behind GraphQL reads are.
 * - `ms`: answered from the state of that many (real) milliseconds ago;
 * - `events`: always that many changes behind;
 * - `reads`: after each change, that many reads are still answered from before it, then reads are current
 *   again. No read sees a state that ended over a minute ago by the set clock: GitHub lags by seconds,
 *   however little is read meanwhile.
 */
export type Lag = { ms: number } | { events: number } | { reads: number };

interface Past {
  /** The real time at which this state was replaced, in milliseconds. */
  until: number;
  /** The same time by the set clock. */
  replacedAt: Instant;
  state: State;
}

/**
 * Keeps the states that a late read still sees, because GitHub's reads can lag behind its webhooks and its
 * own writes.
 */
export class History {
  #lag: Lag | null = null;
  #past: Past[] = [];
  #staleReads = 0;
  #depth = 0;
  #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Reads lag from now on; null makes them current. */
  lag(lag: Lag | null): void {
    this.#lag = lag;
    this.#past = [];
    this.#staleReads = 0;
  }

  /** Runs a change and, while reads lag, keeps the state before it. Nested changes count as one. */
  write<T>(state: State, change: () => T): T {
    if (this.#depth === 0 && this.#lag !== null) this.#remember(state, this.#lag);
    this.#depth += 1;
    try {
      return change();
    } finally {
      this.#depth -= 1;
    }
  }

  /** The state that a read sees. Counts the read. */
  read(live: State): State {
    const lag = this.#lag;
    if (lag === null) return live;
    if ("ms" in lag) {
      const seen = performance.now() - lag.ms;
      this.#past = this.#past.filter((past) => past.until > seen);
      return this.#past[0]?.state ?? live;
    }
    if ("events" in lag) return this.#past[0]?.state ?? live;
    if (this.#staleReads === 0) {
      this.#past = [];
      return live;
    }
    this.#staleReads -= 1;
    const aMinuteAgo = Temporal.Instant.from(this.#clock.now()).subtract({ minutes: 1 }).toString();
    this.#past = this.#past.filter(({ replacedAt }) => replacedAt > aMinuteAgo);
    return this.#past[0]?.state ?? live;
  }

  #remember(state: State, lag: Lag): void {
    const replacedAt = this.#clock.now();
    this.#past.push({ until: performance.now(), replacedAt, state: structuredClone(state) });
    if ("reads" in lag) this.#staleReads = lag.reads;
    if ("events" in lag) this.#past = this.#past.slice(-lag.events);
  }
}
