import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { editDotEnv } from "../../../src/web/setup/dot-env.ts";

describe("editing .env", () => {
  it("creates a file that Node reads back", () => {
    const values = { A: "1", B: "two words", C: "line 1\nline 2", D: "" };
    expect(parseEnv(editDotEnv("", values))).toEqual(values);
  });

  it("replaces a line and keeps the rest", () => {
    expect(editDotEnv("A=1\n\n# b\nB=2", { A: "3", C: "4" })).toBe("A=3\n\n# b\nB=2\nC=4\n");
  });
});
