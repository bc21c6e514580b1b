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
      "of the same second, the one heard later",
      minimumVersion(late, "a"),
      minimumVersion(late, "b"),
      minimumVersion(late, "b"),
    ],
    [
      "of the same second, the one that names a head",
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

describe("what is known of reviews", () => {
  const told = (...reviewIds: string[]) => ({ ...minimumVersion(early, "a"), reviewIds });
  it("is all of them, fifty at most, and after a run those that it was not given", () => {
    const ids = Array.from({ length: 60 }, (_, index) => `r${index}`);
    expect(mergeMinimumVersion(told("a", "b"), told("b", "c"))).toEqual(told("a", "b", "c"));
    expect(mergeMinimumVersion(null, told(...ids))).toEqual(told(...ids.slice(10)));
    expect(subtractMinimumVersion(told("a", "b"), told("a"))).toEqual({
      ...minimumVersion(null, null),
      reviewIds: ["b"],
    });
  });
});

describe("what is known of threads", () => {
  const none = minimumVersion(null, null);
  const told = (threads: Record<string, [boolean, string]>) => ({
    ...none,
    threads: Object.fromEntries(
      Object.entries(threads).map(([id, [isResolved, at]]) => [id, { isResolved, at }]),
    ),
  });

  it("is each one's newest state, in whatever order it was heard, and of one second the state heard later", () => {
    expect(
      mergeMinimumVersion(
        told({ a: [true, early], b: [false, late], c: [true, late], d: [true, early] }),
        told({ a: [false, late], b: [true, early], c: [false, late] }),
      ),
    ).toEqual(told({ a: [false, late], b: [false, late], c: [false, late], d: [true, early] }));
  });

  it("is of fifty threads at most, those heard of last", () => {
    const all = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`t${index}`, [true, early] as [boolean, string]]),
    );
    expect(Object.keys(mergeMinimumVersion(told(all), told({ t3: [false, late] }))?.threads ?? {})).toEqual([
      ...Object.keys(all).slice(11),
      "t3",
    ]);
  });

  it("is left after a run where it changed since", () => {
    const seen = told({ a: [true, early], b: [true, early] });
    expect(subtractMinimumVersion(told({ a: [true, early], b: [false, late] }), seen)).toEqual(
      told({ b: [false, late] }),
    );
    expect(subtractMinimumVersion(seen, seen)).toBeNull();
  });
});

describe("what is left of a minimum version after a run", () => {
  it.each([
    [
      "nothing, when it was given all of it",
      minimumVersion(late, "b", [1]),
      minimumVersion(late, "b", [1]),
      null,
    ],
    [
      "what it was not given",
      minimumVersion(late, "b", [1, 2]),
      minimumVersion(early, "a", [1]),
      minimumVersion(late, "b", [2]),
    ],
    [
      "another head of the same second",
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
    ["all, when it was given nothing", minimumVersion(late, "b"), null, minimumVersion(late, "b")],
  ])("is %s", (_case, held, seen, expected) => {
    expect(subtractMinimumVersion(held, seen)).toEqual(expected);
  });
});
