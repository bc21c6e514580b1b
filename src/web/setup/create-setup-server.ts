import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { herePath } from "./public-address.ts";
import { createSteps, explain, type Page, type SetupOptions, trouble } from "./set-up-steps.ts";
import { style } from "./style.ts";

export interface SetupServerOptions extends SetupOptions {
  host: string;
  port: number;
  logger: { info(message: string): void; warn(fields: object, message: string): void };
}

export interface SetupServer {
  url: string;
  /** Resolves when the credentials are stored and the person has seen the last page. */
  done: Promise<void>;
  stop(): Promise<void>;
}

/**
 * This machine's names for itself. Any other name that leads here belongs to a proxy or a DNS rebinding
 * attack.
 */
const ownName = /^(localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Room for a private key and the rest of a form. */
const maxBytes = 64 * 1024;

/**
 * The page that creates the App on GitHub, or takes an existing one, and stores its credentials in `.env`. It
 * has no sign-in, so it belongs on loopback only and answers only to loopback's names. Rejects when it cannot
 * listen.
 */
export async function createSetupServer(options: SetupServerOptions): Promise<SetupServer> {
  const { host, port, logger } = options;
  const steps = createSteps(options);
  const { promise: done, resolve: finish } = Promise.withResolvers<void>();

  async function answer(message: IncomingMessage): Promise<Page> {
    const url = new URL(message.url ?? "/", "http://localhost");
    if (message.method === "GET" && url.pathname === herePath)
      return { status: 200, body: steps.nonce, contentType: "text/plain" };
    const { host: name = "", origin } = message.headers;
    const isOwnPage = origin === undefined || ownName.test(origin.replace(/^http:\/\//, ""));
    if (!ownName.test(name) || !isOwnPage) {
      logger.warn(
        { host: name, origin },
        `The set-up page was asked for under another name; open it under ${ownUrl()}`,
      );
      return trouble(404, "Nothing here", "The set-up page answers only under this machine's own name.");
    }
    switch (`${message.method} ${url.pathname}`) {
      case "GET /":
        return steps.start();
      case "GET /set-up/style.css":
        return { status: 200, body: style, contentType: "text/css" };
      case "POST /set-up/check":
        return steps.check(await readForm(message), `http://${name}`);
      case "GET /set-up/created":
        return steps.created(url.searchParams);
      case "POST /set-up/import":
        return steps.takeExisting(await readForm(message));
      case "GET /healthz":
        return { status: 200, body: "ok\n", contentType: "text/plain" };
      default:
        return trouble(404, "Nothing here", "There is no such page.");
    }
  }

  const server = createServer({ requestTimeout: 30_000 }, async (message, response) => {
    const page = await answer(message).catch(explain);
    // The server takes the port over once the last page has been sent.
    if (page.isLast) response.on("close", finish);
    respond(response, page, steps.webUrl);
  });
  const ownUrl = () => `http://localhost:${(server.address() as AddressInfo).port}`;
  server.listen(port, host);
  await once(server, "listening");
  logger.info(`Async Review isn't set up yet. Open ${ownUrl()} to create its GitHub App.`);
  return {
    url: ownUrl(),
    done,
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function respond(
  response: ServerResponse,
  { status, body, contentType = "text/html" }: Page,
  webUrl: string,
) {
  response.writeHead(status, {
    "content-type": `${contentType}; charset=utf-8`,
    "content-length": Buffer.byteLength(body),
    "content-security-policy": `default-src 'none'; style-src 'self'; form-action 'self' ${webUrl}; base-uri 'none'; frame-ancestors 'none'`,
    // With "no-referrer" a browser sends this page's own forms with `Origin: null`:
    // https://fetch.spec.whatwg.org/#origin-header
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    connection: "close",
  });
  response.end(body);
}

async function readForm(message: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Error("The form is too large: a private key has about 2,000 characters.");
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}
