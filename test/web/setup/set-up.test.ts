import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SetupServer } from "../../../src/web/setup/create-setup-server.ts";
import { events } from "../../../src/webhooks/events/index.ts";
import type { GitHub } from "../../github/driver/github.ts";
import { startGitHub } from "../../github/start-github.ts";
import { fillForm, readAction, readProblem, readText } from "./pages.ts";
import { startSetUp } from "./start-set-up.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const manifestFile = readFileSync(join(root, "app.yml"), "utf8");
const lines: string[] = [];
const log = pino({ level: "warn" }, { write: (line: string) => void lines.push(JSON.parse(line).msg) });

let github: GitHub;
let folder: string;
let server: SetupServer;

beforeEach(async () => {
  github = await startGitHub({ record: "nothing" });
  folder = mkdtempSync(join(tmpdir(), "set-up-"));
  lines.length = 0;
});

afterEach(async () => {
  await server.stop();
  await github.close();
  rmSync(folder, { recursive: true });
});

async function start(given: { publicUrl?: string; smeeUrl?: string } = {}): Promise<string> {
  const started = await startSetUp(github, folder, { ...given, log });
  server = started.server;
  return started.url;
}

const env = () => (existsSync(join(folder, ".env")) ? readFileSync(join(folder, ".env"), "utf8") : null);
const send = (url: string, body: URLSearchParams) => fetch(url, { method: "POST", body, redirect: "manual" });
const readPage = async (url: string) => (await fetch(url)).text();

async function check(url: string, typed: Record<string, string>) {
  const answer = await send(`${url}/set-up/check`, fillForm(await readPage(url), "/set-up/check", typed));
  return { status: answer.status, page: await answer.text() };
}

/** An address that leads to the set-up page, like a proxy with its own name. */
async function openProxy(target: string) {
  const proxy = createServer((message, response) => {
    const { port } = new URL(target);
    const asked = request({ port, path: message.url, headers: { host: "async.example.org" } }, (answer) => {
      response.writeHead(answer.statusCode!);
      answer.pipe(response);
    });
    asked.end();
  });
  proxy.listen(0, "127.0.0.2");
  await once(proxy, "listening");
  const { port } = proxy.address() as AddressInfo;
  return { direct: `http://127.0.0.2:${port}`, proxy };
}

