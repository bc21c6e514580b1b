/** Counts what happens inside a sliding window of time. All instants are milliseconds of one monotonic scale. */
export interface Window {
  /** The earliest instant, not before `from`, at which `cost` more fits. */
  startFor(from: number, cost: number): number;
  add(at: number, cost: number): void;
}

/** At most `limit` in any `length` milliseconds. Entries may lie in the future: places that were promised. */
export function createWindow(limit: number, length: number): Window {
  const entries: { at: number; cost: number }[] = [];
  let total = 0;

  function forget(before: number) {
    while (entries.length > 0 && entries[0]!.at <= before) total -= entries.shift()!.cost;
  }

  return {
    startFor(from, cost) {
      forget(from - length);
      let excess = total + cost - limit;
      if (excess <= 0) return from;
      for (const entry of entries) {
        excess -= entry.cost;
        if (excess <= 0) return Math.max(from, entry.at + length);
      }
      // More than the whole limit at once: as soon as the window is empty.
      return entries.length === 0 ? from : entries.at(-1)!.at + length;
    },
    add(at, cost) {
      const index = entries.findLastIndex((entry) => entry.at <= at) + 1;
      entries.splice(index, 0, { at, cost });
      total += cost;
    },
  };
}
