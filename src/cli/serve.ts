import { Command } from "commander";
import {
  EnvironmentError,
  isNpmScript,
  loadEnvironment,
  readEnvironment,
  type SetupEnvironment,
  webUrlOf,
} from "../env.ts";
import { readPrivateKey } from "../private-key.ts";
import { createLogger } from "./create-logger.ts";
import { tell } from "./print.ts";

/** `async-review serve`: the server. Without credentials, and on loopback, the set-up page first. */
export function serve(): Command {
  return new Command("serve")
    .description("run the server (also: npm start); without credentials, the set-up page on loopback")
    .action(runServer);
}

async function runServer(): Promise<void> {
  const stopping = createStop();
  try {
    let environment = readEnvironment(loadEnvironment());
    if (environment.mode === "setup") {
      await setUp(environment, stopping);
      environment = readEnvironment(loadEnvironment());
    }
    if (environment.mode === "setup")
      throw new Error("The credentials were written, but .env can't be read back.");
    const logger = await createLogger(environment);
    // Imported only when needed, so that every other command starts without a web server and a database.
    const { startServer } = await import("../main.ts");
    const running = await startServer(environment, { logger });
    stopping.stop = () => running.stop();
  } catch (error) {
    const problems = error instanceof EnvironmentError ? error.problems : [describeError(error)];
    for (const problem of problems) tell(problem);
    // Parts that have already started must not keep the process alive.
    process.exit(2);
  }
}

/** Serves the set-up page until credentials are stored. */
async function setUp(environment: SetupEnvironment, stopping: Stopping): Promise<void> {
  const { host, port, apiUrl, publicUrl, webhookProxyUrl } = environment;
  const logger = await createLogger(environment);
  const { createSetupServer } = await import("../web/setup/create-setup-server.ts");
  const { askWhichApp, createAppFromManifest } = await import("../github/create-app.ts");
  const where = { apiUrl, logger };
  const server = await createSetupServer({
    host,
    port,
    logger,
    folder: process.cwd(),
    github: {
      createAppFromManifest: (code) => createAppFromManifest(code, where),
      askWhichApp: (credentials) => askWhichApp(credentials, where),
    },
    readPrivateKey,
    webUrl: webUrlOf(apiUrl),
    publicUrl,
    webhookProxyUrl,
  });
  stopping.stop = server.stop;
  await server.done;
  await server.stop();
}

interface Stopping {
  /** Stops the server or set-up page that is running now. */
  stop(): Promise<void>;
}

/**
 * Stops on a signal, and when the npm process that started this one is gone. A second signal ends the process
 * at once; queued work is on disk and continues after the next start.
 */
function createStop(): Stopping {
  const stopping: Stopping = { stop: async () => {} };
  let isStopping = false;
  const end = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    stopping.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  if (isNpmScript()) onParentGone(end);
  return stopping;
}

function describeError(error: unknown): string {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE")
    return `Port ${port} is in use. Stop what listens there, or set PORT to another one.`;
  return error instanceof Error ? error.message : String(error);
}

/**
 * Calls back once when npm, which started this process, is gone: the parent id changes then. npm passes a
 * signal on to its shell, but the shell ends without passing it to this process, which would stay behind.
 */
export function onParentGone(gone: () => void, { everyMs = 250 } = {}): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, everyMs);
  timer.unref();
}
