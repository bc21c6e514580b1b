import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Logger } from "pino";
import { toEpoch } from "../epoch.ts";
import { migrate, postgresMigrations } from "../migrations/index.ts";
import type { DatabaseParts, OpenedDatabase } from "../database.ts";
import { deleteOldDeliveries } from "../queries.ts";
import { keepDeliveriesFor, prunePause } from "../sqlite/prune-deliveries.ts";
import type { PostgresTables } from "../tables.ts";
import { explainPostgres } from "./explain-postgres.ts";
import { createPostgresQueue } from "./postgres-queue.ts";
import { shared } from "./postgres-store.ts";

/** How long the server may take to say goodbye, in milliseconds. */
const farewell = 3000;

/** Opens a PostgreSQL database, which is there; its tables are made. */
export async function openPostgres(databaseUrl: string, parts: DatabaseParts): Promise<OpenedDatabase> {
  const pool = connect(databaseUrl, parts.logger);
  const database = new Kysely<PostgresTables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(database, postgresMigrations);
  } catch (cause) {
    await pool.end();
    throw explainPostgres(databaseUrl, cause);
  }
  const { queue, poke } = createPostgresQueue(database, parts);
  const readNow = () => toEpoch(parts.clock.now());
  const prune = () =>
    deleteOldDeliveries(shared(database), { before: readNow() - keepDeliveriesFor, limit: 100_000 })
      .execute()
      .catch((error) => parts.logger.warn({ err: error }, "Old deliveries could not be forgotten"));
  const pruning = setInterval(() => void prune(), prunePause);
  pruning.unref();
  void prune();
  return {
    queue,
    poke,
    close: async () => {
      clearInterval(pruning);
      await queue.stop();
      // A connection that has gone silent never says that it ended.
      await Promise.race([pool.end(), new Promise((resolve) => setTimeout(resolve, farewell).unref())]);
    },
  };
}

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
