import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

const file = (path: string, additions = 10) => ({ path, additions, deletions: 0 });

describe("rollback", () => {
  it("asks the risk section of risky files", () => {
    expect(
      found("rollback", "## Risk\nThe table is locked for a minute.", {
        files: [file("db/migrations/1.sql")],
      }),
    ).toEqual([
      "warning risk 1 `db/migrations/1.sql` is hard to undo and nothing says how; expected a way back in the risk section",
    ]);
  });

  it("takes any way back, in other languages too", () => {
    expect(
      [
        "Revert it with the down script.",
        "It cannot be undone, which is fine.",
        "Lässt sich rückgängig machen, ohne Verlust.",
        "先にロールバックできます。",
      ].flatMap((text) => found("rollback", `## Risk\n${text}`, { files: [file("db/migrations/1.sql")] })),
    ).toEqual([]);
  });

  it("says nothing more about a section that is missing", () => {
    expect(found("rollback", "", { files: [file("db/migrations/1.sql")] })).toEqual([]);
  });
});
