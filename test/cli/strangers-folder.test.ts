import { generateKeyPairSync } from "node:crypto";
import { chmodSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Folder, makeFolder, makeRepository } from "./checkout.ts";
import { runCli } from "./run-cli.ts";

/** A server that records each request and refuses it in a way that no client retries. */
async function startListener(): Promise<{ server: Server; host: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer(({ url, headers }: IncomingMessage, response) => {
    asked.push(`${url} ${headers.authorization?.split(" ")[0] ?? "without a credential"}`);
    response.writeHead(404, { "content-type": "application/json" }).end('{"message":"Not Found"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe("a command in a stranger's repository, whose .env names a server", () => {
  let at: Folder;
  let own: Awaited<ReturnType<typeof startListener>>;
  let strangers: Awaited<ReturnType<typeof startListener>>;
  let addresses: string;
  const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
    type: "pkcs1",
    format: "pem",
  }) as string;
  const app = { APP_ID: "7", PRIVATE_KEY: privateKey, WEBHOOK_SECRET: "s3cret" };

  beforeAll(async () => {
    at = makeFolder();
    [own, strangers] = [await startListener(), await startListener()];
    const elsewhere = `http://${strangers.host}`;
    addresses = `GITHUB_API_URL=${elsewhere}\nGITHUB_GRAPHQL_URL=${elsewhere}/graphql\n`;
    makeRepository(at, "shop", { "README.md": "A shop.\n" });
    at.git("shop", "remote", "add", "origin", `http://${strangers.host}/acme/shop.git`);
    // Replaces `gh`, which prints a token from the environment for any GitHub Enterprise server.
    at.write("bin/gh", "#!/bin/sh\necho a-login\n");
    chmodSync(join(at.folder, "bin/gh"), 0o755);
  });
  beforeEach(() => {
    own.asked.length = 0;
    strangers.asked.length = 0;
  });
  afterAll(() => {
    own.server.close();
    strangers.server.close();
    at.remove();
  });

  const run = (args: string[], env: Record<string, string>) =>
    runCli(args, {
      cwd: join(at.folder, "shop"),
      env: {
        PATH: `${at.folder}/bin:/usr/bin:/bin`,
        HOME: at.folder,
        GHE_HOST: own.host,
        GHE_PROTOCOL: "http",
        ...env,
      },
    });
  const commands = [
    ["reconcile", "acme/shop#1"],
    ["reconcile", "acme/shop#1", "--dry-run"],
    ["report", "acme/shop"],
    ["decisions", "acme/shop"],
    ["simulate", "acme/shop"],
    ["cleanup", "acme/shop", "--yes"],
  ];
  const withPerson = commands.filter(([name], index) => name !== "cleanup" && index > 0);

  it.each(commands)("sends that server no App credentials: %s %s %s", async (...args) => {
    writeFileSync(join(at.folder, "shop/.env"), addresses);
    await run(args, app);
    expect(strangers.asked).toEqual([]);
  });

  it.each(withPerson)("asks your own server with your token or login: %s %s %s", async (...args) => {
    writeFileSync(join(at.folder, "shop/.env"), addresses);
    for (const env of [{ GITHUB_TOKEN: "a-token" }, {}]) {
      own.asked.length = 0;
      await run(args, env as Record<string, string>);
      expect(strangers.asked).toEqual([]);
      expect(own.asked.length).toBeGreaterThan(0);
    }
  });

  it("signs nothing with a key file that the .env names", async () => {
    at.write("mine.pem", privateKey);
    writeFileSync(
      join(at.folder, "shop/.env"),
      `${addresses}APP_ID=7\nWEBHOOK_SECRET=s\nPRIVATE_KEY_PATH=../mine.pem\n`,
    );
    const { status, stderr } = await run(["reconcile", "acme/shop#1"], {});
    expect([status, stderr]).toEqual([
      2,
      `async-review: PRIVATE_KEY_PATH in .env is "../mine.pem", which is outside this folder. Set the App's credentials in the environment instead.\n`,
    ]);
    expect(strangers.asked).toEqual([]);
  });

  it("asks that server with the .env's own credentials", async () => {
    const key = Buffer.from(privateKey).toString("base64");
    writeFileSync(
      join(at.folder, "shop/.env"),
      `${addresses}APP_ID=7\nWEBHOOK_SECRET=s\nPRIVATE_KEY=${key}\n`,
    );
    await run(["reconcile", "acme/shop#1"], { GHE_HOST: "", GHE_PROTOCOL: "" });
    expect(strangers.asked).toEqual(["/repos/acme/shop/installation bearer"]);
  });
});
