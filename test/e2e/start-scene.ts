import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { Temporal } from "temporal-polyfill";
import type { ServeEnvironment } from "../../src/env.ts";
import { realTiming } from "../../src/github/client/options.ts";
import { type RunningServer, startServer } from "../../src/main.ts";
import type { GitHub } from "../github/driver/github.ts";
import { type GitHubOptions, startGitHub } from "../github/start-github.ts";

export interface Scene {
  github: GitHub;
  /** The running server. `restart` replaces it. */
  readonly server: RunningServer;
  environment: ServeEnvironment;
  /** Waits until every delivery is answered and nothing is due. */
  settle(): Promise<void>;
  /** Moves GitHub's and the app's clock, and waits until all due work is done. */
  advance(duration: string): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Throws when the server made a request that the local GitHub does not support. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** Monday morning: an instant inside most working hours. */
export const monday = "2026-03-02T09:00:00Z";

/** The folder for scenes' data: TMPDIR if set, else in memory, because no scene is about the disk. */
export const memory = process.env.TMPDIR === undefined && existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

interface SceneOptions extends GitHubOptions {
  databaseUrl?: string;
  /**
   * Requests are paced by the set clock instead of the machine's: short waits take no time, and what GitHub's
   * limits postpone happens when the clock moves.
   */
  pacedByClock?: boolean;
}

/**
 * The real server against the local GitHub, with one clock for both and the embedded database in its own
 * folder.
 */
export async function startScene({ pacedByClock = false, ...options }: SceneOptions = {}): Promise<Scene> {
  const github = await startGitHub({ now: monday, ...options });
  const dataDir = mkdtempSync(join(memory, "async-review-"));
  const environment = createEnvironment(github, { dataDir, databaseUrl: options.databaseUrl ?? null });
  const clock = { now: () => github.clock.now() };
  const timing = {
    elapsed: () => Temporal.Instant.from(github.clock.now()).epochMilliseconds,
    sleep: async () => {},
    deadline: realTiming.deadline,
  };
  let server: RunningServer | null = null;

  const scene: Scene = {
    github,
    environment,
    get server() {
      if (server === null) throw new Error("the server is stopped");
      return server;
    },
    async start() {
      server = await startServer(environment, {
        clock,
        logger: createQuietLog(),
        // Busy scenes would spend their time waiting for the pace of real writes, which has its own tests.
        pacing: pacedByClock ? { timing } : { limits: { writeBurst: 10_000 } },
      });
      github.webhookTarget = `${server.url}/api/github/webhooks`;
    },
    async stop() {
      github.webhookTarget = null;
      await server?.stop();
      server = null;
    },
    async settle() {
      await scene.server.settled;
      for (;;) {
        await github.deliveries.settled();
        const { due } = await scene.server.count();
        // The server's last write may have caused a delivery that is still on its way.
        await github.deliveries.settled();
        if (due === 0 && (await scene.server.count()).due === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
    async advance(duration) {
      github.clock.advance(duration);
      scene.server.poke();
      await scene.settle();
    },
    async [Symbol.asyncDispose]() {
      await scene.stop();
      await github.close();
      rmSync(dataDir, { recursive: true, force: true });
      if (github.defects.length > 0) throw new Error(github.defects.join("\n"));
    },
  };
  await scene.start();
  return scene;
}

/** The environment that a person would set for this GitHub. */
export function createEnvironment(
  github: GitHub,
  { dataDir, databaseUrl = null }: { dataDir: string; databaseUrl?: string | null },
): ServeEnvironment {
  return {
    mode: "serve",
    host: "127.0.0.1",
    port: 0,
    logLevel: "warn",
    logFormat: "json",
    appId: github.app.id,
    privateKey: github.app.privateKey,
    webhookSecret: github.webhookSecret,
    apiUrl: github.url,
    graphqlUrl: github.graphqlUrl,
    webhookProxyUrl: null,
    dataDir,
    databaseUrl,
    concurrency: 10,
  };
}

/** A failing test needs to show warnings; LOG_LEVEL shows more. */
export function createQuietLog() {
  return pino({ level: process.env.LOG_LEVEL ?? "error" }, pino.destination(2));
}
