import { describe, expect, it } from "vitest";
import type { ConfigTexts } from "../../src/core/observation.ts";
import { createReader } from "../../src/reconcile/run-task.ts";

const texts = (more: Partial<ConfigTexts>): ConfigTexts => ({
  base: "version: 1\n",
  defaultBranch: null,
  organisation: null,
  head: null,
  organisationIsHidden: false,
  ...more,
});

/** A config of 64 KiB; an equal `start` gives an equal config. */
const long = (start: string) => texts({ base: `# ${start}`.padEnd(65_536, "-") });

describe("what a reader keeps", () => {
  it("is a config by the texts that count", () => {
    const { readConfig } = createReader(() => {});
    const first = readConfig(texts({}));
    expect(readConfig(texts({}))).toBe(first);
    expect(readConfig(texts({ head: "version: 1\nenforcement: block\n" }))).toBe(first);
    expect(readConfig(texts({ defaultBranch: "enforcement: block\n" }))).toBe(first);
    for (const other of [
      texts({ base: "enforcement: block\n" }),
      texts({ organisation: "enforcement: block\n" }),
      texts({ organisationIsHidden: true }),
    ])
      expect(readConfig(other)).not.toBe(first);
    expect(readConfig(texts({ organisationIsHidden: true })).organisationIsHidden).toBe(true);
  });

  it("is a few configs where they are very long, and always two", () => {
    const { readConfig } = createReader(() => {});
    const kept = ["a", "b", "c", "d"].map((start) => readConfig(long(start)));
    expect(["d", "c", "b"].map((start) => kept.includes(readConfig(long(start))))).toEqual([
      true,
      true,
      true,
    ]);
    expect(kept).not.toContain(readConfig(long("a")));
    const both = ["e", "f"].map((start) => texts({ base: `# ${start}`.padEnd(150_000, "-") }));
    const read = both.map(readConfig);
    expect(both.map(readConfig).map((config, index) => config === read[index])).toEqual([true, true]);
  });

  it("is twenty configs at most", () => {
    const { readConfig } = createReader(() => {});
    const short = (count: number) => texts({ base: `# ${count}\n` });
    const first = readConfig(short(0));
    for (let count = 1; count < 20; count += 1) readConfig(short(count));
    expect(readConfig(short(0))).toBe(first);
    for (let count = 20; count < 40; count += 1) readConfig(short(count));
    expect(readConfig(short(0))).not.toBe(first);
  });
});
