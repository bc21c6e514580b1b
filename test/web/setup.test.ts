import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createSetupServer } from "../../src/web/create-setup-server.ts";
import { editDotEnv } from "../../src/web/edit-dot-env.ts";
import { findFreePort } from "../webhooks/find-free-port.ts";

const root = new URL("../..", import.meta.url).pathname;
const manifestFile = readFileSync(join(root, "app.yml"), "utf8");
const lines: string[] = [];
const log = pino({ level: "warn" }, { write: (line: string) => void lines.push(JSON.parse(line).msg) });

describe("the set-up page", () => {
  let folder: string;
  let stop = async () => {};
  let remembered: Record<string, string>;
  const before = { ...process.env };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "setup-"));
    writeFileSync(join(folder, "app.yml"), manifestFile);
    remembered = {};
    lines.length = 0;
  });

  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true });
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  });

  async function start(publicUrl: string | null) {
    const server = await createSetupServer({
      host: "127.0.0.1",
      port: await findFreePort(),
      log,
      folder,
      publicUrl,
      webhookProxyUrl: null,
      remember: (values) => {
        Object.assign(remembered, values);
        Object.assign(process.env, values);
      },
    });
    stop = server.stop;
    return `http://127.0.0.1:${server.port}`;
  }

  it("offers the App of app.yml, with the webhook where this server is", async () => {
    const url = await start("https://async.example.org");
    const page = await (await fetch(`${url}/`)).text();
    const manifest = JSON.parse(/value='([^']*)'/.exec(page)![1]!);
    expect(manifest).toMatchObject({
      ...parse(manifestFile),
      hook_attributes: { url: "https://async.example.org/api/github/webhooks" },
      redirect_url: `${url}/probot/setup`,
    });
    expect(page).toContain('action="https://github.com/settings/apps/new"');
    // The proxy is for this page only: the server itself is reached directly.
    expect(existsSync(join(folder, ".env"))).toBe(false);
    expect(lines).toEqual([]);
  });

  it("stores the credentials of an App that exists, beside what .env had", async () => {
    writeFileSync(join(folder, ".env"), "# mine\nAPP_ID=old\nLOG_LEVEL=debug\n");
    const url = await start("https://async.example.org");
    const pem = "-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----\n";
    const response = await fetch(`${url}/probot/import`, {
      method: "POST",
      body: JSON.stringify({ appId: "7", pem, webhook_secret: "s3cret" }),
    });
    expect(response.status).toBe(200);
    const text = readFileSync(join(folder, ".env"), "utf8");
    expect(text.startsWith("# mine\nAPP_ID=7\nLOG_LEVEL=debug\n")).toBe(true);
    expect(parseEnv(text)).toEqual({
      APP_ID: "7",
      LOG_LEVEL: "debug",
      PRIVATE_KEY: pem.trim(),
      WEBHOOK_SECRET: "s3cret",
    });
    expect(remembered.APP_ID).toBe("7");
  });

  it.each<[string, string, Record<string, string>, number]>([
    ["its own page", "/probot", { host: "localhost:3000", origin: "http://localhost:3000" }, 200],
    ["a person who types the address", "/probot", { host: "[::1]:3000" }, 200],
    ["a name that somebody made to lead here", "/probot", { host: "rebind.example:3000" }, 404],
    ["such a name with the right beginning", "/probot", { host: "localhost.example" }, 404],
    [
      "somebody else's page",
      "/probot/import",
      { host: "localhost:3000", origin: "https://evil.example" },
      404,
    ],
    ["a page in a sandbox", "/probot/import", { host: "127.0.0.1", origin: "null" }, 404],
  ])("answers %s as it should", async (_case, path, headers, status) => {
    const url = await start("https://async.example.org");
    const method = path === "/probot/import" ? "POST" : "GET";
    // Node's fetch sets these headers itself.
    const asked = request(url + path, { method, headers });
    asked.end(method === "POST" ? JSON.stringify({ appId: "1", pem: "x", webhook_secret: "y" }) : undefined);
    const [response] = (await once(asked, "response")) as [IncomingMessage];
    response.resume();
    expect([response.statusCode, existsSync(join(folder, ".env"))]).toEqual([status, false]);
    expect(lines).toEqual(
      status === 404
        ? [
            `The set-up page was asked for under another name; open it under ${url.replace("127.0.0.1", "localhost")}`,
          ]
        : [],
    );
  });

  it("says so when GitHub could not reach the server", async () => {
    // Else Probot would try to fetch smee-client when the tests are started by npx.
    process.env.NO_SMEE_SETUP = "true";
    await start(null);
    expect(lines).toEqual([
      "GitHub refuses an App whose webhook is on localhost; set PUBLIC_URL to the server's address, or WEBHOOK_PROXY_URL to a channel from https://smee.io/new, and start again.",
    ]);
  });

  it("is not served without an app.yml: the App would get no permissions", async () => {
    rmSync(join(folder, "app.yml"));
    await expect(start(null)).rejects.toThrow(
      `There is no app.yml in ${folder}; start in the folder that holds it, so that the App gets its permissions.`,
    );
  });
});

describe("app.yml", () => {
  it("has no apostrophe: Probot's page puts it between single quotes", () => {
    expect(JSON.stringify(parse(manifestFile))).not.toContain("'");
  });

  it("leaves the webhook's address to the set-up page, and asks for no event that cannot be asked for", () => {
    const { hook_attributes: hook, default_events: events } = parse(manifestFile);
    expect(hook).toBeUndefined();
    // Sent to every App; naming them in a manifest is refused.
    expect(events.filter((event: string) => /^installation|github_app_authorization/.test(event))).toEqual(
      [],
    );
  });
});

describe("editing .env", () => {
  it("creates a file that Node reads back", () => {
    const values = { A: "1", B: "two words", C: "line 1\nline 2", D: "" };
    expect(parseEnv(editDotEnv("", values))).toEqual(values);
  });

  it("replaces a line and keeps the rest", () => {
    expect(editDotEnv("A=1\n\n# b\nB=2", { A: "3", C: "4" })).toBe("A=3\n\n# b\nB=2\nC=4\n");
  });
});
