import { readdirSync } from "node:fs";

/**
 * `npm run eval`: every `*.eval.ts` here exports `run(print)`, which measures against annotated real texts and returns the lowest
 * precision or recall, or null when the texts are not there. Below 0.95 the exit code is 1.
 */
interface Evaluation {
  run(print: (line: string) => void): { lowest: number } | null | Promise<{ lowest: number } | null>;
}

const wanted = 0.95;
const folder = new URL("./", import.meta.url);
for (const name of readdirSync(folder).filter((file) => file.endsWith(".eval.ts"))) {
  console.log(`\n${name.replace(".eval.ts", "")}`);
  const evaluation: Evaluation = await import(new URL(name, folder).href);
  const result = await evaluation.run((line) => console.log(line));
  if (result === null)
    console.log("the texts to test with are not there (../shared/data); nothing was measured");
  else {
    console.log(`lowest precision or recall: ${result.lowest.toFixed(3)} (wanted: ${wanted})`);
    if (result.lowest < wanted) process.exitCode = 1;
  }
}
