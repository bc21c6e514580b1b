import type { Instant } from "../../core/pull-request.ts";
import { emptyMemory, type Intent, type Look } from "../ports.ts";
import { toEpoch } from "./epoch.ts";
import { mergeMinimumVersion } from "./minimum-version.ts";
import { type SubjectRow, subjectKey } from "./subject-row.ts";

/** The most presses of a button to keep for one run, the newest. */
const maxIntents = 50;

/** When a look is due, in milliseconds since 1970; never before now. */
export function findRunAt(look: Look, now: number): number {
  return look.notBefore === null ? now : Math.max(now, toEpoch(look.notBefore));
}

/**
 * A subject's row after a look was requested. Null when there is nothing to do: the look is `onlyIfUnseen`,
 * and its commit was observed or is about to be. Failures count from the last request, so that events during
 * an outage don't lengthen pauses, and a failed subject gets all its attempts again.
 */
export function mergeLook(
  row: SubjectRow | null,
  look: Look,
  now: { instant: Instant; epoch: number },
): SubjectRow | null {
  if (row !== null && look.onlyIfUnseen === true && (isSeen(row, look) || isRequested(row, look)))
    return null;
  const runAt = findRunAt(look, now.epoch);
  const old = row ?? startRow(look, now.instant);
  const minimumVersion = mergeMinimumVersion(old.minimumVersion, look.minimumVersion);
  return {
    ...old,
    subject: look.subject,
    headSha: minimumVersion?.headSha ?? old.headSha,
    runAt: old.runAt === null ? runAt : Math.min(old.runAt, runAt),
    failures: 0,
    minimumVersion,
    intents: mergeIntents(old.intents, look.intents),
  };
}

function isSeen(row: SubjectRow, look: Look): boolean {
  return row.memory.headSha !== null && row.memory.headSha === (look.minimumVersion?.headSha ?? null);
}

/**
 * A push sends `pull_request.synchronize` and `check_suite.requested` at the same moment, and the second
 * often arrives during the first look. That look has to see the commit (its minimum version names it), so no
 * second look is needed. A running row is still due, so this holds for it too.
 */
function isRequested(row: SubjectRow, look: Look): boolean {
  return (
    row.runAt !== null &&
    row.minimumVersion?.updatedAt != null &&
    row.minimumVersion.headSha !== null &&
    row.minimumVersion.headSha === (look.minimumVersion?.headSha ?? null)
  );
}

function startRow(look: Look, firstSeenAt: Instant): SubjectRow {
  const { subject } = look;
  return {
    key: subjectKey(subject),
    subject,
    headSha: subject.kind === "merge_group" ? subject.headSha : (look.minimumVersion?.headSha ?? null),
    runAt: null,
    failures: 0,
    failure: null,
    minimumVersion: null,
    intents: [],
    memory: emptyMemory,
    life: null,
    firstSeenAt,
  };
}

function mergeIntents(old: Intent[], heard: Intent[]): Intent[] {
  const known = new Set(old.map(intentKey));
  const added = heard.filter((intent) => !known.has(intentKey(intent)));
  return added.length === 0 ? old : [...old, ...added].slice(-maxIntents);
}

/** Identifies an intent: a delivery requests each thing once. */
export function intentKey(intent: Intent): string {
  return `${intent.deliveryId} ${intent.identifier}`;
}
