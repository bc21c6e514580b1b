import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Scene } from "../e2e/start-scene.ts";
import { describePage, findProblems } from "./describe-page.ts";
import { doPageAction, pageActionSchema, RefusedActionError } from "./page-actions.ts";

export interface Page {
  url: string;
  close(): Promise<void>;
}

const types: Record<string, string> = { html: "text/html", css: "text/css", js: "text/javascript" };
const folder = new URL("page/", import.meta.url);
/** Path on the page → file. */
const files = new Map(readdirSync(folder).map((name) => [name === "index.html" ? "/" : `/${name}`, name]));

/** Second line of defence behind the sanitiser: only the page's own script, nothing from other sites. */
const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** Room for the longest description that GitHub accepts, escaped. */
const maxBytes = 1_000_000;

/** Serves the page on loopback; port 0 is any free one. Its actions are carried out in turn. */
export async function startPage(scene: Scene, { port }: { port: number }): Promise<Page> {
  const readers = new Set<ServerResponse>();
  let work: Promise<unknown> = Promise.resolve();

  const tell = async () => {
    const state = await describePage(scene);
    for (const reader of readers) reader.write(`data: ${JSON.stringify(state)}\n\n`);
    return state;
  };
  const act = (message: IncomingMessage) => {
    const next = work.then(async () => {
      const read = pageActionSchema.safeParse(await readJson(message));
      if (!read.success) throw new RefusedActionError(describeProblem(read.error.issues[0]));
      await doPageAction(scene, read.data);
      return tell();
    });
    work = next.catch(() => {});
    return next;
  };

  const checkConfig = async (message: IncomingMessage) => {
    const { config } = (await readJson(message)) as { config?: unknown };
    return { problems: findProblems(String(config ?? "")) };
  };

  const server = createServer((message, response) => {
    answer(message, response).catch((error: unknown) => {
      const status = error instanceof RefusedActionError ? 400 : 500;
      respond(response, status, { error: error instanceof Error ? error.message : String(error) });
    });
  });

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    // Another name for this address means a request by another page (DNS rebinding).
    if (!isOwnHost(message.headers.host)) return respond(response, 421, { error: "Not this server." });
    const path = new URL(message.url ?? "/", "http://localhost").pathname;
    const file = files.get(path);
    if (message.method === "GET" && file !== undefined) {
      response.writeHead(200, { ...headers, "content-type": `${types[file.split(".")[1]!]}; charset=utf-8` });
      response.end(readFileSync(new URL(file, folder)));
    } else if (message.method === "GET" && path === "/state") {
      respond(response, 200, await describePage(scene));
    } else if (message.method === "GET" && path === "/events") {
      response.writeHead(200, { ...headers, "content-type": "text/event-stream" });
      readers.add(response);
      response.on("close", () => readers.delete(response));
      await tell();
    } else if (message.method === "POST" && (path === "/actions" || path === "/config")) {
      // Another site's form cannot send this type without a preflight, which nobody answers.
      if (message.headers["content-type"] !== "application/json")
        return respond(response, 415, { error: "Expected application/json." });
      respond(response, 200, path === "/actions" ? await act(message) : await checkConfig(message));
    } else respond(response, 404, { error: "There is nothing here; the page is at /." });
  }

  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await work;
    },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new Error(`Port ${port} is in use; give another one: npm run demo -- --serve --port ${port + 1}`);
  }
}

const isOwnHost = (host = "") => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);

function respond(response: ServerResponse, status: number, data: object): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { ...headers, "content-type": "application/json" });
  response.end(JSON.stringify(data));
}

async function readJson(message: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new RefusedActionError("The text is longer than GitHub takes.");
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new RefusedActionError("The body is not JSON.");
  }
}

function describeProblem(issue: { path: PropertyKey[]; message: string } | undefined): string {
  return issue === undefined ? "" : `${issue.path.join(".") || "action"}: ${issue.message}`;
}
