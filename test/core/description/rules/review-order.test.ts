import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

const file = (path: string, additions = 10) => ({ path, additions, deletions: 0 });

describe("review-order", () => {
  it("asks from 400 lines on", () => {
    expect(
      [399, 400].map((additions) =>
        found("review-order", "text", {
          files: [file("a/x.go"), file("a/y.go")],
          changedFiles: 2,
          additions,
          deletions: 0,
        }),
      ),
    ).toEqual([
      [],
      [
        "warning - - 400 lines changed in 2 files, and no order to read them in; expected at least two of them named",
      ],
    ]);
  });

  it("takes paths, names and folders, or commit by commit", () => {
    expect(
      ["`api/x.go`, then y.go", "first api/, then web/", "reads commit by commit"].flatMap((text) =>
        found("review-order", text, {
          files: [file("api/x.go"), file("web/y.go")],
          changedFiles: 2,
          additions: 900,
          deletions: 0,
        }),
      ),
    ).toEqual([]);
  });
});
