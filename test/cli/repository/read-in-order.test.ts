import { describe, expect, it } from "vitest";
import { readInOrder } from "../../../src/cli/repository/run-simulation.ts";

describe("reading in order", () => {
  it("keeps the order of the items, stays within the limit at once, and counts finished items", async () => {
    const waiting: (() => void)[] = [];
    const done: number[] = [];
    const read = async (item: number) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return item * 10;
    };
    const reading = readInOrder([1, 2, 3, 4, 5, 6, 7], read, {
      atOnce: 3,
      onRead: (count) => done.push(count),
    });
    const sizes: number[] = [];
    while (done.length < 7) {
      sizes.push(waiting.length);
      // The last started item finishes first, because answers arrive in any order.
      waiting.pop()!();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await reading).toEqual([10, 20, 30, 40, 50, 60, 70]);
    expect(sizes).toEqual([3, 3, 3, 3, 3, 2, 1]);
    expect(done).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("throws the first failure and starts nothing more", async () => {
    const started: number[] = [];
    const read = async (item: number) => {
      started.push(item);
      if (item === 2) throw new Error("no answer");
      return item;
    };
    await expect(readInOrder([1, 2, 3, 4, 5, 6], read, { atOnce: 2 })).rejects.toThrow("no answer");
    expect(started.length).toBeLessThan(5);
  });

  it("reads nothing when there are no items", async () => {
    expect(await readInOrder([], async () => 1, { atOnce: 5 })).toEqual([]);
  });
});
