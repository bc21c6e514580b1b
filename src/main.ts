import { pino } from "pino";
import { getTransformStream } from "@probot/pino";
import { Probot, Server } from "probot";
import createApp from "./app.ts";
import type { ServeEnvironment } from "./env.ts";
import { openDatabase } from "./database/open-database.ts";
import { createGitHubClients } from "./github/client/create-github-clients.ts";
import { createGitHub } from "./github/github.ts";
import { createOwnIdentity } from "./github/own-identity.ts";
import { createMaintenance } from "./reconcile/maintenance.ts";
import type { Clock } from "./reconcile/ports.ts";
import { createTextReader } from "./reconcile/read-in-worker.ts";
import { createReconcile } from "./reconcile/reconcile.ts";
import { systemClock } from "./reconcile/system-clock.ts";

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  url: string;
  /** Looks for due work at once: for a clock that was moved by hand. */
  poke(): void;
  /** Stops listening, waits for the work that is running, and closes everything. */
  stop(): Promise<void>;
}

/** The composition root: database → workers → web server. Throws when a part cannot start, with what to do. */
export async function startServer(
  environment: ServeEnvironment,
  { clock = systemClock }: { clock?: Clock } = {},
): Promise<RunningServer> {
  const log = await createLogger(environment);
  const { appId, privateKey, apiUrl, graphqlUrl, dataDir, databaseUrl } = environment;
  const clients = createGitHubClients({ appId, privateKey, apiUrl, graphqlUrl, clock, logger: log });
  const identity = createOwnIdentity(clients, appId);
  const github = createGitHub(clients, identity.ask);

  const database = await openDatabase(databaseUrl === null ? { dataDir } : { databaseUrl }, {
    clock,
    logger: log,
  });
  const texts = createTextReader({ budgetMs: 250 });
  const { queue } = database;
  const reconcile = createReconcile({ github, queue, texts, clock, log });
  await queue.start(reconcile, { concurrency: environment.concurrency });

  const server = new Server({
    Probot: Probot.defaults({ appId, privateKey, secret: environment.webhookSecret, baseUrl: apiUrl, log }),
    // Probot takes the number 0 for "not set".
    port: String(environment.port) as unknown as number,
    host: environment.host,
    ...(environment.webhookProxyUrl === null ? {} : { webhookProxy: environment.webhookProxyUrl }),
    enableStaticFiles: false,
    log,
  });
  await server.load(createApp({ queue, app: identity.known, clock }));
  await server.start();
  const maintenance = createMaintenance({ github, queue, identity: identity.ask, clock, log });
  maintenance.start();

  return {
    url: `http://${environment.host.includes(":") ? `[${environment.host}]` : environment.host}:${server.port}`,
    poke: database.poke,
    stop: async () => {
      maintenance.stop();
      await server.stop();
      await queue.stop();
      await texts.close();
      await database.close();
    },
  };
}

async function createLogger({ logLevel, logFormat }: ServeEnvironment) {
  const options = { level: logLevel, name: "async-review" };
  if (logFormat === "json") return pino(options);
  const pretty = await getTransformStream({ logFormat: "pretty" });
  pretty.pipe(pino.destination(1));
  return pino(options, pretty);
}
