import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface Browser {
  resize(size: { width: number; height: number; isDark?: boolean }): Promise<void>;
  /** Opens the address, then waits until the expression is true on the page. */
  goTo(url: string, until: string): Promise<void>;
  /** What the expression is on the page; a promise is waited for. */
  evaluate(expression: string): Promise<unknown>;
  waitFor(expression: string): Promise<void>;
  /** What is on the screen, as PNG. */
  screenshot(): Promise<Buffer>;
  /** What the page wrote to its console, and its uncaught errors. */
  readonly complaints: string[];
  close(): Promise<void>;
}

const patienceMs = 20_000;

/**
 * A headless Chromium with a fresh profile, spoken to over the DevTools protocol
 * (https://chromedevtools.github.io/devtools-protocol/): enough for a picture, without a browser library.
 */
export async function openBrowser(program: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    `--user-data-dir=${profile}`,
    "--remote-debugging-port=0",
  ];
  const child = spawn(program, [...flags, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  child.on("error", () => {});
  const endpoint = await readEndpoint(child);
  const { webSocketDebuggerUrl } = await findPage(endpoint);
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });

  let lastId = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  const complaints: string[] = [];
  socket.addEventListener("message", ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    else complaints.push(...describeComplaint(answer));
  });
  async function send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    lastId += 1;
    const id = lastId;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answered;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }
  await send("Page.enable");
  await send("Runtime.enable");
  await send("Log.enable");

  const browser: Browser = {
    complaints,
    async resize({ width, height, isDark = false }) {
      await send("Emulation.setDeviceMetricsOverride", {
        width,
        height,
        deviceScaleFactor: 1,
        mobile: width < 600,
      });
      const value = isDark ? "dark" : "light";
      await send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });
    },
    async goTo(url, until) {
      await send("Page.navigate", { url });
      await browser.waitFor(until);
    },
    async evaluate(expression) {
      const answer = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
      const { result, exceptionDetails } = answer as {
        result: { value?: unknown };
        exceptionDetails?: { text: string };
      };
      if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
      return result.value;
    },
    async waitFor(expression) {
      const end = performance.now() + patienceMs;
      while ((await browser.evaluate(expression).catch(() => false)) !== true) {
        if (performance.now() > end) throw new Error(`The page did not get to: ${expression}`);
        await sleep(20);
      }
    },
    async screenshot() {
      const { data } = await send("Page.captureScreenshot", { format: "png" });
      return Buffer.from(String(data), "base64");
    },
    async close() {
      const gone = once(child, "exit");
      socket.close();
      child.kill();
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
  return browser;
}

interface Answer {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

function describeComplaint({ method, params }: Answer): string[] {
  if (method === "Runtime.exceptionThrown" || method === "Log.entryAdded") return [JSON.stringify(params)];
  return method === "Runtime.consoleAPICalled" ? [JSON.stringify(params?.args)] : [];
}

/** Chromium says on standard error where it listens. */
async function readEndpoint(child: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.on("error", () =>
      reject(new Error(`"${child.spawnfile}" does not start; install Chromium, or name it in CHROMIUM.`)),
    );
    child.on("exit", () => reject(new Error(`Chromium ended at once: ${text.slice(-500)}`)));
    child.stderr!.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const found = /DevTools listening on ws:\/\/([^/]+)\//.exec(text)?.[1];
      if (found !== undefined) resolve(`http://${found}`);
    });
  });
}

async function findPage(endpoint: string): Promise<{ webSocketDebuggerUrl: string }> {
  const pages = (await (await fetch(`${endpoint}/json/list`)).json()) as {
    type: string;
    webSocketDebuggerUrl: string;
  }[];
  const page = pages.find(({ type }) => type === "page");
  if (page === undefined) throw new Error("Chromium has no page.");
  return page;
}
