import { Kysely, PostgresDialect } from "kysely";
import { toEpoch } from "../epoch.ts";
import { keepDeliveriesFor, prunePause } from "../keep-deliveries.ts";
import { migrate } from "../migrate.ts";
import { postgresMigrations } from "../migrations/index.ts";
import type { DatabaseParts, OpenedDatabase } from "../opened-database.ts";
import { deleteOldDeliveries } from "../queries.ts";
import type { PostgresTables } from "../tables.ts";
import { connect } from "./connect.ts";
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
