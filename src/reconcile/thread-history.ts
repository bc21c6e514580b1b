import type { Instant, ReviewThread } from "../core/pull-request.ts";
import type { Memory } from "./ports.ts";

/** Threads that were resolved once, and since when they are open again; null while they are resolved. */
export type SeenThreads = NonNullable<Memory["threads"]>;

/**
 * Adds what a look saw. Without the row, a thread that is open again counts from its last word, as if it had
 * never been closed.
 */
export function noteThreads(
  threads: readonly Pick<ReviewThread, "id" | "isResolved">[],
  seen: SeenThreads = [],
  now: Instant,
): SeenThreads {
  const known = new Map(seen.map((one) => [one.id, one]));
  return threads.flatMap(({ id, isResolved }): SeenThreads => {
    if (isResolved) return [{ id, reopenedAt: null }];
    const before = known.get(id);
    return before === undefined ? [] : [{ id, reopenedAt: before.reopenedAt ?? now }];
  });
}

/** The instants of those that are open again, by GraphQL id. */
export function listReopened(seen: SeenThreads): Map<string, Instant> {
  return new Map(seen.flatMap(({ id, reopenedAt }) => (reopenedAt === null ? [] : [[id, reopenedAt]])));
}
