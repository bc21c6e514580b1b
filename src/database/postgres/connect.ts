import type { Logger } from "pino";
import pg from "pg";

/**
 * How long anything waits for the server, in milliseconds: shorter than a delivery can wait for its answer.
 */
const patience = 6000;

/**
 * A connection over which nothing comes any more looks like any other: the query on it fails, and the next
 * one would. So none is used again after so many seconds; together with the time for a query that is less
 * than a minute.
 */
const lifetime = 20;
const queryTimeout = 15_000;
/** The server lets go of rows that a transaction of ours holds when nothing is heard of it. */
const forgetTransactions = "set idle_in_transaction_session_timeout = '15s'";

/**
 * A pool of connections. It survives a server that goes away and comes back: what is asked meanwhile fails,
 * that is all.
 */
export function connect(databaseUrl: string, logger: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 16,
    connectionTimeoutMillis: patience,
    query_timeout: queryTimeout,
    maxLifetimeSeconds: lifetime,
    keepAlive: true,
  });
  // A connection that breaks tells so by an event, in use or not; nobody listening would end the process.
  const lost = (error: Error) => logger.warn({ err: error }, "A connection to PostgreSQL was lost");
  pool.on("connect", (client) => {
    client.on("error", lost);
    client.query(forgetTransactions).catch(lost);
  });
  pool.on("error", () => undefined);
  return pool;
}
