import type { IncomingMessage, ServerResponse } from "node:http";
import type { Metrics } from "./create-metrics.ts";

/**
 * Answers a request and returns true, or leaves it alone and returns false. Probot's `Server.addHandler`
 * takes these.
 */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/** A page at one path, for GET and HEAD. Ignores the query. */
function createPage(
  path: string,
  render: () => Promise<{ status: number; contentType: string; body: string }>,
): PageHandler {
  return async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    if (request.url?.split("?")[0] !== path) return false;
    quieten(response);
    const { status, contentType, body } = await render();
    response.writeHead(status, {
      "content-type": contentType,
      "content-length": Buffer.byteLength(body),
      "cache-control": "no-store",
    });
    response.end(request.method === "HEAD" ? undefined : body);
    return true;
  };
}

/**
 * Probot's server logs a line for every request. Probes ask every few seconds, and their lines would bury the
 * others.
 */
function quieten(response: ServerResponse): void {
  // pino-http gives each request a logger of its own.
  const { log } = response as { log?: { level: string } };
  if (log?.level === "info") log.level = "warn";
}

/** `GET /`: for people who open the address where the set-up page used to be. */
export function createHomePage(): PageHandler {
  const body = "Async Review is running. Install the App on a repository, and open a pull request there.\n";
  return createPage("/", async () => ({ status: 200, contentType: "text/plain", body }));
}

/**
 * `GET /healthz`: the process is up and its event loop turns. Nothing else is checked, because a restart
 * repairs nothing else.
 */
export function createHealthPage(): PageHandler {
  return createPage("/healthz", async () => ({ status: 200, contentType: "text/plain", body: "ok\n" }));
}

/**
 * `GET /metrics`, for Prometheus. 503 while the database does not answer, because old figures would look like
 * good ones.
 */
export function createMetricsPage(
  metrics: Pick<Metrics, "render">,
  logger: { warn(fields: object, message: string): void },
): PageHandler {
  return createPage("/metrics", async () => {
    try {
      return { status: 200, ...(await metrics.render()) };
    } catch (error) {
      logger.warn({ err: error }, "Can't read the figures");
      return { status: 503, contentType: "text/plain", body: "can't read the figures; the log says why\n" };
    }
  });
}

interface ReadyPageOptions {
  /** Rejects when the server cannot do its work. */
  check: () => Promise<void>;
  logger: { warn(fields: object, message: string): void; info(message: string): void };
  /** Milliseconds after which a check without an answer counts as failed. */
  timeout?: number;
}

/**
 * `GET /readyz`: 200 when the server can do its work, else 503. The reason goes only to the log, because it
 * may name hosts and the page is open to everybody. It is logged once, because probes ask every few seconds.
 */
export function createReadyPage({ check, logger, timeout = 2_000 }: ReadyPageOptions): PageHandler {
  let said: string | null = null;
  return createPage("/readyz", async () => {
    try {
      await within(timeout, check());
      if (said !== null) logger.info("Ready again");
      said = null;
      return { status: 200, contentType: "text/plain", body: "ready\n" };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // A reason may contain a count of seconds, which changes each time.
      const kind = reason.replaceAll(/\d+/g, "");
      if (kind !== said) logger.warn({ reason }, "Not ready");
      said = kind;
      return { status: 503, contentType: "text/plain", body: "not ready; the log says why\n" };
    }
  });
}

async function within<T>(milliseconds: number, task: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The check didn't answer for ${milliseconds} ms.`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}
