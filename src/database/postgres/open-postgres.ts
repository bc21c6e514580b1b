import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Logger } from "pino";
import type { DatabaseDependencies, OpenedDatabase } from "../database.ts";
import { migrate, postgresMigrations } from "../migrations/index.ts";
import { startPruning } from "../prune-deliveries.ts";
import type { PostgresTables } from "../tables.ts";
import { explainPostgres } from "./explain-postgres.ts";
import { createPostgresQueue } from "./postgres-queue.ts";
import { deleteOldDeliveries } from "./queries.ts";

/** Milliseconds that closing the connections may take. */
const closeTimeoutMs = 3000;

/** Opens an existing PostgreSQL database and creates its tables. */
export async function openPostgres(
  databaseUrl: string,
  dependencies: DatabaseDependencies,
): Promise<OpenedDatabase> {
  const pool = connect(databaseUrl, dependencies.logger);
  const database = new Kysely<PostgresTables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(database, postgresMigrations);
  } catch (cause) {
    await pool.end();
    throw explainPostgres(databaseUrl, cause);
  }
  const { queue, poke } = createPostgresQueue(database, dependencies);
  const stopPruning = startPruning(dependencies, async (before, limit) => {
    const { numDeletedRows } = await deleteOldDeliveries(database, {
      before,
      limit,
    }).executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  });
  return {
    queue,
    poke,
    close: async () => {
      stopPruning();
      await queue.stop();
      // A connection that has gone silent never reports its end.
      await Promise.race([pool.end(), new Promise((resolve) => setTimeout(resolve, closeTimeoutMs).unref())]);
    },
  };
}

/** Milliseconds to wait for a connection: less than a delivery can wait for its answer. */
const connectTimeoutMs = 6000;

/**
 * A connection that has gone silent looks like any other, and every query on it times out. Limiting a
 * connection's life keeps the trouble below a minute.
 */
const maxLifetimeSeconds = 20;
const queryTimeoutMs = 15_000;
/** The server releases rows that are locked by a transaction of ours when it no longer hears from it. */
const forgetTransactions = "set idle_in_transaction_session_timeout = '15s'";

/** A pool of connections that survives a server going away and coming back; queries in between fail. */
function connect(databaseUrl: string, logger: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 16,
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: queryTimeoutMs,
    maxLifetimeSeconds: maxLifetimeSeconds,
    keepAlive: true,
  });
  // A broken connection emits an event, whether in use or not. Without a listener it would end the process.
  const lost = (error: Error) => logger.warn({ err: error }, "A connection to PostgreSQL was lost");
  pool.on("connect", (client) => {
    client.on("error", lost);
    client.query(forgetTransactions).catch(lost);
  });
  pool.on("error", () => undefined);
  return pool;
}
