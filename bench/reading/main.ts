import { parseDescription } from "../../src/core/description/parse-description.ts";
import { hostilePieces, repeat } from "../../test/core/description/hostile.ts";
import { costOf } from "../../test/core/description/reading-cost.ts";
import type { Result } from "../result.ts";

const tries = 5;

/** The processor time of the fastest of several tries, in milliseconds. */
function measure(text: string): number {
  const times = Array.from({ length: tries }, () => {
    const start = process.cpuUsage();
    parseDescription(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

/**
 * Reads texts that were built to be slow, and compares the time with what the parser's counts predict. The
 * tests hold the counts below the server's budget; this shows whether the counts are right.
 */
export function run(): Result[] {
  const texts = hostilePieces.map((piece) => repeat(piece));
  for (const text of texts) parseDescription(text);
  const measured = texts.map((text) => ({ time: measure(text), ...costOf(text) }));
  const longest = "longest, ms of processor time";
  const share = "most time as a share of what the counts say";
  return [
    {
      name: `Reading ${texts.length} hostile descriptions of 64 KiB`,
      figures: {
        [longest]: Math.max(...measured.map(({ time }) => time)),
        [share]: Math.max(...measured.map(({ time, estimate }) => (estimate === 0 ? 0 : time / estimate))),
        "most that the counts say, ms": Math.max(...measured.map(({ estimate }) => estimate)),
      },
      aims: { [longest]: { most: 250 }, [share]: { most: 1 } },
    },
  ];
}
