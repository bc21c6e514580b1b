import type { Logger } from "pino";
import pg from "pg";

/** How long anything waits for the server, in milliseconds: shorter than a delivery can wait for its answer. */
const patience = 6000;

/** A pool of connections. It survives a server that goes away and comes back: what is asked meanwhile fails, that is all. */
export function connect(databaseUrl: string, logger: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 16,
    connectionTimeoutMillis: patience,
    query_timeout: 30_000,
    keepAlive: true,
  });
  // A connection that breaks tells so by an event, in use or not; nobody listening would end the process.
  const lost = (error: Error) => logger.warn({ err: error }, "A connection to PostgreSQL was lost");
  pool.on("connect", (client) => client.on("error", lost));
  pool.on("error", () => undefined);
  return pool;
}
