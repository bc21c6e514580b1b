import { parseArguments, usage } from "./parse-arguments.ts";

/** The time after which the story hangs. It normally takes a few seconds. */
const patienceMs = 60_000;

const options = parseArguments(process.argv.slice(2));
if (typeof options === "string") {
  process.stderr.write(`${options}\n`);
  process.exit(2);
}
try {
  // Imported late, so that a wrong argument fails at once.
  if (options.mode === "help") process.stdout.write(usage);
  else if (options.mode === "serve") await (await import("./serve-demo.ts")).serveDemo(options);
  else {
    const patience = setTimeout(() => fail(`not done after ${patienceMs / 1000} s.`), patienceMs);
    await (await import("./run-story.ts")).runStory();
    clearTimeout(patience);
  }
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

function fail(reason: string): never {
  process.stderr.write(`The demo did not work: ${reason.split("\n")[0]}\n`);
  process.exit(1);
}
