import type { Intent, MinimumVersion } from "../../src/reconcile/ports.ts";

/** A look as the model keeps it: unmerged. Everything is computed when needed. */
export interface ModelEvent {
  at: number;
  minimumVersion: MinimumVersion | null;
  intents: Intent[];
}

export interface ModelRun {
  /** The number of events that the run got. */
  given: number;
}

/** One subject as a list of events, to compare with the real merged row. Times are in seconds. */
export class ModelSubject {
  events: ModelEvent[] = [];
  wakeAt: number | null = null;
  failures = 0;
  isGivenUp = false;
  run: ModelRun | null = null;
  /** Ids that successful runs have seen. The next run may or may not have to see them again. */
  readonly #seen = { updatedAt: "", commentIds: new Set<number>() };

  look(event: ModelEvent): void {
    this.events.push(event);
    this.failures = 0;
    this.isGivenUp = false;
  }

  /** When the subject is due; null when nothing is pending. */
  runAt(): number | null {
    if (this.isGivenUp) return null;
    const instants = [...this.events.map(({ at }) => at), ...(this.wakeAt === null ? [] : [this.wakeAt])];
    return instants.length === 0 ? null : Math.min(...instants);
  }

  intents(): Intent[] {
    return this.events.flatMap(({ intents }) => intents);
  }

  /** The ids that a run may have to see, and those among them that it must see. */
  commentIds(): { may: number[]; has: number[] } {
    const may = this.events.flatMap(({ minimumVersion }) => minimumVersion?.commentIds ?? []);
    return { may, has: may.filter((id) => !this.#seen.commentIds.has(id)) };
  }

  /** The newest instant of any event, if no successful run has seen it yet; otherwise null. */
  newestUnseen(): string | null {
    const newest = newestOf(this.events);
    return newest > this.#seen.updatedAt ? newest : null;
  }

  start(): void {
    this.run = { given: this.events.length };
  }

  /** Whether a look was asked for since the run began. */
  wasAsked(): boolean {
    return this.events.length > (this.run?.given ?? 0);
  }

  done(wakeAt: number | null): void {
    const given = this.events.slice(0, this.run!.given);
    const newest = newestOf(given);
    if (newest > this.#seen.updatedAt) this.#seen.updatedAt = newest;
    for (const id of given.flatMap(({ minimumVersion }) => minimumVersion?.commentIds ?? []))
      this.#seen.commentIds.add(id);
    this.events = this.events.slice(this.run!.given);
    this.wakeAt = wakeAt;
    this.failures = 0;
    this.isGivenUp = false;
    this.run = null;
  }

  /** All events that the run got are due again at this instant. */
  postpone(at: number): void {
    const given = this.run!.given;
    this.events = this.events.map((event, index) => (index < given ? { ...event, at: Infinity } : event));
    this.wakeAt = at;
    this.run = null;
  }

  fail(now: number): void {
    this.failures += 1;
    const pause = [2, 5, 10, 20, 60, 300, 900][this.failures - 1] ?? 3600;
    this.postpone(now + pause);
    this.isGivenUp = this.failures >= 12;
  }
}

/** "" when no event names a head. */
function newestOf(events: ModelEvent[]): string {
  return (
    events
      .map(({ minimumVersion }) => minimumVersion?.updatedAt ?? "")
      .sort()
      .at(-1) ?? ""
  );
}
