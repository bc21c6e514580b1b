import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Answers a request and returns true, or leaves it alone and returns false. Probot's `Server.addHandler`
 * takes these.
 */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/** A page at one path, for GET and HEAD; the query is not looked at. */
export function createPage(
  path: string,
  render: () => Promise<{ status: number; contentType: string; body: string }>,
): Handler {
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
 * Probot's server logs a line for every request; those of probes, every few seconds, would bury the others.
 */
function quieten(response: ServerResponse): void {
  // pino-http's, and this request's own.
  const { log } = response as { log?: { level: string } };
  if (log?.level === "info") log.level = "warn";
}
