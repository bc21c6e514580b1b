import type { Kysely } from "kysely";
import type { Logger } from "pino";
import type { Instant } from "../../core/pull-request.ts";
import type { Clock, Handler, Memory } from "../../reconcile/ports.ts";
import { toEpoch } from "../epoch.ts";
import * as queries from "../queries.ts";
import type { End } from "../row/finish-run.ts";
import type { SubjectRow } from "../row/subject-row.ts";
import { runHandler } from "../run-handler.ts";
import { tellDead } from "../tell-dead.ts";
import type { PostgresTables } from "../tables.ts";
import { beginRun, endRun, shared } from "./postgres-store.ts";

interface Parts {
  handler: Handler;
  database: Kysely<PostgresTables>;
  clock: Clock;
  logger: Logger;
  /** Aborted when the runs under way have had their time to end. */
  stopped: AbortSignal;
}

/** Pause before the end of a run is written again, when the database did not take it. */
const pause = 1000;

/**
 * Looks at one subject and says whether it is due again at once. Rejects only when the database does not say what there is
 * to look at.
 */
export function createRunner(parts: Parts): (key: string) => Promise<boolean> {
  const running = new Map<string, Promise<boolean>>();
  return async (key) => {
    // The locks of workers that ended are opened while a run of theirs may still be under way in this process.
    await running.get(key)?.catch(() => undefined);
    const run = look(parts, key).finally(() => running.delete(key));
    running.set(key, run);
    return run;
  };
}

async function look(parts: Parts, key: string): Promise<boolean> {
  const now = toEpoch(parts.clock.now());
  const row = await parts.database.transaction().execute((database) => beginRun(database, key, now));
  if (row === null) return false;
  const remember = async (memory: Memory) => {
    const values = { memory: JSON.stringify(memory), key };
    await queries.updateMemory(shared(parts.database), values).execute();
  };
  const repositoryFirstSeenAt = await findRepositoryFirstSeenAt(parts.database, row);
  const end = await runHandler(
    parts.handler,
    { ...row, repositoryFirstSeenAt },
    {
      remember,
      stopped: parts.stopped,
      logger: parts.logger,
    },
  );
  return end.type !== "interrupted" && (await finish(parts, row, end));
}

async function findRepositoryFirstSeenAt(
  database: Kysely<PostgresTables>,
  { subject }: SubjectRow,
): Promise<Instant | null> {
  if (subject.kind === "installation") return null;
  const scope = { installationId: subject.installationId, repositoryId: subject.repository.id };
  const seen = await queries.findRepositoryFirstSeen(shared(database), scope).executeTakeFirst();
  return seen?.first_seen_at ?? null;
}

/** Until the database takes it: a run whose end is not written would be due at once and run in a circle. */
async function finish(parts: Parts, given: SubjectRow, end: End): Promise<boolean> {
  const { key } = given;
  while (!parts.stopped.aborted) {
    try {
      const run = { given, now: toEpoch(parts.clock.now()) };
      const row = await parts.database.transaction().execute((database) => endRun(database, key, run, end));
      tellDead(row, parts.logger);
      return row !== null && row.runAt !== null && row.runAt <= run.now;
    } catch (error) {
      parts.logger.error({ err: error, subject: key }, "The end of a look could not be stored; trying again");
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return false;
}
