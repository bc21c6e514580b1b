import type { Server } from "node:http";

/**
 * Bounds what connections may cost before they send a body: milliseconds for a request's head, and how many
 * connections may be open at once; further ones are closed. Node checks its time limits every 30 s, and only
 * the code that creates the server (Probot's) can change that, so a head can take 40 s.
 * https://nodejs.org/api/http.html#serverheaderstimeout
 */
export function limitConnections(
  server: Server,
  { headTimeoutMs = 10_000, connections = 1_000 }: { headTimeoutMs?: number; connections?: number } = {},
): void {
  server.headersTimeout = headTimeoutMs;
  server.requestTimeout = headTimeoutMs * 2;
  server.maxConnections = connections;
}
