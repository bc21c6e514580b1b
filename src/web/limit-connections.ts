import type { Server } from "node:http";

/**
 * Bounds what open connections may cost that never get as far as a body. Node looks at its time limits every 30 s, and Probot
 * makes the server, so a head can take 40 s; a connection that is one too many is closed at once.
 * https://nodejs.org/api/http.html#serverheaderstimeout
 */
export function limitConnections(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  server.maxConnections = 1_000;
}
