import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const megabyte = 1024 * 1024;

/**
 * A million pending wake-ups on the embedded database: the delay of due ones, the cost of a poll, and the
 * memory of the process.
 */
export async function run(
  pending = 1_000_000,
): Promise<{ name: string; figures: Record<string, number | string> }[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "async-review-bench-"));
  try {
    execFileSync(process.execPath, [file("fill.ts"), dataDir, String(pending)], { stdio: "inherit" });
    const size = statSync(join(dataDir, "async-review.sqlite")).size;
    const output = execFileSync(process.execPath, [file("work.ts"), dataDir, String(pending)]).toString();
    const figures = JSON.parse(output) as Record<string, number>;
    return [{ name: "Pending wake-ups", figures: describe(pending, size, figures) }];
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

function describe(pending: number, size: number, figures: Record<string, number>): Record<string, number> {
  const { opened, first, last, poll, idleShare, counted, resident } = figures;
  return {
    pending,
    "first of 100 due starts after, ms": first!,
    "last of 100 due starts after, ms": last!,
    "poll with none due, ms": poll!,
    "processor share while waiting, %": idleShare! * 100,
    "memory, MB": resident! / megabyte,
    "opening, ms": opened!,
    "counting for /metrics, ms": counted!,
    "file, MB": size / megabyte,
  };
}
