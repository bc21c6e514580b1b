import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Logger, run } from "probot";
import { editDotEnv } from "./edit-dot-env.ts";
import { guardSetUp } from "./guard-set-up.ts";

export interface SetupServerOptions {
  host: string;
  port: number;
  log: Logger;
  /** The folder with `app.yml`, into which `.env` is written: the working folder. */
  folder: string;
  /** The address under which GitHub reaches this server, if it does. */
  publicUrl: string | null;
  /** Else a smee.io channel. Without either, Probot opens one if `smee-client` is installed. */
  webhookProxyUrl?: string | null;
  /** Makes variables known to this process: Probot's page reads the webhook's address from there. */
  remember(values: Record<string, string>): void;
}

const unreachable =
  "GitHub refuses an App whose webhook is on localhost; set PUBLIC_URL to the server's address, or WEBHOOK_PROXY_URL to a " +
  "channel from https://smee.io/new, and start again.";

/**
 * Probot's set-up page, which creates the App from `app.yml` on GitHub and writes its credentials to `.env`. Resolves when it
 * listens; its `stop` ends it. It has no sign-in, so it belongs on loopback only, and answers only under loopback's names.
 */
export async function createSetupServer(
  options: SetupServerOptions,
): Promise<{ port: number; stop(): Promise<void> }> {
  const { host, port, log, folder, publicUrl, remember } = options;
  let reachable = publicUrl !== null || Boolean(options.webhookProxyUrl);
  if (!existsSync(join(folder, "app.yml"))) {
    throw new Error(
      `There is no app.yml in ${folder}; start in the folder that holds it, so that the App gets its permissions.`,
    );
  }
  const file = join(folder, ".env");

  function save(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const values = rename(given);
    remember(values);
    if (values.WEBHOOK_PROXY_URL !== undefined) reachable = true;
    // With an address of its own the server needs no proxy later on.
    if (publicUrl !== null) delete values.WEBHOOK_PROXY_URL;
    if (Object.keys(values).length === 0) return given;
    const old = existsSync(file) ? readFileSync(file, "utf8") : "";
    writeFileSync(file, editDotEnv(old, values), { mode: 0o600 });
    return given;
  }

  const server = await run(() => {}, {
    env: { HOST: host, PORT: String(port) },
    log,
    updateEnv: save,
    ...(publicUrl !== null && { SmeeClient: createOwnChannel(publicUrl) }),
  });
  if (!reachable) log.warn(unreachable);
  const stopGuarding = guardSetUp(server.port, { log });
  return {
    port: server.port,
    stop: async () => {
      await server.stop();
      stopGuarding();
    },
  };
}

/** Probot calls the App's OAuth credentials by other names than the rest of the environment, and quotes the key. */
function rename(given: NodeJS.ProcessEnv): Record<string, string> {
  const names: Record<string, string> = {
    GITHUB_CLIENT_ID: "CLIENT_ID",
    GITHUB_CLIENT_SECRET: "CLIENT_SECRET",
  };
  return Object.fromEntries(
    Object.entries(given).map(([name, value = ""]) => [
      names[name] ?? name,
      value.replace(/^"(.*)"$/s, "$1"),
    ]),
  );
}

/** Stands in for smee.io where GitHub can reach the server directly. */
function createOwnChannel(publicUrl: string) {
  return { createChannel: async () => `${publicUrl}/api/github/webhooks` };
}
