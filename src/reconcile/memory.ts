import { Temporal } from "temporal-polyfill";
import type { Write } from "../core/planned.ts";
import type { Instant, ReviewThread } from "../core/pull-request.ts";
import { type Created, emptyMemory, type Memory, type MinimumVersion } from "./ports.ts";

/** How long a create is remembered, so that a lagging read doesn't lead to a second one. */
const rememberFor = { minutes: 5 };
/** How long a remembered permission counts. */
const believePermissionFor = { hours: 24 };
/** How long a create without an answer stays open: longer than GitHub's reads were ever seen to lag. */
const unsureFor = { seconds: 15 };

type Create = Extract<Write, { key: string }>;

/** Drops entries that are too old to matter, and fills in fields that an older row lacks. */
export function forgetOld(given: Memory, now: Instant): Memory {
  const memory = { ...emptyMemory, ...given };
  const oldest = Temporal.Instant.from(now).subtract(rememberFor);
  const oldestPermission = Temporal.Instant.from(now).subtract(believePermissionFor);
  return {
    ...memory,
    permissions: memory.permissions.filter(({ at }) => Temporal.Instant.compare(at, oldestPermission) >= 0),
    created: memory.created.filter(
      (create) => Temporal.Instant.compare(Temporal.Instant.from(create.at), oldest) >= 0,
    ),
  };
}

/** When it will be known whether the unanswered creates were stored; null when none is open. */
export function findUnsureUntil(memory: Memory, now: Instant): Instant | null {
  const untils = memory.created
    .filter((create) => create.id === null)
    .map((create) => Temporal.Instant.from(create.at).add(unsureFor).toString())
    .filter((until) => Temporal.Instant.compare(until, now) > 0)
    .sort();
  return untils.at(-1) ?? null;
}

/** Recorded before a create is sent: after a crash, nothing else shows that GitHub may have stored it. */
export function withCreate(memory: Memory, write: Create, at: Instant): Memory {
  const hash = "hash" in write ? write.hash : write.checkRun.hash;
  const create: Created = { key: write.key, id: null, hash, at };
  return { ...memory, created: [...withoutKey(memory, write.key), create] };
}

/** Recorded when GitHub has answered with the new id. */
export function withCreatedId(memory: Memory, key: string, id: number | null): Memory {
  return {
    ...memory,
    created: memory.created.map((create) => (create.key === key ? { ...create, id } : create)),
  };
}

/** Recorded when GitHub said that it stored nothing. */
export function withoutCreate(memory: Memory, key: string): Memory {
  return { ...memory, created: withoutKey(memory, key) };
}

/** Recorded when a remembered create was updated. */
export function withUpdatedHash(memory: Memory, id: number, hash: string): Memory {
  return {
    ...memory,
    created: memory.created.map((create) => (create.id === id ? { ...create, hash } : create)),
  };
}

function withoutKey(memory: Memory, key: string): Created[] {
  return memory.created.filter((create) => create.key !== key);
}

/** The threads that were once resolved, as a row keeps them. */
export type SeenThreads = NonNullable<Memory["threads"]>;

/**
 * Adds the threads that a look saw at `now`. A delivery says when a thread was reopened, even if it was never
 * seen resolved. If the row is lost, a reopened thread counts from its last comment, as if it had never been
 * resolved.
 */
export function noteThreads(
  threads: readonly Pick<ReviewThread, "id" | "isResolved">[],
  { seen = [], told = {}, now }: { seen?: SeenThreads; told?: MinimumVersion["threads"]; now: Instant },
): SeenThreads {
  const known = new Map(seen.map((one) => [one.id, one]));
  return threads.flatMap(({ id, isResolved }): SeenThreads => {
    if (isResolved) return [{ id, reopenedAt: null }];
    const before = known.get(id);
    if (told[id]?.isResolved === false) return [{ id, reopenedAt: told[id].at }];
    return before === undefined ? [] : [{ id, reopenedAt: before.reopenedAt ?? now }];
  });
}

/** When each reopened thread was reopened, by GraphQL id. */
export function listReopened(seen: SeenThreads): Map<string, Instant> {
  return new Map(seen.flatMap(({ id, reopenedAt }) => (reopenedAt === null ? [] : [[id, reopenedAt]])));
}
