import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Aim, isReached, type Result } from "./result.ts";

/**
 * `npm run bench` runs every benchmark, each `bench/<name>/main.ts` that exports `run()`, in turn, and prints
 * one table; `npm run bench -- requests latency` runs only these two. Exits with 1 when one of them broke. A
 * missed aim is a figure, not a failure.
 */
const folder = import.meta.dirname;
const all = readdirSync(folder).filter((name) => existsSync(join(folder, name, "main.ts")));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}; there are ${all.join(", ")}.`);
  process.exit(2);
}

for (const name of asked.length === 0 ? all : asked) {
  try {
    for (const result of await runOne(name)) printResult(result);
  } catch (error) {
    console.error(`${name} broke:`, error);
    process.exitCode = 1;
  }
}

/** A benchmark that returns plain figures is one result, named after its folder. */
async function runOne(name: string): Promise<Result[]> {
  const { run } = (await import(`./${name}/main.ts`)) as { run: () => Promise<Result[] | Result["figures"]> };
  const answer = await run();
  return Array.isArray(answer) ? answer : [{ name, figures: answer }];
}

function printResult({ name, figures, aims = {} }: Result): void {
  console.log(`\n${name}`);
  const width = Math.max(...Object.keys(figures).map((key) => key.length));
  for (const [key, figure] of Object.entries(figures)) {
    const verdict = { true: "reached", false: "MISSED", null: "" }[`${isReached(figure, aims[key])}`];
    const row = [key.padEnd(width), show(figure).padStart(12), showAim(aims[key]).padEnd(14), verdict];
    console.log(`  ${row.join("  ")}`.trimEnd());
  }
}

function show(figure: number | string): string {
  return typeof figure === "number" ? String(Number(figure.toFixed(figure < 10 ? 2 : 1))) : figure;
}

function showAim(aim: Aim | undefined): string {
  if (aim === undefined) return "";
  return "most" in aim ? `aim ≤ ${aim.most}` : `aim ≥ ${aim.least}`;
}

// Anything that a benchmark left running would keep the process alive.
process.exit();
