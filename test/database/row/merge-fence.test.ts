import { describe, expect, it } from "vitest";
import { mergeFence, subtractFence } from "../../../src/database/row/merge-fence.ts";
import { fence } from "../examples.ts";

const early = "2026-11-23T08:00:00Z";
const late = "2026-11-23T08:00:05Z";

describe("the stricter of two fences", () => {
  it.each([
    ["the newer one, whichever came first", fence(late, "b"), fence(early, "a"), fence(late, "b")],
    ["the newer one, in order", fence(early, "a"), fence(late, "b"), fence(late, "b")],
    ["of the same second, the later heard", fence(late, "a"), fence(late, "b"), fence(late, "b")],
    ["of the same second, the one that names a head", fence(late, "a"), fence(late, null), fence(late, "a")],
    ["no head without an instant", null, fence(null, "b"), null],
    ["all comments", fence(null, null, [9]), fence(early, "a", [3, 9]), fence(early, "a", [3, 9])],
  ])("is %s", (_case, old, heard, expected) => {
    expect(mergeFence(old, heard)).toEqual(expected);
  });

  it("keeps the newest fifty comments, and the last ten pushes", () => {
    const ids = Array.from({ length: 60 }, (_, index) => index + 1);
    const oldHeads = ids.slice(0, 12).map(String);
    expect(mergeFence(fence(null, null, ids.slice(30)), { ...fence(null, null, ids), oldHeads })).toEqual({
      ...fence(null, null, ids.slice(10)),
      oldHeads: oldHeads.slice(2),
    });
  });
});

describe("what is left of a fence after a run", () => {
  it.each([
    ["nothing, when it was given all of it", fence(late, "b", [1]), fence(late, "b", [1]), null],
    ["what it was not given", fence(late, "b", [1, 2]), fence(early, "a", [1]), fence(late, "b", [2])],
    ["another head of the same second", fence(late, "b"), fence(late, "a"), fence(late, "b")],
    ["a comment alone", fence(late, "b", [1, 2]), fence(late, "b", [1]), fence(null, null, [2])],
    ["all, when it was given nothing", fence(late, "b"), null, fence(late, "b")],
  ])("is %s", (_case, held, seen, expected) => {
    expect(subtractFence(held, seen)).toEqual(expected);
  });
});
