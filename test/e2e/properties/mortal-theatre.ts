import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { startGitHub } from "../../github/start-github.ts";
import { createEnvironment, memory, monday } from "../start-scene.ts";
import type { Answers, Question } from "./mortal-server.ts";
import type { Theatre } from "./tell.ts";

interface MortalTheatre extends Theatre {
  /** The number of times that the server was killed. */
  readonly deaths: number;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A theatre whose servers are killed one after another, each after its own number of moments
 * (mortal-server.ts), until no number is left. Waiting for a killed server starts the next one on the same
 * data, and GitHub redelivers what no server acknowledged.
 */
export async function startMortalTheatre(lives: readonly number[]): Promise<MortalTheatre> {
  const github = await startGitHub({ now: monday });
  const dataDir = mkdtempSync(join(memory, "async-review-"));
  const environment = createEnvironment(github, { dataDir });
  const { all } = github.deliveries;
  let server = new MortalServer();
  // The next server loads its modules while the current one still runs.
  let next = new MortalServer();
  let deaths = 0;
  /** Seconds by which the clock is ahead of the requested time. */
  let ahead = 0;

  const start = async () => {
    const started = await server.ask({ ask: "start", environment, now: github.clock.now() });
    if (started === null) return;
    github.webhookTarget = `${started.url}/api/github/webhooks`;
    const after = lives[deaths];
    if (after !== undefined) await server.ask({ ask: "die", after });
    const acknowledged = new Set(all.filter(({ status }) => status === "OK").map(({ guid }) => guid));
    const lost = all.filter(({ guid, status }) => !acknowledged.has(guid) && status !== "pending");
    const last = new Map(lost.map((delivery) => [delivery.guid, delivery]));
    for (const delivery of last.values()) await github.deliveries.redeliver(delivery);
  };
  /** Replacing a killed server counts as work too. */
  const isIdle = async () => {
    await github.deliveries.settled();
    const counted = await server.ask({ ask: "count" });
    if (counted !== null) return counted.due === 0;
    deaths += 1;
    server = next;
    next = new MortalServer();
    await start();
    return false;
  };
  const settle = async () => {
    while (!(await isIdle()) || !(await isIdle())) await new Promise((resolve) => setTimeout(resolve, 2));
  };
  const move = async (seconds: number) => {
    github.clock.advance({ seconds });
    await server.ask({ ask: "look", now: github.clock.now() });
    await settle();
  };
  await start();
  await settle();
  return {
    github,
    settle,
    get deaths() {
      return deaths;
    },
    async advance(duration) {
      const seconds = Temporal.Duration.from(duration).total("seconds");
      const early = Math.min(ahead, seconds);
      const before = deaths;
      ahead -= early;
      await move(seconds - early);
      if (deaths === before || seconds < 60) return;
      // Work that a kill interrupted is done within a minute, not an hour later.
      for (let pause = 0; pause < 4; pause += 1) await move(15);
      ahead += 60;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([server.end(), next.end()]);
      await github.close();
      rmSync(dataDir, { recursive: true, force: true });
      if (github.defects.length > 0) throw new Error(github.defects.join("\n"));
    },
  };
}

class MortalServer {
  #child: ChildProcess = fork(new URL("mortal-server.ts", import.meta.url), {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: [],
  });

  /** Asks one question after another. Null when the process has ended. */
  async ask<Asked extends Question>(question: Asked): Promise<Answers[Asked["ask"]] | null> {
    const { exitCode, signalCode } = this.#child;
    if (exitCode !== null || signalCode !== null) return requireKill(exitCode, signalCode);
    const given = new AbortController();
    const { signal } = given;
    const answered = once(this.#child, "message", { signal }).then(([answer]) => answer);
    const gone = once(this.#child, "exit", { signal }).then(([code, killedBy]) =>
      requireKill(code, killedBy),
    );
    this.#child.send(question, () => {});
    try {
      return await Promise.race([answered, gone]);
    } finally {
      given.abort();
      await Promise.allSettled([answered, gone]);
    }
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await ended;
  }
}

/** A server that ends other than by the kill is a fault. */
function requireKill(code: number | null, signal: string | null): null {
  if (signal !== "SIGKILL") throw new Error(`The server ended by itself: ${code ?? signal}`);
  return null;
}
