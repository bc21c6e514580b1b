import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

const file = (path: string, additions = 10) => ({ path, additions, deletions: 0 });

describe("generated-files", () => {
  it("asks when most lines are generated", () => {
    expect(
      found("generated-files", "Adds a picker.", {
        files: [file("package-lock.json", 900), file("a.ts", 9)],
      }),
    ).toEqual([
      "warning - - 99 % of the changed lines are in generated, vendored or lock files (`package-lock.json`) and nothing says so; expected a word on what a reviewer can skip",
    ]);
  });

  it("is satisfied by a mention or the file's name", () => {
    expect(
      ["The lock file is new.", "package-lock.json too"].flatMap((text) =>
        found("generated-files", text, { files: [file("package-lock.json", 900), file("a.ts", 9)] }),
      ),
    ).toEqual([]);
  });

  it("reads .gitattributes, both ways", () => {
    expect([
      found("generated-files", "x", {
        files: [file("api/client.ts", 900), file("a.ts", 9)],
        gitattributes: "api/** linguist-generated=true\n",
      }),
      found("generated-files", "x", {
        files: [file("vendor/a.go", 900), file("a.ts", 9)],
        gitattributes: "vendor/** -linguist-vendored\n",
      }),
    ]).toEqual([
      [
        "warning - - 99 % of the changed lines are in generated, vendored or lock files (`api/client.ts`) and nothing says so; expected a word on what a reviewer can skip",
      ],
      [],
    ]);
  });
});
