import { once } from "node:events";
import { chmodSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { GitHub } from "../github/driver/github.ts";
import { startGitHub } from "../github/start-github.ts";
import { type Folder, makeFolder } from "./checkout.ts";
import { addressesOf, runCli } from "./run-cli.ts";

const askForPassword = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);
const passwordMessage = "p".charCodeAt(0);

/**
 * A PostgreSQL server that asks everybody for an unencrypted password, and then closes the connection.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-START-UP
 */
async function startRecordingPostgres(): Promise<{ server: Server; port: number; told: string[] }> {
  const told: string[] = [];
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      if (bytes[0] !== passwordMessage) return void socket.write(askForPassword);
      told.push(bytes.subarray(5, -1).toString());
      socket.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, port: (server.address() as AddressInfo).port, told };
}

describe("report, in a stranger's repository, whose .env names a database", () => {
  let at: Folder;
  let github: GitHub;
  let postgres: Awaited<ReturnType<typeof startRecordingPostgres>>;

  beforeAll(async () => {
    at = makeFolder();
    postgres = await startRecordingPostgres();
    github = await startGitHub({ now: "2026-03-02T09:00:00Z" });
    const shop = github.createRepository("acme/shop");
    github.install("acme");
    shop.openPullRequest({ author: "alice", title: "Retry charges" }).merge("alice");
    await github.deliveries.settled();
    at.write(".pgpass", "*:*:*:*:yours\n");
    chmodSync(join(at.folder, ".pgpass"), 0o600);
    at.write("mine.pem", "a key");
  });
  beforeEach(() => {
    postgres.told.length = 0;
  });
  afterAll(async () => {
    postgres.server.close();
    expect(github.defects).toEqual([]);
    await github.close();
    at.remove();
  });

  /** The file sets the server and every credential. */
  async function report(databaseUrl: string, env: Record<string, string>) {
    const own = {
      ...addressesOf(github),
      APP_ID: String(github.app.id),
      PRIVATE_KEY: Buffer.from(github.app.privateKey).toString("base64"),
      WEBHOOK_SECRET: "a secret",
      DATABASE_URL: databaseUrl,
    };
    at.write(
      "shop/.env",
      Object.entries(own)
        .map(([name, value]) => `${name}="${value}"\n`)
        .join(""),
    );
    const { status, stderr } = await runCli(["report", "acme/shop", "--since", "2026-03-02"], {
      cwd: join(at.folder, "shop"),
      env: { HOME: at.folder, XDG_CACHE_HOME: join(at.folder, "cache"), PGPASSWORD: "yours", ...env },
    });
    return { status, stderr };
  }
  const address = (user: string, more = "") => `postgres://${user}@127.0.0.1:${postgres.port}/x${more}`;
  const refused = (problem: string) => ({
    status: 2,
    stderr: `async-review: DATABASE_URL in .env ${problem}. Set it in the environment instead.\n`,
  });

  it("sends that database the password in the address", async () => {
    await report(address("us:own"), {});
    expect(postgres.told).toEqual(["own"]);
  });

  it.each<[string, string, Record<string, string>]>([
    ["us", "", {}],
    ["us:", "", {}],
    ["us", "?password=own&password=", {}],
    // node-postgres reads the password from this file when the address and the environment have none.
    ["us", "", { PGPASSWORD: "" }],
  ])(
    "sends that database none of your passwords where the address has none: %s%s with %j",
    async (user, more, env) => {
      const result = await report(address(user, more), env);
      expect(postgres.told).toEqual([]);
      expect(result).toEqual(
        refused("has no password, and yours isn't sent to a server that a folder names"),
      );
    },
  );

  it("sends that database none of your certificates", async () => {
    const result = await report(address("us:own", "?sslcert=shop.pem&sslkey=../mine.pem"), {});
    expect(postgres.told).toEqual([]);
    expect(result).toEqual(refused('names "../mine.pem", which is outside this folder'));
  });

  it("connects to your own database with your password", async () => {
    await report("postgres://us@nowhere.invalid/x", { DATABASE_URL: address("us") });
    expect(postgres.told).toEqual(["yours"]);
  });
});
