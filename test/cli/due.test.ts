import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { due } from "../../src/cli/due.ts";

const output = { out: "", error: "" };

beforeEach(() => {
  Object.assign(output, { out: "", error: "" });
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    output.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    output.error += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

async function run(...words: string[]) {
  // The project's own config must not affect these tests.
  const none = words.includes("--config") ? [] : ["--no-config"];
  await due().parseAsync(["node", "due", ...none, ...words]);
  return { ...output, exitCode: process.exitCode };
}

// A Monday.
const from = ["--from", "2026-11-23T10:00:00+01:00"];
const json = ["--format", "json"];

describe("async-review due", () => {
  it("uses the default target", async () =>
    expect(await run(...from, ...json)).toEqual({
      out: '{"due":"2026-11-24T09:00:00+00:00","workingMinutes":480}\n',
      error: "",
      exitCode: undefined,
    }));

  it("prefers the earliest of the labels' targets to the default", async () => {
    const { out } = await run(...from, "--label", "blocker", "incident", ...json);
    expect(out).toBe('{"due":"2026-11-23T09:15:00+00:00","workingMinutes":15}\n');
  });

  it("prefers --target to the labels", async () => {
    const { out } = await run(...from, "--label", "incident", "--target", "2 business hours", ...json);
    expect(out).toBe('{"due":"2026-11-23T11:00:00+00:00","workingMinutes":120}\n');
  });

  it("shows how much of a wall-time target is business time", async () => {
    const { out } = await run("--from", "2026-11-23T16:50:30Z", "--target", "15 minutes", ...json);
    expect(out).toBe('{"due":"2026-11-23T17:05:30+00:00","workingMinutes":9.5}\n');
  });

  it("says in the readable form that the hours are in UTC when no zone is configured", async () =>
    expect(await run(...from)).toEqual({
      out: "2026-11-24T09:00:00+00:00  Tuesday 24 November, 09:00 (UTC), 480 working minutes after the start\n",
      error: "No time zone is configured, so the hours are in UTC; set turns.hours.time_zone.\n",
      exitCode: undefined,
    }));

  it.each([
    [
      ["--from", "2026-11-23T10:00:00"],
      '--from can\'t be "2026-11-23T10:00:00". Write an instant with an offset, such as "2026-11-23T10:00:00+01:00" or "2026-11-23T09:00:00Z".',
    ],
    [
      [...from, "--target", "1 buisness day"],
      '--target can\'t be "1 buisness day". Write a duration such as "4 hours", "2 business hours" or "1 business day".',
    ],
    [
      [...from, "--target", "99999999 days"],
      "The target is never reached, or not within 50 years; choose a shorter one, or shorter away periods.",
    ],
  ])("refuses %j in one sentence", async (words, sentence) =>
    expect(await run(...words)).toEqual({ out: "", error: `async-review: ${sentence}\n`, exitCode: 2 }),
  );

  it("names the path of a config that doesn't exist", async () =>
    expect(await run(...from, "--config", "no-such-file.yml")).toEqual({
      out: "",
      error: "no-such-file.yml:1:1: no such file\n",
      exitCode: 2,
    }));

  it("reads a config file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "due-"));
    const file = join(folder, "async.yml");
    writeFileSync(file, "version: 1\n");
    const { out } = await run(...from, "--config", file, "--login", "bob", ...json);
    rmSync(folder, { recursive: true });
    expect(out).toBe('{"due":"2026-11-24T09:00:00+00:00","workingMinutes":480}\n');
  });
});