describe("creating the App", () => {
  it.each([
    ["a person's", {}, /^\/settings\/apps\/new\?state=\w{32}$/],
    [
      "an organisation's",
      { owner: "organisation", organisation: "acme" },
      /^\/organizations\/acme\/settings\/apps\/new\?state=\w{32}$/,
    ],
  ])(
    "checks the form for %s App, sends it to GitHub, and stores the created App",
    async (_whose, typed, path) => {
      const url = await start();
      const address = "https://async.example.org/";
      const ready = await check(url, { ...typed, name: "acme async review", address, anyway: "yes" });
      expect([ready.status, readProblem(ready.page)]).toEqual([200, null]);
      const action = readAction(ready.page);
      expect(action.slice(github.url.length)).toMatch(path);
      // Nothing was sent to GitHub so far.
      expect(github.requests.all).toEqual([]);

      const form = fillForm(ready.page, action.replaceAll("&", "&amp;"), {});
      const manifest = JSON.parse(form.get("manifest")!);
      expect(manifest).toMatchObject({
        name: "acme async review",
        url: "https://github.com/async-review/async-review",
        public: false,
        hook_attributes: { url: "https://async.example.org/api/github/webhooks", active: true },
        redirect_url: `${url}/set-up/created`,
        default_permissions: { checks: "write", contents: "read" },
      });
      const back = (await send(action, form)).headers.get("location")!;
      const page = await readPage(back);
      expect(page).toContain("async-review is yours");
      expect(page).toContain('href="https://github.com/apps/async-review/installations/new"');
      await server.done;
      expect(parseEnv(env()!)).toEqual({
        APP_ID: String(github.app.id),
        PRIVATE_KEY: github.app.privateKey.trim(),
        WEBHOOK_SECRET: "a secret from GitHub",
      });
      expect(statSync(join(folder, ".env")).mode & 0o777).toBe(0o600);
    },
  );

  it.each([
    ["another state", (back: URL) => back.searchParams.set("state", "0".repeat(32))],
    ["no state, as from an image on somebody's page", (back: URL) => back.searchParams.delete("state")],
    ["no code", (back: URL) => back.searchParams.delete("code")],
  ])("refuses a return with %s", async (_case, spoil) => {
    const url = await start();
    const ready = await check(url, { address: "https://async.example.org", anyway: "yes" });
    const action = readAction(ready.page);
    const form = fillForm(ready.page, action.replaceAll("&", "&amp;"), {});
    const back = new URL((await send(action, form)).headers.get("location")!);
    spoil(back);
    const answer = await fetch(back);
    expect([answer.status, readProblem(await answer.text()), env()]).toEqual([
      403,
      "This return from GitHub wasn't started here, or was already used. Go back to the set-up and start again.",
      null,
    ]);
  });

  it("accepts a return from GitHub once, and never replaces credentials", async () => {
    const url = await start();
    const ready = await check(url, { address: "https://async.example.org", anyway: "yes" });
    const action = readAction(ready.page);
    const form = fillForm(ready.page, action.replaceAll("&", "&amp;"), {});
    const back = (await send(action, form)).headers.get("location")!;
    writeFileSync(join(folder, ".env"), "# mine\nAPP_ID=7\n");
    const answer = await fetch(back);
    expect([answer.status, readProblem(await answer.text())]).toEqual([
      409,
      `${folder}/.env already has APP_ID. Nothing was changed; remove it there to set up again.`,
    ]);
    expect(env()).toBe("# mine\nAPP_ID=7\n");
    expect((await fetch(back)).status).toBe(403);
  });

  it("says what to do when GitHub's code has expired", async () => {
    const url = await start();
    const ready = await check(url, { address: "https://async.example.org", anyway: "yes" });
    const state = new URL(readAction(ready.page)).searchParams.get("state");
    const answer = await fetch(`${url}/set-up/created?code=old&state=${state}`);
    const page = await answer.text();
    expect([answer.status, readProblem(page)?.slice(0, 79), env()]).toEqual([
      502,
      "GitHub answered 404 to POST /app-manifests/{code}/conversions (Not Found); it w",
      null,
    ]);
    expect(page).toContain("generate a private key and set a webhook secret in its settings");
  });
});

