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
  it("knows the content of every package", () => {
    expect(locked.filter(([, { integrity }]) => integrity === undefined).map(([folder]) => folder)).toEqual(
      [],
    );
  });

  /**
   * Whatever brings a `binding.gyp` is compiled by `npm ci`, which takes Python and a C++ compiler that a
   * fresh machine and the image do not have. better-sqlite3 ships its binaries and says `"gypfile": false`,
   * but npm asks only the lock file, and drops the key each time that it writes one. When this fails, put it
   * back by hand.
   * https://docs.npmjs.com/cli/v11/using-npm/scripts#npm-install
   */
  it("lets nothing be compiled", () => {
    const compiled = locked.filter(
      ([folder, { gypfile }]) => gypfile !== false && existsSync(join(folder, "binding.gyp")),
    );
    expect(compiled.map(([folder]) => `${folder} lacks "gypfile": false`)).toEqual([]);
  });
});
