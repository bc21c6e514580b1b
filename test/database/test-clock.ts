import { Temporal } from "temporal-polyfill";
import type { Clock } from "../../src/reconcile/ports.ts";

/** A clock that stands still until it is moved. */
export class TestClock implements Clock {
  #now = Temporal.Instant.from("2026-11-23T09:00:00Z");

  now(): string {
    return this.#now.toString();
  }

  advance(duration: { seconds?: number; minutes?: number; hours?: number }): void {
    this.#now = this.#now.add(duration);
  }

  /** The instant this many seconds from now. */
  in(seconds: number): string {
    return this.#now.add({ seconds }).toString();
  }
}
