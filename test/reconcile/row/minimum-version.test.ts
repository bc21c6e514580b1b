import { describe, expect, it } from "vitest";
import { mergeMinimumVersion, subtractMinimumVersion } from "../../../src/reconcile/row/minimum-version.ts";
import { minimumVersion } from "../../database/examples.ts";

const early = "2026-11-23T08:00:00Z";
const late = "2026-11-23T08:00:05Z";

describe("the stricter of two minimum versions", () => {
  it.each([
    [
      "the newer one, whichever came first",
      minimumVersion(late, "b"),
      minimumVersion(early, "a"),
      minimumVersion(late, "b"),
    ],
    [
      "the newer one, in order",
      minimumVersion(early, "a"),
      minimumVersion(late, "b"),
      minimumVersion(late, "b"),
    ],
    [
      "within the same second, the one that arrived later",
      minimumVersion(late, "a"),
      minimumVersion(late, "b"),
      minimumVersion(late, "b"),
    ],
    [
      "within the same second, the one that names a head",
      minimumVersion(late, "a"),
      minimumVersion(late, null),
      minimumVersion(late, "a"),
    ],
    ["no head without an instant", null, minimumVersion(null, "b"), null],
    [
      "all comments",
      minimumVersion(null, null, [9]),
      minimumVersion(early, "a", [3, 9]),
      minimumVersion(early, "a", [3, 9]),
    ],
  ])("is %s", (_case, old, heard, expected) => {
    expect(mergeMinimumVersion(old, heard)).toEqual(expected);
  });

  it("keeps the newest fifty comments, and the last ten pushes", () => {
    const ids = Array.from({ length: 60 }, (_, index) => index + 1);
    const oldHeads = ids.slice(0, 12).map(String);
    expect(
      mergeMinimumVersion(minimumVersion(null, null, ids.slice(30)), {
        ...minimumVersion(null, null, ids),
        oldHeads,
      }),
    ).toEqual({
      ...minimumVersion(null, null, ids.slice(10)),
      oldHeads: oldHeads.slice(2),
    });
  });
});

describe("reviews in a minimum version", () => {
  const told = (...reviewIds: string[]) => ({ ...minimumVersion(early, "a"), reviewIds });
  it("are kept up to fifty, and after a run only those that arrived during it", () => {
    const ids = Array.from({ length: 60 }, (_, index) => `r${index}`);
    expect(mergeMinimumVersion(told("a", "b"), told("b", "c"))).toEqual(told("a", "b", "c"));
    expect(mergeMinimumVersion(null, told(...ids))).toEqual(told(...ids.slice(10)));
    expect(subtractMinimumVersion(told("a", "b"), told("a"))).toEqual({
      ...minimumVersion(null, null),
      reviewIds: ["b"],
    });
  });
});

describe("threads in a minimum version", () => {
  const none = minimumVersion(null, null);
  const told = (threads: Record<string, [boolean, string]>) => ({
    ...none,
    threads: Object.fromEntries(
      Object.entries(threads).map(([id, [isResolved, at]]) => [id, { isResolved, at }]),
    ),
  });

  it("keep their newest state, in any order of deliveries, and within one second the state that arrived later", () => {
    expect(
      mergeMinimumVersion(
        told({ a: [true, early], b: [false, late], c: [true, late], d: [true, early] }),
        told({ a: [false, late], b: [true, early], c: [false, late] }),
      ),
    ).toEqual(told({ a: [false, late], b: [false, late], c: [false, late], d: [true, early] }));
  });

  it("are kept up to fifty, the latest first", () => {
    const all = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`t${index}`, [true, early] as [boolean, string]]),
    );
    expect(Object.keys(mergeMinimumVersion(told(all), told({ t3: [false, late] }))?.threads ?? {})).toEqual([
      ...Object.keys(all).slice(11),
      "t3",
    ]);
  });

  it("stay after a run only if they changed during it", () => {
    const seen = told({ a: [true, early], b: [true, early] });
    expect(subtractMinimumVersion(told({ a: [true, early], b: [false, late] }), seen)).toEqual(
      told({ b: [false, late] }),
    );
    expect(subtractMinimumVersion(seen, seen)).toBeNull();
  });
});

describe("a minimum version after a run", () => {
  it.each([
    [
      "nothing when the run got all of it",
      minimumVersion(late, "b", [1]),
      minimumVersion(late, "b", [1]),
      null,
    ],
    [
      "the part that the run didn't get",
      minimumVersion(late, "b", [1, 2]),
      minimumVersion(early, "a", [1]),
      minimumVersion(late, "b", [2]),
    ],
    [
      "another head within the same second",
      minimumVersion(late, "b"),
      minimumVersion(late, "a"),
      minimumVersion(late, "b"),
    ],
    [
      "a comment alone",
      minimumVersion(late, "b", [1, 2]),
      minimumVersion(late, "b", [1]),
      minimumVersion(null, null, [2]),
    ],
    ["everything when the run got nothing", minimumVersion(late, "b"), null, minimumVersion(late, "b")],
  ])("is %s", (_case, held, seen, expected) => {
    expect(subtractMinimumVersion(held, seen)).toEqual(expected);
  });
});
