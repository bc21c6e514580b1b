import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

const file = (path: string, additions = 10) => ({ path, additions, deletions: 0 });

describe("rollback", () => {
  it("asks for a way back in the risk section when risky files change", () => {
    expect(
      found("rollback", "## Risk\nThe table is locked for a minute.", {
        files: [file("db/migrations/1.sql")],
      }),
    ).toEqual([
      "warning risk 1 `db/migrations/1.sql` is hard to undo: say in the risk section how you would",
    ]);
  });

  it("accepts any way back, in other languages too", () => {
    expect(
      [
        "Revert it with the down script.",
        "It cannot be undone, which is fine.",
        "Lässt sich rückgängig machen, ohne Verlust.",
        "先にロールバックできます。",
      ].flatMap((text) => found("rollback", `## Risk\n${text}`, { files: [file("db/migrations/1.sql")] })),
    ).toEqual([]);
  });

  it("accepts a way back under a heading of its own, beside the risks", () => {
    const body = (plan: string) => `## Risks\nLong names may be cut.\n\n## How to roll back\n${plan}`;
    const find = (plan: string) =>
      found("rollback", body(plan), { files: [file("db/migrations/1.sql")] }).length;
    expect(find("Apply `0104.sql` backwards, then ship Tuesday's build.")).toBe(0);
    expect(find("<!-- Which steps? -->")).toBe(1);
    expect(find("<!-- Which steps? -->\nApply `0104.sql` backwards.")).toBe(0);
    expect(find("- [ ] Apply `0104.sql` backwards")).toBe(1);
    const prompted = (plan: string) => {
      const templates = [
        "## Risks\n\n## How to roll back\nSay here what to do\nif it fails in production.\n",
      ];
      return found("rollback", body(plan), { files: [file("db/migrations/1.sql")], templates }).length;
    };
    expect(prompted("Say here what to do\nif it fails in production.")).toBe(1);
    expect(prompted("Say here what to do if it fails in production.")).toBe(1);
    expect(prompted("Say here what to do\nif it fails in production.\n\nApply `0104.sql` backwards.")).toBe(
      0,
    );
  });

  const asked = (text: string) =>
    found("rollback", `## Risk\n${text}`, { files: [file("db/migrations/1.sql")] });

  it.each([
    "Redeploy the previous version.",
    "Deploy the last release again.",
    "Go back to the old image.",
    "Roll back with the deploy job.",
    "Revert to the previous schema.",
    "Reverting the commit is enough.",
    "Run the down migration.",
    "`1_down.sql` takes it out.",
    "Behind a feature flag.",
    "It can be switched off with `NEW_CART`.",
    "Disable the job if it misbehaves.",
    "Restore the table from the backup.",
    "A backup is taken before.",
    "Drop the column again.",
    "There is no way back, but the data is only copied.",
    "This is forward only, a failed run is repeated.",
    "Irreversible.",
    "Shift the traffic back to the old cluster.",
  ])("is silenced by %j", (text) => expect(asked(text)).toEqual([]));

  it.each([
    "The button for guests stays disabled.",
    "Users may downgrade their plan.",
    "An account can be disabled by its owner.",
    "The undo button keeps working.",
    "The session is restored on reload.",
    "The colour reverts to the default.",
    "The backup email address moves to its own table.",
    "Notifications that are turned off stay so.",
    "The user goes back to the list.",
    "Der Nutzer kommt zurück zur Liste.",
  ])("is not silenced by %j", (text) => expect(asked(text)).toHaveLength(1));

  it.each([
    ["a comment", "<!-- How do we roll it back? -->\nThe table is locked for a minute.", ""],
    [
      "an open box",
      "- [ ] It can be rolled back\n\nThe table is locked for a minute, and the importer waits.",
      "",
    ],
    [
      "the template's own prompt",
      "Say how to roll it back.\n\nThe table is locked for a minute.",
      "## Risk\nSay how to roll it back.\n",
    ],
  ])("is not silenced by %s", (_what, text, template) => {
    const options = { files: [file("db/migrations/1.sql")], templates: [template] };
    expect(found("rollback", `## Risk\n${text}`, options)).toHaveLength(1);
  });

  it("adds nothing about a section that is missing", () => {
    expect(found("rollback", "", { files: [file("db/migrations/1.sql")] })).toEqual([]);
  });
});
