import { expect, it } from "vitest";
import { nameHead } from "../../src/core/observation.ts";

it("keys branches at the same commit apart, and spells a repository in one way", () => {
  expect(nameHead("Shop", "main", "c1")).toBe("shop:main:c1");
  expect(nameHead("shop", "Main", "c1")).toBe("shop:Main:c1");
});
