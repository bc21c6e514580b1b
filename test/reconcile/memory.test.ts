import { describe, expect, it } from "vitest";
import type { Write } from "../../src/core/planned.ts";
import {
  findUnsureUntil,
  forgetOld,
  withCreate,
  withCreatedId,
  withUpdatedHash,
} from "../../src/reconcile/memory.ts";
import { type Created, emptyMemory, type Memory } from "../../src/reconcile/ports.ts";

const now = "2026-03-02T09:10:00Z";
const created = (key: string, at: string, id: number | null = null): Created => ({
  key,
  id,
  hash: "a",
  at,
});
const remembering = (...creates: Created[]): Memory => ({ ...emptyMemory, created: creates });
const comment: Extract<Write, { key: string }> = {
  type: "create_comment",
  key: "comment",
  body: "Hello",
  hash: "b",
};

describe("a pull request's memory", () => {
  it("keeps a create for five minutes, and a permission for a day", () => {
    const young = created("young", "2026-03-02T09:05:00Z");
    const known = { login: "bob", permission: "write", at: "2026-03-01T09:10:00Z" } as const;
    const memory: Memory = {
      ...remembering(created("old", "2026-03-02T09:04:59Z"), young),
      permissions: [{ ...known, login: "carol", at: "2026-03-01T09:09:59Z" }, known],
    };
    expect(forgetOld(memory, now)).toEqual({ ...remembering(young), permissions: [known] });
  });

  it("fills in fields that an older version lacked", () => {
    expect(forgetOld({ headSha: "a", created: [], permissions: [] } as unknown as Memory, now)).toEqual({
      ...emptyMemory,
      headSha: "a",
    });
  });

  it("has one entry for each part: first the create, then its id, then its current content", () => {
    const before = remembering(created("comment", "2026-03-02T09:06:00Z", 4), created("other", now, 5));
    const noted = withCreate(before, comment, now);
    const other = created("other", now, 5);
    const entry = { key: "comment", id: null, hash: "b", at: now };
    expect(noted).toEqual(remembering(other, entry));
    const answered = withCreatedId(noted, "comment", 9);
    expect(answered).toEqual(remembering(other, { ...entry, id: 9 }));
    expect(withUpdatedHash(answered, 9, "c")).toEqual(remembering(other, { ...entry, id: 9, hash: "c" }));
  });
});

describe("a create without an answer", () => {
  it("stays open for fifteen seconds, and the last of several as long", () => {
    const memory = remembering(
      created("comment", "2026-03-02T09:09:50Z"),
      created("check", "2026-03-02T09:09:58Z"),
      created("reply", "2026-03-02T09:09:59Z", 5),
    );
    expect(findUnsureUntil(memory, now)).toBe("2026-03-02T09:10:13Z");
    expect(findUnsureUntil(memory, "2026-03-02T09:10:13Z")).toBeNull();
  });
});
