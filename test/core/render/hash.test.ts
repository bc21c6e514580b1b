import { expect, it } from "vitest";
import { hashOf } from "../../../src/core/render/hash.ts";

it("hashes equal data alike in any order of keys, and other data differently", () => {
  expect(hashOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(hashOf({ b: { d: null, c: [1, 2] }, a: 1 }));
  expect(hashOf({ a: [1, 2] })).not.toBe(hashOf({ a: [2, 1] }));
  expect(hashOf({})).toMatch(/^[0-9a-f]{16}$/);
});
