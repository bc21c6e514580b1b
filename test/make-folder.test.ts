import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder } from "../src/make-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "make-folder-"));
afterAll(() => rmSync(folder, { recursive: true }));

const codeOf = (make: () => void): string | undefined => {
  try {
    make();
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
};

describe("makeFolder", () => {
  it("creates parent folders too, and leaves an existing folder alone", () => {
    const path = join(folder, "a/b/c");
    for (const time of [1, 2]) {
      makeFolder(path, 0o700);
      expect([time, statSync(path).mode & 0o777]).toEqual([time, 0o700]);
    }
    makeFolder("/");
  });

  it("fails when a file is in the way", () => {
    writeFileSync(join(folder, "file"), "");
    for (const path of ["file", "file/a/b"]) {
      expect(codeOf(() => makeFolder(join(folder, path)))).toBe("EEXIST");
    }
  });

  it("fails in a folder that accepts no other, such as a removed working folder", () => {
    const gone = join(folder, "gone");
    mkdirSync(gone);
    const script = `
      import { rmdirSync } from "node:fs";
      import { makeFolder } from ${JSON.stringify(new URL("../src/make-folder.ts", import.meta.url))};
      rmdirSync(${JSON.stringify(gone)});
      try { makeFolder("a/b"); } catch (error) { console.log(error.message); }`;
    const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: gone,
      timeout: 20_000,
    });
    expect(String(said)).toBe("ENOENT: no such file or directory, mkdir 'a'\n");
  });
});
