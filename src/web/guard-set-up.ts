import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server } from "node:http";

/** Names of this machine for itself. Any other name that leads here was made to (DNS rebinding), or is a proxy's. */
const ownName = /^(localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Hides the set-up page on a port from other people's pages: it has no sign-in, and what it is given becomes the App's
 * credentials. A request under another name than this machine's own, or from another page than its own, finds nothing.
 * Probot's set-up server lets nobody in before its handlers; Node tells of a request first. The answer ends it.
 * https://nodejs.org/api/diagnostics_channel.html#http
 */
export function guardSetUp(
  port: number,
  { log }: { log: { warn(fields: object, message: string): void } },
): () => void {
  const look = (message: unknown) => {
    const { request, server } = message as { request: IncomingMessage; server: Server };
    const address = server.address();
    if (address === null || typeof address === "string" || address.port !== port) return;
    const { host = "", origin } = request.headers;
    const isOwnPage = origin === undefined || ownName.test(origin.replace(/^http:\/\//, ""));
    if (ownName.test(host) && isOwnPage) return;
    request.url = "/nothing-is-here";
    const use = `http://localhost:${port}`;
    log.warn({ host, origin }, `The set-up page was asked for under another name; open it under ${use}`);
  };
  subscribe("http.server.request.start", look);
  return () => void unsubscribe("http.server.request.start", look);
}
