import type { Kysely } from "kysely";
import type { Look, Queue } from "../../reconcile/ports.ts";
import { fromEpoch, toEpoch } from "../../reconcile/row/epoch.ts";
import { fanOutKey, pullRequestKey, toKnownPullRequests } from "../../reconcile/row/subject-row.ts";
import { acceptDeliveries } from "../accept-deliveries.ts";
import type { DatabaseDependencies } from "../database.ts";
import { decodeRepository, decodeRow, type PostgresTables } from "../tables.ts";
import { checkWork, type WorkLoop } from "../work-loop.ts";
import { findOldestDue, insertDelivery, mergeLooks } from "./postgres-store.ts";
import * as queries from "./queries.ts";
import { startWorkers } from "./start-workers.ts";

/** How many of the app's own looks one transaction takes. */
const looksAtOnce = 50;

/**
 * The queue on PostgreSQL: the same rows as in the embedded database, leased one by one by any number of
 * processes.
 */
export function createPostgresQueue(
  database: Kysely<PostgresTables>,
  dependencies: DatabaseDependencies,
): { queue: Queue; poke(): void } {
  let workers: WorkLoop | null = null;

  const readNow = () => {
    const instant = dependencies.clock.now();
    return { instant, epoch: toEpoch(instant) };
  };
  const count = async (query: { executeTakeFirstOrThrow(): Promise<{ count: number | string }> }) =>
    Number((await query.executeTakeFirstOrThrow()).count);

  const poke = () => workers?.wake();

  const deliveries = acceptDeliveries(
    (delivery, looks, last) =>
      database.transaction().execute(async (transaction) => {
        const isNew = await insertDelivery(transaction, delivery);
        if (isNew) await mergeLooks(transaction, looks, readNow());
        last();
        return isNew ? "stored" : "known";
      }),
    poke,
  );

  const queue: Queue = {
    accept: deliveries.accept,
    async look(looks: Look[]) {
      for (let from = 0; from < looks.length; from += looksAtOnce) {
        const some = looks.slice(from, from + looksAtOnce);
        await database.transaction().execute((transaction) => mergeLooks(transaction, some, readNow()));
      }
      poke();
    },
    async findByHead(repositoryId, headSha) {
      const found = await queries.findByHead(database, { repositoryId, headSha }).execute();
      return found.map((stored) => decodeRow(stored).subject);
    },
    async findOnHead(repositoryId, headSha, numbers) {
      const keys = numbers.map((number) => pullRequestKey(repositoryId, number));
      const [onHead, named] = await Promise.all([
        queries.findByHead(database, { repositoryId, headSha }).execute(),
        keys.length === 0
          ? []
          : database.selectFrom("subjects").selectAll().where("key", "in", keys).execute(),
      ]);
      return toKnownPullRequests([...onHead, ...named].map(decodeRow));
    },
    async forget(scope) {
      await queries.deleteSubjects(database, { ...scope, fanOut: fanOutKey(scope) }).execute();
    },
    async listRepositories() {
      return (await queries.listRepositories(database).execute()).map(decodeRepository);
    },
    async start(handler, options) {
      workers ??= startWorkers({ ...dependencies, ...options, database, handler });
    },
    async stop() {
      const stopping = workers;
      workers = null;
      await stopping?.stop();
    },
    async check() {
      const now = readNow().epoch;
      const oldestDue = await findOldestDue(database, now);
      await deliveries.check();
      checkWork(workers, { oldestDue, now });
    },
    async findOldestDue() {
      const oldest = await findOldestDue(database, readNow().epoch);
      return oldest === null ? null : fromEpoch(oldest);
    },
    async findCaughtUpAt() {
      const mark = await queries.findCaughtUpAt(database).executeTakeFirst();
      return mark === undefined ? null : fromEpoch(Number(mark.at));
    },
    async markCaughtUp(at) {
      await queries.markCaughtUp(database, { at: toEpoch(at) }).execute();
    },
    async count() {
      const [pending, due, failed] = await Promise.all([
        count(queries.countPending(database)),
        count(queries.countDue(database, { now: readNow().epoch })),
        count(queries.countFailed(database)),
      ]);
      return { pending, due, failed };
    },
  };
  return { queue, poke };
}
