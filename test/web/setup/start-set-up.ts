import pino from "pino";
import { askWhichApp, createAppFromManifest } from "../../../src/github/create-app.ts";
import { readPrivateKey } from "../../../src/private-key.ts";
import { createSetupServer, type SetupServer } from "../../../src/web/setup/create-setup-server.ts";
import type { GitHub } from "../../github/driver/github.ts";

/** The set-up page on a free port, against the local GitHub. It writes into this folder. */
export async function startSetUp(
  github: GitHub,
  folder: string,
  {
    log = pino({ level: "silent" }),
    ...given
  }: { publicUrl?: string; smeeUrl?: string; log?: pino.Logger } = {},
): Promise<{ server: SetupServer; url: string }> {
  const where = { apiUrl: github.url, logger: log };
  const server = await createSetupServer({
    host: "127.0.0.1",
    port: 0,
    logger: log,
    folder,
    github: {
      createAppFromManifest: (code) => createAppFromManifest(code, where),
      askWhichApp: (credentials) => askWhichApp(credentials, where),
    },
    readPrivateKey,
    webUrl: github.url,
    publicUrl: null,
    webhookProxyUrl: null,
    ...given,
  });
  return { server, url: server.url.replace("localhost", "127.0.0.1") };
}
