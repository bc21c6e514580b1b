import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { compileGlob, matchesLogin, matchesPath } from "../../../src/core/config/globs.ts";
import { readCpuTime } from "../../cpu-time.ts";
import { times } from "../../properties.ts";

describe("matchesLogin", () => {
  it.each([
    ["*[bot]", "dependabot[bot]", true],
    ["*[bot]", "dependabot", false],
    ["*[bot]", "robot", false],
    ["Alice", "alice", true],
    ["alice", "alicia", false],
    ["a*e", "ae", true],
    ["ab*ba", "aba", false],
    ["*-ci-*", "acme-ci-1", true],
    ["*", "", true],
    ["", "alice", false],
    ["a.ice", "alice", false],
  ])("matches %s against %s: %s", (pattern, login, expected) => {
    expect(matchesLogin(pattern, login)).toBe(expected);
  });

  it("agrees with the expression that the pattern stands for", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "[", "."), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", "[", "*"), maxLength: 6 });
    fc.assert(
      fc.property(pattern, text, (wanted, login) => {
        const source = wanted
          .split("*")
          .map((piece) => piece.replace(/[[.]/g, "\\$&"))
          .join(".*");
        expect(matchesLogin(wanted, login)).toBe(new RegExp(`^${source}$`).test(login));
      }),
    );
  });
});

describe("matchesPath", () => {
  it.each([
    [["**/*.css"], "a/b/c.css", true],
    [["**/*.css"], "c.css", true],
    [["**/*.css"], ".storybook/c.css", true],
    [["docs/**"], "docs/a/b.md", true],
    [["docs/**"], "docsify/a.md", false],
    [["*.md"], "a/b.md", false],
    [["**/migrations/**"], "db/migrations/1.sql", true],
    [["**/migrations/**"], "migrations/1.sql", true],
    [["src/{api,web}/*.ts"], "src/web/a.ts", true],
    [["src/[a-c]?.ts"], "src/bz.ts", true],
    [["src/[!a-c]?.ts"], "src/bz.ts", false],
    [["a+b(c).md"], "a+b(c).md", true],
    [["docs/**", "!docs/api/**"], "docs/api/x.md", false],
    [["docs/**", "!docs/api/**"], "docs/x.md", true],
    [["!docs/**"], "src/a.ts", true],
    [["!docs/**"], "docs/a.md", false],
    [[], "a", false],
    [["[a"], "[a", false],
    [["**"], "a\nb/c", true],
    [["src/[!]x"], "src/ax", false],
    [["src/[!]x"], "src/!x", true],
    [["src/[^]x"], "src/ax", false],
    [["src/[!]]x"], "src/ax", true],
    [["src/[]]x"], "src/]x", true],
    [["a,**/b"], "a,x/y/b", false],
    [["a,**/b"], "a,x/b", true],
    [["\\{**/b"], "{x/y/b", false],
    [["x/**,"], "x/y/z,", false],
    [["{x/**,b}"], "x/y/z", true],
    [["{a,**/b}"], "x/y/b", true],
    [["a\\/**"], "a/b/c", true],
  ])("matches %j against %j: %s", (globs, path, expected) => {
    expect(matchesPath(globs, path)).toBe(expected);
  });

  it("agrees with picomatch on the common grammar", () => {
    const segment = fc.constantFrom("*", "**", "a", "b", "*.a", "?", "{a,b}", "[ab]", "a*b", ".a", "a*");
    const globs = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
    const paths = fc
      .array(fc.constantFrom("a", "b", "ab", "b.a", ".a", "aab", "aXb"), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join("/"));
    fc.assert(
      fc.property(globs, paths, (glob, path) => {
        // In picomatch `docs/**` also matches a file called docs; here, as in a .gitignore, only what is
        // below.
        fc.pre(!(glob.endsWith("/**") && picomatch.isMatch(path, glob.slice(0, -3), { dot: true })));
        expect([glob, path, matchesPath([glob], path)]).toEqual([
          glob,
          path,
          picomatch(glob, { dot: true, noext: true })(path),
        ]);
      }),
      { numRuns: 1000 * times },
    );
  });

  it("stays quick on a glob that makes a backtracking engine slow", () => {
    const started = readCpuTime();
    expect(matchesPath([`${"*a".repeat(20)}b`], "a".repeat(4000))).toBe(false);
    expect(readCpuTime() - started).toBeLessThan(2000);
  });

  it.each([
    ["/docs/**", "paths start at the repository's root, without a leading slash"],
    ["src/{a,b", "a { is not closed"],
    ["[a", "a [ is not closed"],
    ["[]a", "a [ is not closed"],
    ["@(a|b)", "alternatives are written {a,b}"],
    ["{1..3}.md", "a range is written [1-3]"],
  ])("explains what is wrong with %s", (glob, reason) => {
    expect(compileGlob(glob)).toEqual({ ok: false, reason });
  });
});