describe("the address at which GitHub reaches this server", () => {
  it.each([
    ["", "Enter the address where GitHub can reach this server."],
    ["async.example.org", "“async.example.org” isn't an address. Write one like https://async.example.org."],
    [
      "ftp://async.example.org",
      "“ftp://async.example.org” isn't a web address. Write one like https://async.example.org.",
    ],
    [
      "http://localhost:3000",
      "GitHub can't reach “localhost”: it only means this machine. Use a public address, or a smee.io channel.",
    ],
    [
      "https://127.0.0.1/hooks",
      "GitHub can't reach “127.0.0.1”: it only means this machine. Use a public address, or a smee.io channel.",
    ],
    [
      "http://[::1]/",
      "GitHub can't reach “[::1]”: it only means this machine. Use a public address, or a smee.io channel.",
    ],
  ])("is refused before GitHub does, and stays in the form: %j", async (address, problem) => {
    const url = await start();
    const { status, page } = await check(url, { name: "mine", address, anyway: "yes" });
    expect([status, readProblem(page)]).toEqual([422, problem]);
    expect(fillForm(page, "/set-up/check", {}).get("name")).toBe("mine");
    expect(fillForm(page, "/set-up/check", {}).get("address")).toBe(address);
  });

  it("is requested to see whether it leads to this server", async () => {
    const url = await start();
    const { direct, proxy } = await openProxy(url);
    // The form's check refuses loopback, so this test makes the request itself.
    const { findAddressProblem } = await import("../../../src/web/setup/public-address.ts");
    const word = await readPage(`${direct}/set-up/here`);
    expect(await findAddressProblem(direct, word)).toBeNull();
    expect(await findAddressProblem(direct, "another server's word")).toBe(
      `Something else answers at ${direct} (status 200).`,
    );
    proxy.close();
    expect(await findAddressProblem("http://127.0.0.1:1", word)).toMatch(
      /^http:\/\/127\.0\.0\.1:1 can't be reached from here \(.+\)\.$/,
    );
  });

  it("is accepted anyway when a person says so", async () => {
    const url = await start({ publicUrl: "https://nowhere.invalid" });
    const first = await check(url, {});
    expect([first.status, readProblem(first.page)]).toEqual([
      422,
      expect.stringMatching(
        /^https:\/\/nowhere\.invalid can't be reached from here \(no such host\)\. GitHub's deliveries wouldn't arrive here\.$/,
      ),
    ]);
    expect(first.page).toContain('name="anyway"');
    const second = await check(url, { anyway: "yes" });
    expect(second.status).toBe(200);
    expect(second.page).toContain("https://nowhere.invalid/api/github/webhooks");
  });

  it("can be a new channel of smee.io, which is remembered", async () => {
    const smee = createServer((_message, response) =>
      response.writeHead(302, { location: `${smeeUrl}/abc` }).end(),
    );
    smee.listen(0, "127.0.0.1");
    await once(smee, "listening");
    const smeeUrl = `http://127.0.0.1:${(smee.address() as AddressInfo).port}`;
    const url = await start({ smeeUrl });
    const { page } = await check(url, { reach: "proxy" });
    smee.close();
    // In this test the channel has this machine's address, which is refused.
    expect(readProblem(page)).toContain("GitHub can't reach “127.0.0.1”");
    const typed = await check(url, { reach: "proxy", channel: "https://smee.io/abc" });
    const action = readAction(typed.page);
    const form = fillForm(typed.page, action.replaceAll("&", "&amp;"), {});
    expect(JSON.parse(form.get("manifest")!).hook_attributes.url).toBe("https://smee.io/abc");
    await fetch((await send(action, form)).headers.get("location")!);
    expect(parseEnv(env()!).WEBHOOK_PROXY_URL).toBe("https://smee.io/abc");
  });

  it("stays open with a message when smee.io gives no channel", async () => {
    const url = await start({ smeeUrl: "http://127.0.0.1:1" });
    expect(readProblem((await check(url, { reach: "proxy" })).page)).toBe(
      "Couldn't get a channel from smee.io. Open https://smee.io/new in a browser, and paste the address that it leads to.",
    );
  });

  it("needs a chosen owner when an organisation is named", async () => {
    const url = await start();
    const { page } = await check(url, { organisation: "acme" });
    expect(readProblem(page)).toBe("Choose “An organisation”, or leave this empty.");
  });

  it("stays in the form for a person who comes back to change something", async () => {
    const url = await start();
    const typed = {
      owner: "organisation",
      organisation: "acme",
      name: "acme async",
      address: "https://async.example.org",
    };
    await check(url, { ...typed, anyway: "yes" });
    const form = fillForm(await readPage(url), "/set-up/check", {});
    expect(Object.fromEntries(form)).toEqual({ ...typed, reach: "address", channel: "" });
  });

  it.each([[{ owner: "organisation", organisation: "" }], [{ owner: "organisation", organisation: "a/b" }]])(
    "needs an organisation's login: %j",
    async (typed) => {
      const url = await start();
      const { page } = await check(url, { ...typed, address: "https://async.example.org", anyway: "yes" });
      expect(readProblem(page)).toBe(
        "Enter the organisation's login, as in its address: github.com/acme is “acme”.",
      );
    },
  );
});

