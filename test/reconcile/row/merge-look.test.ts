import { expect, it } from "vitest";
import { findRunAt, mergeLook } from "../../../src/reconcile/row/merge-look.ts";
import type { SubjectRow } from "../../../src/reconcile/row/subject-row.ts";
import { lookAt, minimumVersion, noMemory, press, rowOf as row } from "../../database/examples.ts";

const instant = "2026-11-23T09:00:00Z";
const now = { instant, epoch: Date.parse(instant) };
const later = "2026-11-23T09:01:00Z";

it("creates a row that is due at once or when the look says, never in the past", () => {
  expect(mergeLook(null, lookAt(1), now)).toEqual(row({ runAt: now.epoch }));
  expect(findRunAt(lookAt(1, { notBefore: later }), now.epoch)).toBe(now.epoch + 60_000);
  expect(findRunAt(lookAt(1, { notBefore: "2026-11-23T08:00:00Z" }), now.epoch)).toBe(now.epoch);
});

it("keeps the earlier of two instants", () => {
  const at = now.epoch + 30_000;
  expect(mergeLook(row({ runAt: at }), lookAt(1, { notBefore: later }), now)).toEqual(row({ runAt: at }));
  expect(mergeLook(row({ runAt: at }), lookAt(1), now)).toEqual(row({ runAt: now.epoch }));
});

it("resets the count of failures, whether or not the row was given up", () => {
  expect(mergeLook(row({ failures: 12, runAt: null }), lookAt(1), now)).toEqual(row({ runAt: now.epoch }));
  expect(mergeLook(row({ failures: 3 }), lookAt(1), now)).toEqual(row({ runAt: now.epoch }));
});

it("keeps the newest fifty presses of a button, each once", () => {
  const presses = Array.from({ length: 60 }, (_, index) => press(`d${index}`));
  const merged = mergeLook(row({ intents: presses.slice(0, 40) }), lookAt(1, { intents: presses }), now);
  expect(merged?.intents).toEqual(presses.slice(10));
});

it.each<[string, SubjectRow, string | null, boolean]>([
  ["was observed", row({ memory: { ...noMemory, headSha: "a" } }), "a", false],
  ["differs from the observed one", row({ memory: { ...noMemory, headSha: "a" } }), "b", true],
  ["isn't named", row(), null, true],
  [
    "is about to be observed",
    row({ runAt: now.epoch, minimumVersion: minimumVersion(instant, "a") }),
    "a",
    false,
  ],
  [
    "has a minimum version without a pending look",
    row({ minimumVersion: minimumVersion(instant, "a") }),
    "a",
    true,
  ],
  ["is pending without a minimum version", row({ runAt: now.epoch }), "a", true],
])("adds or skips a look at a commit that %s", (_case, given, headSha, asks) => {
  const merged = mergeLook(
    given,
    lookAt(1, { onlyIfUnseen: true, minimumVersion: minimumVersion(null, headSha) }),
    now,
  );
  expect(merged !== null).toBe(asks);
});
