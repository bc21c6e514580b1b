import { type Logger, Server } from "probot";
import createApp from "./app.ts";
import { openDatabase } from "./database/open-database.ts";
import type { ServeEnvironment } from "./env.ts";
import { createGitHubClients, type GitHubClientsOptions } from "./github/client/create-github-clients.ts";
import { IntakeOctokit } from "./github/client/intake-octokit.ts";
import { createGitHub } from "./github/github.ts";
import { createOwnIdentity, watchCredentials } from "./github/own-app.ts";
import { systemClock } from "./reconcile/dependencies.ts";
import { createJudge } from "./reconcile/judge-on-threads.ts";
import { createLabelHistory } from "./reconcile/label-history.ts";
import { createMaintenance } from "./reconcile/maintenance.ts";
import type { Clock, Queue } from "./reconcile/ports.ts";
import { createReconcile } from "./reconcile/reconcile.ts";
import { createReminderBudget } from "./reconcile/reminder-budget.ts";
import { createMetrics, measureLooks } from "./web/create-metrics.ts";
import { limitConnections } from "./web/limit-connections.ts";
import { createHealthPage, createHomePage, createMetricsPage, createReadyPage } from "./web/pages.ts";
import { GuardedProbot } from "./webhooks/guarded-probot.ts";

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  url: string;
  /** Resolves when the start-up work is done: who the app is, resync, missed deliveries. */
  settled: Promise<void>;
  /** Looks for due work at once; for tests and demos that move the clock. */
  poke(): void;
  /** How many subjects are pending, due and failed. */
  count: Queue["count"];
  /** Stops listening, waits for the work that is running, and closes everything. */
  stop(): Promise<void>;
}

/** How requests to GitHub are paced; by default as GitHub documents. */
type Pacing = Pick<GitHubClientsOptions, "limits" | "timing">;

/**
 * The composition root: database → workers → web server. Throws an error that says what to do when a part
 * can't start.
 */
export async function startServer(
  environment: ServeEnvironment,
  { clock = systemClock, logger, pacing = {} }: { clock?: Clock; logger: Logger; pacing?: Pacing },
): Promise<RunningServer> {
  const { appId, privateKey, apiUrl, graphqlUrl, dataDir, databaseUrl } = environment;
  const where = databaseUrl === null ? { dataDir } : { databaseUrl };
  const database = await openDatabase(where, { clock, logger });
  const { queue } = database;
  const metrics = createMetrics(queue, clock);

  const onSent = metrics.countRequest;
  const credentials = watchCredentials(logger);
  const clients = createGitHubClients({
    appId,
    privateKey,
    apiUrl,
    graphqlUrl,
    clock,
    logger,
    onSent,
    onAnswerToApp: credentials.note,
    onQuota: metrics.noteQuota,
    ...pacing,
  });
  const identity = createOwnIdentity(clients, appId);
  const github = createGitHub(clients, identity.ask);
  const judge = createJudge({
    onGaveUp: (what) => {
      if (what.reason === "time") metrics.countKilledThread();
      logger.warn(what, "Gave up judging a text");
    },
  });
  const reconcile = measureLooks(
    createReconcile({
      github,
      queue,
      judge,
      keepsHistory: true,
      reminders: createReminderBudget(),
      labels: createLabelHistory(),
      clock,
      logger,
    }),
    metrics,
  );
  await queue.start(reconcile, { concurrency: environment.concurrency, countLate: metrics.countLate });

  const serverLogger = logger.child({});
  const server = createServer(environment, serverLogger);
  server.addHandler(createHomePage());
  server.addHandler(createHealthPage());
  const check = async () => {
    credentials.check();
    await queue.check();
  };
  server.addHandler(createReadyPage({ check, logger }));
  server.addHandler(createMetricsPage(metrics, logger));
  await server.load(createApp({ queue, app: identity.known, clock, countDelivery: metrics.countDelivery }));
  limitConnections(await listen(server, serverLogger));
  const maintenance = createMaintenance({ github, queue, identity: identity.ask, clock, logger });
  const settled = maintenance.start();
  const url = `http://${server.host}:${server.port}`;
  logger.info(`Listening on ${url}`);

  return {
    url,
    settled,
    poke: database.poke,
    count: () => queue.count(),
    stop: async () => {
      maintenance.stop();
      await server.stop();
      await queue.stop();
      await judge.close();
      await database.close();
    },
  };
}

/** Probot logs a failed start with a stack, and rejects. The caller reports it. */
async function listen(server: Server, logger: Logger) {
  const { level } = logger;
  logger.level = "silent";
  try {
    return await server.start();
  } finally {
    logger.level = level;
  }
}

function createServer(
  { appId, privateKey, webhookSecret, apiUrl, host, port, webhookProxyUrl }: ServeEnvironment,
  logger: Logger,
) {
  return new Server({
    Probot: GuardedProbot.defaults({
      appId,
      privateKey,
      secret: webhookSecret,
      Octokit: IntakeOctokit,
      baseUrl: apiUrl,
      log: logger,
    }),
    // Probot takes the number 0 for "not set"; Node takes the text "0" for "any free port".
    port: String(port) as unknown as number,
    host,
    ...(webhookProxyUrl === null ? {} : { webhookProxy: webhookProxyUrl }),
    enableStaticFiles: false,
    log: logger,
  });
}
