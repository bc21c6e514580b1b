import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { confirm } from "../../../src/cli/repository/run-cleanup.ts";

it.each([
  ["y\n", true],
  [" YES \n", true],
  ["\n", false],
  ["n\n", false],
  ["yellow\n", false],
  ["", false],
])("reads the answer %j as %s", async (typed, expected) => {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(typed);
  expect(await confirm("Delete?", { input, output })).toBe(expected);
  expect(String(output.read())).toContain("Delete? [y/N] ");
});
