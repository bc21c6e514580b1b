import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { Probot, Server } from "probot";
import { Temporal } from "temporal-polyfill";
import { openDatabase } from "../../src/database/open-database.ts";
import { createMetrics } from "../../src/web/create-metrics.ts";
import { GuardedProbot } from "../../src/webhooks/guarded-probot.ts";
import { registerWebhooks } from "../../src/webhooks/receive-delivery.ts";
import { findFreePort } from "../../test/find-free-port.ts";
import { secret } from "./payload.ts";

/**
 * A server process: "empty" is Probot with a handler that does nothing, "intake" is the app's own server.
 */
const mode = process.argv[2];
const log = pino({ level: "warn" });
const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 })
  .privateKey.export({ type: "pkcs8", format: "pem" })
  .toString();
const Base = mode === "empty" ? Probot : GuardedProbot;
const server = new Server({
  Probot: Base.defaults({ appId: 42, privateKey, secret }),
  log,
  port: await findFreePort(),
  host: "127.0.0.1",
});
const dataDir = mkdtempSync(join(tmpdir(), "async-review-bench-"));
const clock = { now: () => Temporal.Now.instant().toString({ smallestUnit: "second" }) };
const database = mode === "empty" ? null : await openDatabase({ dataDir }, { clock, logger: log });
await server.load((probot) => {
  if (database === null) probot.onAny(() => undefined);
  else
    registerWebhooks(probot, {
      queue: database.queue,
      app: () => ({ appId: 42, slug: "async-review" }),
      clock,
      countDelivery: createMetrics(database.queue, clock).countDelivery,
    });
});
const { port } = (await server.start()).address() as { port: number };
process.stdout.write(`${port}\n`);
// Each line of input asks for the processor time so far, in microseconds.
process.stdin.on("data", () => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(`${user + system}\n`);
});
process.stdin.on("end", async () => {
  await database?.close();
  rmSync(dataDir, { recursive: true });
  process.exit(0);
});
