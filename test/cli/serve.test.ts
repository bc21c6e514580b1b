import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findFreePort } from "../find-free-port.ts";
import type { GitHub } from "../github/driver/github.ts";
import { startGitHub } from "../github/start-github.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = join(root, "bin/async-review.js");

let github: GitHub;
let folder: string;
let port: number;
let children: ChildProcess[];

beforeEach(async () => {
  github = await startGitHub({ record: "nothing" });
  folder = mkdtempSync(join(tmpdir(), "serve-"));
  port = await findFreePort();
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await github.close();
  rmSync(folder, { recursive: true, maxRetries: 5, retryDelay: 100 });
});

const credentials = () => ({
  APP_ID: String(github.app.id),
  PRIVATE_KEY: github.app.privateKey,
  WEBHOOK_SECRET: github.webhookSecret,
});

function start(command: string, args: string[], env: Record<string, string>, cwd = folder) {
  const given: NodeJS.ProcessEnv = {
    PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}`,
    HOST: "127.0.0.1",
    PORT: String(port),
    LOG_FORMAT: "json",
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    DATA_DIR: join(folder, "data"),
    ...env,
  };
  const child = spawn(command, args, { cwd, env: given, stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", error: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.error += text;
  });
  children.push(child);
  return { child, said, ended: once(child, "exit") as Promise<[number | null, string | null]> };
}

const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init);

async function answers(path: string, status = 200): Promise<void> {
  for (;;) {
    const answer = await ask(path).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === status) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function isGone(): Promise<void> {
  for (;;) {
    if ((await ask("/healthz").catch(() => null)) === null) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("a port in use ends with one sentence and exit 2", () => {
  it.each([
    ["the server", credentials],
    ["the set-up page", () => ({})],
  ])("%s", async (_what, given) => {
    const blocker = createServer();
    blocker.listen(port, "127.0.0.1");
    await once(blocker, "listening");
    const { ended, said } = start(process.execPath, [bin, "serve"], given());
    expect(await ended).toEqual([2, null]);
    expect(said.error).toBe(`Port ${port} is in use. Stop what listens there, or set PORT to another one.\n`);
    expect(said.out).not.toContain("EADDRINUSE");
    blocker.close();
  });
});

it.skipIf(process.platform !== "linux")(
  "ends with one sentence when the data folder can't be created",
  async () => {
    const { ended, said } = start(process.execPath, [bin, "serve"], {
      ...credentials(),
      DATA_DIR: "/proc/async-review/data",
    });
    expect(await ended).toEqual([2, null]);
    expect(said.error).toBe(
      "The data folder /proc/async-review/data can't be used (ENOENT: no such file or directory, mkdir '/proc/async-review'); make it a folder that this user may write, or name another one in DATA_DIR.\n",
    );
  },
);

it("stops when npm is stopped, although npm passes on no signal", async () => {
  const { child, ended } = start("npm", ["start", "--silent"], credentials(), root);
  await answers("/healthz");
  child.kill("SIGTERM");
  await ended;
  await isGone();
});

it("continues as the App once it is set up", async () => {
  const { child, ended, said } = start(process.execPath, [bin, "serve"], {});
  await answers("/");
  const body = new URLSearchParams({
    app_id: String(github.app.id),
    private_key: github.app.privateKey,
    webhook_secret: github.webhookSecret,
  });
  const page = await ask("/set-up/import", { method: "POST", body });
  expect(await page.text()).toContain("async-review is yours");
  await answers("/readyz");
  // The set-up page no longer exists, and the App answers a delivery.
  expect(await (await ask("/")).text()).toMatch(/^Async Review is running\./);
  expect((await ask("/set-up/style.css")).status).toBe(404);
  github.webhookTarget = `http://127.0.0.1:${port}/api/github/webhooks`;
  const repository = github.createRepository("acme/shop");
  github.install("acme");
  repository.openPullRequest({ author: "alice", title: "Try it", body: "" });
  await github.deliveries.settled();
  expect(github.deliveries.all.length).toBeGreaterThan(0);
  expect(new Set(github.deliveries.all.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  expect(said.out).not.toContain(github.app.privateKey.slice(40, 80));
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

it("says in one sentence that GitHub refuses the credentials, and isn't ready until GitHub accepts them", async () => {
  github.faults.next({ path: "/app", status: 401, body: { message: "Bad credentials" } });
  const { said, child, ended } = start(process.execPath, [bin, "serve"], credentials());
  await answers("/readyz", 503);
  const lines = () =>
    said.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { msg: string });
  const refusals = () =>
    lines().filter(({ msg }) => msg.startsWith("GitHub refuses the App's credentials. Check APP_ID"));
  await vi.waitFor(() => expect(refusals().length).toBe(1));
  // A look requests a token, which the App itself signs.
  github.webhookTarget = `http://127.0.0.1:${port}/api/github/webhooks`;
  const repository = github.createRepository("acme/shop");
  github.install("acme");
  repository.openPullRequest({ author: "alice", title: "Try it", body: "" });
  await answers("/readyz");
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(refusals().length).toBe(1);
  expect(said.out).not.toContain('"stack"');
});
