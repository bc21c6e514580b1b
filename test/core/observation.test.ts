import { expect, it } from "vitest";
import { branchKey } from "../../src/core/observation.ts";

it("keys branches at the same commit apart, and spells a repository in one way", () => {
  expect(branchKey("Shop", "main", "c1")).toBe("shop:main:c1");
  expect(branchKey("shop", "Main", "c1")).toBe("shop:Main:c1");
});
