import { createHmac, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { Server } from "probot";
import type { OpenedDatabase } from "../../src/database/database.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { limitConnections } from "../../src/web/limit-connections.ts";
import { GuardedProbot } from "../../src/webhooks/guarded-probot.ts";
import { type BodyLimits, usualLimits } from "../../src/webhooks/read-body.ts";
import { registerWebhooks, type WebhookDependencies } from "../../src/webhooks/receive-delivery.ts";
import { TestClock } from "../database/test-clock.ts";
import { findFreePort } from "../find-free-port.ts";

const secret = "a secret of the tests";
const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 })
  .privateKey.export({ type: "pkcs8", format: "pem" })
  .toString();

export interface TestServer extends AsyncDisposable {
  database: OpenedDatabase;
  /** The counted events, with their outcome. */
  counted: string[];
  /** The parsed lines of the log. */
  lines: Record<string, unknown>[];
  url: string;
  /** A raw connection that sends bytes as they are, because HTTP clients would correct an odd address. */
  connect(): Socket;
  /** Posts a payload as GitHub does. */
  post(event: string, payload: unknown, id?: string): Promise<Response>;
  send(body: string | Uint8Array | ReadableStream, headers: Record<string, string>): Promise<Response>;
}

export function sign(body: string | Uint8Array): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/** A real Probot server with the app's own handler and the embedded database. */
export async function startServer(
  replace: Partial<WebhookDependencies> = {},
  limits: Partial<BodyLimits> = {},
): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "async-review-"));
  const counted: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const clock = new TestClock();
  const database = await openDatabase({ dataDir }, { clock, logger: log });
  const options = { appId: 42, privateKey, secret, limits: { ...usualLimits, ...limits } };
  const server = new Server({
    Probot: GuardedProbot.defaults(options),
    log,
    port: await findFreePort(),
    host: "127.0.0.1",
  });
  const app = () => ({ appId: 42, slug: "async-review" });
  const countDelivery: WebhookDependencies["countDelivery"] = ({ event, outcome }) =>
    counted.push(`${event} ${outcome}`);
  const dependencies = { queue: database.queue, app, clock, countDelivery, ...replace };
  await server.load((probot) => registerWebhooks(probot, dependencies));
  const http = await server.start();
  limitConnections(http);
  const address = http.address() as { port: number };
  const url = `http://127.0.0.1:${address.port}/api/github/webhooks`;
  const send: TestServer["send"] = (body, headers) =>
    fetch(url, { method: "POST", body, headers, duplex: "half" } as RequestInit);
  lines.length = 0;
  return {
    database,
    counted,
    lines,
    url,
    connect: () => connect(address.port, "127.0.0.1"),
    send,
    post(event, payload, id = crypto.randomUUID()) {
      const body = JSON.stringify(payload);
      return send(body, {
        "content-type": "application/json",
        "x-github-event": event,
        "x-github-delivery": id,
        "x-hub-signature-256": sign(body),
      });
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      await database.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
