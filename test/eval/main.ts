import { readdirSync } from "node:fs";
import type { Measured } from "./measured.ts";

/**
 * `npm run eval`: every `*.eval.ts` here exports `run(print)`, which measures against annotated real texts,
 * or returns null when the texts are missing. Exits with 1 when a figure is too low.
 */
interface Evaluation {
  run(print: (line: string) => void): Measured | null;
}

const folder = new URL("./", import.meta.url);
for (const name of readdirSync(folder).filter((file) => file.endsWith(".eval.ts"))) {
  console.log(`\n${name.replace(".eval.ts", "")}`);
  const evaluation: Evaluation = await import(new URL(name, folder).href);
  const result = evaluation.run((line) => console.log(line));
  if (result === null)
    console.log("the texts to test with are not there (../shared/data); nothing was measured");
  else {
    console.log(`${result.measure}: ${result.value.toFixed(3)} (wanted: ${result.wanted})`);
    if (result.value < result.wanted) process.exitCode = 1;
  }
}
