import BetterSqlite3 from "better-sqlite3";
import { pino } from "pino";
import type { ServeEnvironment } from "../../../src/env.ts";
import { type RunningServer, startServer } from "../../../src/main.ts";

/*
 * The real server as a process that mortal-theatre.ts starts, with the scene's clock. `kill -9` ends it after
 * a number of moments. A moment is before or after a request to GitHub or a commit.
 */

/** A question from the parent process. */
export type Question =
  | { ask: "start"; environment: ServeEnvironment; now: string }
  | { ask: "look"; now: string }
  | { ask: "count" }
  | { ask: "die"; after: number };

/** The answer to each question. */
export interface Answers {
  start: { url: string };
  look: object;
  count: { due: number };
  die: object;
}

let now = "";
let moments = Number.POSITIVE_INFINITY;
let server: RunningServer;

function pass(): void {
  moments -= 1;
  if (moments <= 0) process.kill(process.pid, "SIGKILL");
}

const { fetch } = globalThis;
globalThis.fetch = async (...request) => {
  pass();
  try {
    return await fetch(...request);
  } finally {
    pass();
  }
};

const { transaction } = BetterSqlite3.prototype;
BetterSqlite3.prototype.transaction = function <Work extends (...given: never[]) => unknown>(
  this: BetterSqlite3.Database,
  work: Work,
) {
  const timed = (...given: Parameters<Work>) => {
    const result = work(...given);
    pass();
    // After the commit, and before anything else runs.
    process.nextTick(pass);
    return result;
  };
  return transaction.call(this, timed as never) as never;
};

async function answer(question: Question): Promise<Answers[Question["ask"]]> {
  switch (question.ask) {
    case "start": {
      now = question.now;
      const log = pino({ level: "error" }, pino.destination(2));
      const pacing = { limits: { writeBurst: 10_000 } };
      server = await startServer(question.environment, { clock: { now: () => now }, logger: log, pacing });
      await server.settled;
      return { url: server.url };
    }
    case "look":
      now = question.now;
      server.poke();
      return {};
    case "count":
      return { due: (await server.count()).due };
    case "die":
      moments = question.after;
      return {};
  }
}

process.on("message", async (question: Question) => process.send!(await answer(question)));
process.on("disconnect", () => process.exit());
