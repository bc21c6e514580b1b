import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../../bin/async-review.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "classify-"));
afterAll(() => rmSync(folder, { recursive: true }));

function runWith(args: string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "classify", ...args], {
    input,
    encoding: "utf8",
    cwd: folder,
  });
  return { status, stdout, stderr };
}

it("prints one JSON object for each file, in the contract's key order", () => {
  writeFileSync(join(folder, "a.md"), "issue (non-blocking): slow\r\n\r\nwhy");
  const output = execFileSync(process.execPath, [bin, "classify", "--format", "json", "a.md", "-"], {
    input: "Looks fine",
    encoding: "utf8",
    cwd: folder,
  });
  expect(output).toBe(
    [
      '{"file":"a.md","kind":"blocking","prefix":"issue","decorations":["non-blocking"],"blocking":false,"subject":"slow"}',
      '{"file":"-","kind":null,"prefix":null,"decorations":[],"blocking":false,"subject":"Looks fine"}',
      "",
    ].join("\n"),
  );
});

it("explains each kind in the readable form, and reads standard input by default", () => {
  expect(runWith([], "nit!: a")).toEqual({
    status: 0,
    stdout: '-  nit, counts as blocking  Line 1 starts with "nit"; "!" makes it block.\n',
    stderr: "",
  });
});

it("continues after a file that it can't read, and exits with 2", () => {
  writeFileSync(join(folder, "b.md"), "q: a");
  expect(runWith(["missing.md", "b.md"])).toEqual({
    status: 2,
    stdout: 'b.md  question  Line 1 starts with "q", a question prefix.\n',
    stderr: "missing.md:1:1: no such file\n",
  });
});

it("exits with 2 for wrong usage", () => {
  expect(runWith(["--format", "xml"]).status).toBe(2);
});
