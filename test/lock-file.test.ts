import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

interface LockedPackage {
  integrity?: string;
  gypfile?: boolean;
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, LockedPackage>;
};
const locked = Object.entries(packages).filter(([folder]) => folder !== "");

describe("package-lock.json", () => {
  it("has an integrity hash for every package", () => {
    expect(locked.filter(([, { integrity }]) => integrity === undefined).map(([folder]) => folder)).toEqual(
      [],
    );
  });

  /**
   * `npm ci` compiles every package with a `binding.gyp`, for which a fresh machine and the image lack Python
   * and a C++ compiler. better-sqlite3 ships its binaries and sets `"gypfile": false`, but npm reads that
   * only from the lock file, and drops the key each time it writes one. When this test fails, put the key
   * back by hand.
   * https://docs.npmjs.com/cli/v11/using-npm/scripts#npm-install
   */
  it("lets npm compile no package", () => {
    const compiled = locked.filter(
      ([folder, { gypfile }]) => gypfile !== false && existsSync(join(folder, "binding.gyp")),
    );
    expect(compiled.map(([folder]) => `${folder} lacks "gypfile": false`)).toEqual([]);
  });
});
