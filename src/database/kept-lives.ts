import type { KeptLife } from "../core/report/history/keep-life.ts";
import { pullRequestKey } from "../reconcile/row/subject-row.ts";
import { type DatabaseLocation, findDatabase } from "./database.ts";
import type { ServerDatabase } from "./open-server-database.ts";

/** How many to ask for at once, because a statement has only so many parameters. */
const maxAtOnce = 500;

/** The lives of closed pull requests that a server has kept. */
export interface KeptLives {
  /** The lives of these numbers. Open ones, and those that were never seen closed, are missing. */
  find(repositoryId: number, numbers: readonly number[]): Promise<KeptLife[]>;
  close(): Promise<void>;
}

/**
 * Opens the database at the first `find`, because most reports need nothing from it. Throws a `DatabaseError`
 * whose message says what to do, and so do the returned functions.
 */
export function openKeptLives(where: DatabaseLocation): KeptLives {
  if ("dataDir" in where) findDatabase(where.dataDir);
  let opened: Promise<ServerDatabase> | null = null;
  const open = () => {
    opened ??= import("./open-server-database.ts").then(({ openServerDatabase }) =>
      openServerDatabase(where),
    );
    return opened;
  };
  return {
    async find(repositoryId, numbers) {
      const found: KeptLife[] = [];
      for (let from = 0; from < numbers.length; from += maxAtOnce) {
        const { database, ask } = await open();
        const keys = numbers.slice(from, from + maxAtOnce).map((one) => pullRequestKey(repositoryId, one));
        const rows = await ask(
          database.selectFrom("subjects").select("life").where("key", "in", keys).orderBy("key").execute(),
        );
        for (const { life } of rows) if (life !== null) found.push(JSON.parse(life) as KeptLife);
      }
      return found;
    },
    close: async () => (await opened)?.close(),
  };
}