describe("an existing App", () => {
  const another = generateKeyPairSync("rsa", { modulusLength: 2048 })
    .privateKey.export({ type: "pkcs1", format: "pem" })
    .toString();
  const given = () => ({
    app_id: String(github.app.id),
    private_key: github.app.privateKey.replaceAll("\n", "\r\n"),
    webhook_secret: "s3cret",
  });

  it("is verified with GitHub, and then added to the lines of .env", async () => {
    writeFileSync(join(folder, ".env"), "# mine\nAPP_ID=\nLOG_LEVEL=debug\n");
    const url = await start();
    const answer = await send(`${url}/set-up/import`, new URLSearchParams(given()));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("async-review is yours");
    await server.done;
    expect(env()!.startsWith(`# mine\nAPP_ID=${github.app.id}\nLOG_LEVEL=debug\n`)).toBe(true);
    expect(parseEnv(env()!)).toEqual({
      APP_ID: String(github.app.id),
      LOG_LEVEL: "debug",
      PRIVATE_KEY: github.app.privateKey.trim(),
      WEBHOOK_SECRET: "s3cret",
    });
  });

  it.each<[string, () => Record<string, string>, string]>([
    ["no number", () => ({ app_id: "Iv23" }), "The App ID is the number on the App's settings page."],
    [
      "half a key",
      () => ({ private_key: "-----BEGIN RSA PRIVATE KEY-----\nabc" }),
      "That isn't a private key. Paste the whole .pem file, with its first and last line.",
    ],
    [
      "no secret",
      () => ({ webhook_secret: " " }),
      "Paste the webhook secret that the App's settings page asks for.",
    ],
    [
      "another App's key",
      () => ({ private_key: another }),
      "GitHub doesn't accept this key for App 424242. Check the App ID, and that the key belongs to this App.",
    ],
  ])("is refused with %s", async (_case, change, problem) => {
    const url = await start();
    const answer = await send(`${url}/set-up/import`, new URLSearchParams({ ...given(), ...change() }));
    expect([answer.status, readProblem(await answer.text()), env()]).toEqual([422, problem, null]);
  });

  it.each(["APP_ID=7", "PRIVATE_KEY_PATH=./key.pem", 'WEBHOOK_SECRET="x"'])(
    "never replaces credentials: %s",
    async (line) => {
      writeFileSync(join(folder, ".env"), `${line}\n`);
      const url = await start();
      const answer = await send(`${url}/set-up/import`, new URLSearchParams(given()));
      const [name] = line.split("=");
      expect([answer.status, readProblem(await answer.text())]).toEqual([
        409,
        `${folder}/.env already has ${name}. Nothing was changed; remove it there to set up again.`,
      ]);
      expect(env()).toBe(`${line}\n`);
    },
  );
});

describe("the set-up page", () => {
  it("explains each permission of app.yml", async () => {
    const url = await start();
    const page = await readPage(url);
    const { parse } = await import("yaml");
    const { permissionReasons } = await import("../../../src/web/setup/manifest.ts");
    expect(Object.keys(permissionReasons)).toEqual(Object.keys(parse(manifestFile).default_permissions));
    for (const reason of Object.values(permissionReasons)) expect(readText(page)).toContain(reason);
  });

  it.each<[string, string, Record<string, string>, number]>([
    ["its own page", "/", { host: "localhost:3000", origin: "http://localhost:3000" }, 200],
    ["a person who types the address", "/", { host: "[::1]:3000" }, 200],
    ["a foreign host name that resolves to this machine", "/", { host: "rebind.example:3000" }, 404],
    ["a foreign host name that begins like an allowed one", "/", { host: "localhost.example" }, 404],
    [
      "another site's page",
      "/set-up/import",
      { host: "localhost:3000", origin: "https://evil.example" },
      404,
    ],
    ["a sandboxed page", "/set-up/import", { host: "127.0.0.1", origin: "null" }, 404],
  ])("admits or refuses %s", async (_case, path, headers, status) => {
    const url = await start();
    const method = path === "/" ? "GET" : "POST";
    // Node's fetch sets these headers itself.
    const asked = request(url + path, { method, headers });
    asked.end(method === "POST" ? "app_id=1&private_key=x&webhook_secret=y" : undefined);
    const [response] = (await once(asked, "response")) as [IncomingMessage];
    response.resume();
    expect([response.statusCode, env()]).toEqual([status, null]);
    expect(lines).toEqual(
      status === 404 ? [`The set-up page was asked for under another name; open it under ${server.url}`] : [],
    );
  });

  it("loads nothing from other sites, and sends forms to GitHub only", async () => {
    const url = await start();
    const { headers } = await fetch(url);
    expect(headers.get("content-security-policy")).toBe(
      `default-src 'none'; style-src 'self'; form-action 'self' ${github.url}; base-uri 'none'; frame-ancestors 'none'`,
    );
  });

  it("shows typed values as text", async () => {
    const url = await start();
    const { page } = await check(url, { name: `"><script>alert(1)</script>`, address: "" });
    expect(page).not.toContain("<script>");
    expect(fillForm(page, "/set-up/check", {}).get("name")).toBe(`"><script>alert(1)</script>`);
  });
});

describe("app.yml", () => {
  it("leaves the webhook's address to the set-up page, and subscribes to the events that the app handles", async () => {
    const { parse } = await import("yaml");
    const manifest = parse(manifestFile);
    expect(manifest.hook_attributes).toBeUndefined();
    // GitHub sends installation events to every App, and refuses a manifest that names them.
    const handled = Object.keys(events).filter((event) => !event.startsWith("installation"));
    expect([...manifest.default_events].sort()).toEqual(handled.sort());
    await start();
  });
});
