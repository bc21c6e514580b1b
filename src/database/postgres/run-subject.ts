import type { Kysely } from "kysely";
import type { Instant } from "../../core/pull-request.ts";
import type { Handler, Memory } from "../../reconcile/ports.ts";
import { DatabaseError, type DatabaseParts } from "../database.ts";
import { toEpoch } from "../epoch.ts";
import type { End } from "../row/finish-run.ts";
import type { SubjectRow } from "../row/subject-row.ts";
import { logFailed, runHandler } from "../run-handler.ts";
import type { PostgresTables } from "../tables.ts";
import { endRun, updateMemory } from "./postgres-store.ts";
import * as queries from "./queries.ts";

interface Parts extends DatabaseParts {
  handler: Handler;
  database: Kysely<PostgresTables>;
  /** The name of this process in leases. */
  by: string;
}

/** Milliseconds before the next try to store the end of a run. */
const pause = 1000;

/** Looks at the subject of a leased row, until `stopped`, and stores how that ended. */
export async function runSubject(parts: Parts, row: SubjectRow, stopped: AbortSignal): Promise<void> {
  const { database, by, handler, logger } = parts;
  const remember = async (memory: Memory) => {
    if (await updateMemory(database, { by, key: row.key, memory })) return;
    throw new DatabaseError("Another process has taken this over.", { reason: "stopped" });
  };
  const repositoryFirstSeenAt = await findRepositoryFirstSeenAt(database, row);
  const end = await runHandler(handler, { ...row, repositoryFirstSeenAt }, { remember, stopped, logger });
  if (end.type !== "interrupted") await finish(parts, row, end, stopped);
}

async function findRepositoryFirstSeenAt(
  database: Kysely<PostgresTables>,
  { subject }: SubjectRow,
): Promise<Instant | null> {
  if (subject.kind === "installation") return null;
  const scope = { installationId: subject.installationId, repositoryId: subject.repository.id };
  const seen = await queries.findRepositoryFirstSeen(database, scope).executeTakeFirst();
  return seen?.first_seen_at ?? null;
}

/** Tries until the database stores it: otherwise the row would be due at once and run in a circle. */
async function finish(
  { database, by, clock, logger }: Parts,
  given: SubjectRow,
  end: End,
  stopped: AbortSignal,
): Promise<void> {
  const { key } = given;
  while (!stopped.aborted) {
    try {
      const run = { given, now: toEpoch(clock.now()) };
      const row = await database
        .transaction()
        .execute((transaction) => endRun(transaction, { by, key }, run, end));
      return logFailed(row, logger);
    } catch (error) {
      logger.error({ err: error, subject: key }, "Couldn't store the end of a look; trying again");
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
