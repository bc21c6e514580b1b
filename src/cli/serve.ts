import { Command } from "commander";
import { EnvironmentError, loadEnvironment, readEnvironment, rememberVariables } from "../env.ts";
import { createLogger } from "./create-logger.ts";

/** `async-review serve`: the server, or on loopback without credentials Probot's set-up page. */
export function serve(): Command {
  return new Command("serve")
    .description("run the server (also: npm start); without credentials, the set-up page on loopback")
    .action(runServer);
}

async function runServer(): Promise<void> {
  try {
    const environment = readEnvironment(loadEnvironment());
    const log = await createLogger(environment);
    const { host, port, publicUrl } = environment;
    // Imported only when needed: every other command starts faster without a web server and a database.
    const running =
      environment.mode === "setup"
        ? await (await import("../web/create-setup-server.ts")).createSetupServer({
            host,
            port,
            publicUrl,
            webhookProxyUrl: environment.webhookProxyUrl,
            log,
            folder: process.cwd(),
            remember: rememberVariables,
          })
        : await (await import("../main.ts")).startServer(environment, { log });
    stopOnSignal(() => running.stop());
  } catch (error) {
    const problems = error instanceof EnvironmentError ? error.problems : [describeError(error)];
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    process.exitCode = 2;
  }
}

/** A second signal ends the process at once; queued work is on disk and goes on after the next start. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

const describeError = (error: unknown) => (error instanceof Error ? error.message : String(error));
