import { parseArguments } from "./parse-arguments.ts";

/** After this long something hangs: the story takes a few seconds. */
const patienceMs = 60_000;

const options = parseArguments(process.argv.slice(2));
if (typeof options === "string") {
  process.stderr.write(`${options}\n`);
  process.exit(2);
}
const patience = setTimeout(() => fail(`not done after ${patienceMs / 1000} s.`), patienceMs);
try {
  // Imported late, so that an argument that is not understood is answered at once.
  const { runStory } = await import("./run-story.ts");
  await runStory();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
} finally {
  clearTimeout(patience);
}

function fail(reason: string): never {
  process.stderr.write(`The demo did not work: ${reason.split("\n")[0]}\n`);
  process.exit(1);
}
