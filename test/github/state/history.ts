import type { State } from "./model.ts";

/**
 * How far behind GraphQL reads are.
 * - `ms`: answered from the state of that many (real) milliseconds ago;
 * - `events`: always that many changes behind;
 * - `reads`: after each change, that many reads are still answered from before it, then reads are current again.
 */
export type Lag = { ms: number } | { events: number } | { reads: number };

interface Past {
  /** Real time at which this state stopped being the newest. */
  until: number;
  state: State;
}

/** GitHub's reads can lag its webhooks and its own writes: this keeps the states that a late read still sees. */
export class History {
  #lag: Lag | null = null;
  #past: Past[] = [];
  #staleReads = 0;
  #depth = 0;

  /** From now on reads lag; null makes them current. */
  lag(lag: Lag | null): void {
    this.#lag = lag;
    this.#past = [];
    this.#staleReads = 0;
  }

  /** Runs a change; while reads lag, the state before it is kept. Nested changes are one. */
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
    return this.#past[0]?.state ?? live;
  }

  #remember(state: State, lag: Lag): void {
    this.#past.push({ until: performance.now(), state: structuredClone(state) });
    if ("reads" in lag) this.#staleReads = lag.reads;
    if ("events" in lag) this.#past = this.#past.slice(-lag.events);
  }
}
