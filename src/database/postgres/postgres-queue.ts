import type { Kysely } from "kysely";
import type pg from "pg";
import type { Look, Queue, Subject } from "../../reconcile/ports.ts";
import { DatabaseError } from "../database-error.ts";
import { fromEpoch, toEpoch } from "../epoch.ts";
import type { DatabaseParts } from "../opened-database.ts";
import * as queries from "../queries.ts";
import type { PostgresTables } from "../tables.ts";
import { fanOutKey } from "../row/subject-key.ts";
import { insertDelivery, mergeLooks, shared } from "./postgres-store.ts";
import { startWorkers, type Workers } from "./start-workers.ts";

/** As many of the app's own looks as one transaction takes. */
const looksAtOnce = 50;

/** The queue on PostgreSQL: rows as on the embedded database, and graphile-worker to run them in any number of processes. */
export function createPostgresQueue(
  pool: pg.Pool,
  database: Kysely<PostgresTables>,
  parts: DatabaseParts,
): Queue {
  const rows = shared(database);
  let workers: Workers | null = null;

  const readNow = () => {
    const instant = parts.clock.now();
    return { instant, epoch: toEpoch(instant) };
  };
  const count = async (query: { executeTakeFirstOrThrow(): Promise<{ count: number | string }> }) =>
    Number((await query.executeTakeFirstOrThrow()).count);

  return {
    accept: (delivery, looks) =>
      database.transaction().execute(async (transaction) => {
        if (!(await insertDelivery(transaction, delivery))) return "known";
        await mergeLooks(transaction, looks, readNow());
        return "stored";
      }),
    async look(looks: Look[]) {
      for (let from = 0; from < looks.length; from += looksAtOnce) {
        const some = looks.slice(from, from + looksAtOnce);
        await database.transaction().execute((transaction) => mergeLooks(transaction, some, readNow()));
      }
    },
    async findByHead(repositoryId, headSha) {
      const found = await queries.findSubjectsByHead(rows, { repositoryId, headSha }).execute();
      return found.map(({ subject }) => JSON.parse(subject) as Subject);
    },
    async forget(scope) {
      await queries.deleteSubjects(rows, { ...scope, fanOut: fanOutKey(scope) }).execute();
    },
    async start(handler, { concurrency }) {
      workers ??= await startWorkers({ ...parts, pool, database, handler, concurrency });
    },
    async stop() {
      const stopping = workers;
      workers = null;
      await stopping?.stop();
    },
    async check() {
      await pool.query("select 1");
      if (workers === null) throw new DatabaseError("The workers are not running.", { reason: "stopped" });
    },
    async findCaughtUpAt() {
      const mark = await queries.findCaughtUpAt(rows).executeTakeFirst();
      return mark === undefined ? null : fromEpoch(Number(mark.at));
    },
    async markCaughtUp(at) {
      await queries.markCaughtUp(rows, { at: toEpoch(at) }).execute();
    },
    async count() {
      const [pending, due, dead] = await Promise.all([
        count(queries.countPending(rows)),
        count(queries.countDue(rows, { now: readNow().epoch })),
        count(queries.countDead(rows)),
      ]);
      return { pending, due, dead };
    },
  };
}
