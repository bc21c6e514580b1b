import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

const file = (path: string, additions = 10) => ({ path, additions, deletions: 0 });

describe("review-order", () => {
  it("asks for an order from 400 lines on", () => {
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
        "warning - - 400 lines in 2 files: name at least two in the order to read them, or say that it reads commit by commit",
      ],
    ]);
  });

  const large = (text: string) =>
    found("review-order", text, {
      files: [file("api/x.go"), file("web/y.go"), file("docs/Makefile")],
      changedFiles: 3,
      additions: 900,
      deletions: 0,
    });

  it.each([
    "[the parser](api/x.go), then [its page](web/y.go)",
    "Start [here](https://github.com/a/b/blob/main/api/x.go#L3), then https://github.com/a/b/blob/main/web/y.go.",
    "First `api`, then `web`.",
    "1. ./api/x.go:12\n2. **web/y.go**",
    "| api/x.go | parser |\n|---|---|\n| web/y.go | page |",
    "Makefile, then x.go",
    "Best read commit by commit.",
    "[the timer](https://github.com/a/b/pull/1/files#diff-0a1), then [its tests](https://github.com/a/b/pull/1/files#diff-2b3)",
    "Any order is fine.",
    "Please review each commit on its own.",
    "Each commit builds.",
    "Look at the commits one by one.",
    "The order doesn't matter, all of it is a rename.",
  ])("is silenced by %j", (text) => expect(large(text)).toEqual([]));

  it.each([
    "The api was slow, and so was the web page.",
    "The job runs on every commit.",
    "Costs are counted per commit and shown in the docs and the api.",
    "<!-- api/x.go web/y.go -->",
    "```\n api/x.go | 10 +++++-----\n web/y.go | 20 ++++++++++++++------\n 2 files changed, 19 insertions(+), 11 deletions(-)\n```",
    "Only api/x.go is interesting.",
    "Only [this](https://github.com/a/b/pull/1/files#diff-0a1) is interesting, [here](https://github.com/a/b/pull/1/files#diff-0a1).",
  ])("is not silenced by %j", (text) => expect(large(text)).toHaveLength(1));

  it('accepts paths, names and folders, or "commit by commit"', () => {
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
