import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { complete } from "../demo/scenario.ts";
import type { NewFile } from "../github/actions/changed-files.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { OpenOptions, RepositoryDriver } from "../github/driver/repository-driver.ts";
import { type Scene, startScene } from "./start-scene.ts";

const path = ".github/async.yml";
const current = "enforcement: block\ncomment: {when: never}\n";

/** Nine lists of nine, eight levels deep. */
const bomb = [
  `&a [${Array(9).fill("x").join(", ")}]`,
  ...[..."bcdefgh"].map((name, at) => `&${name} [${Array(9).fill(`*${"abcdefg"[at]}`).join(", ")}]`),
];

describe("the check of a changed config, through the real server", () => {
  let scene: Scene;
  let shop: RepositoryDriver;

  beforeAll(async () => {
    scene = await startScene();
  });
  // Each has its own installation, because GitHub's pace of writes applies to an installation.
  beforeEach(async () => {
    const owner = `acme-${scene.github.repositories.length}`;
    shop = scene.github.createRepository(`${owner}/shop`, { files: { [path]: current } });
    scene.github.install(owner);
    await scene.settle();
    scene.github.requests.clear();
  });
  afterAll(() => scene[Symbol.asyncDispose]());

  async function open(repository: RepositoryDriver, files: NewFile[], options: Partial<OpenOptions> = {}) {
    const opened = repository.openPullRequest({
      author: "alice",
      title: "Change the config",
      body: complete,
      files,
      ...options,
    });
    await scene.settle();
    return opened;
  }
  const change = (text: string, options: Partial<OpenOptions> = {}) =>
    open(shop, [{ path, additions: 3, status: "modified", text }], options);
  const checkOf = (one: PullRequestDriver) =>
    one.checkRuns.find(({ name }) => name === "async / config") ?? null;

  it("shows what changes when the file is deleted", async () => {
    const check = checkOf(await open(shop, [{ path, status: "removed" }]))!;
    expect([check.conclusion, check.title]).toEqual(["success", "2 values change"]);
    expect(check.summary).toContain("No config is left");
    expect(check.summary).toContain("| `enforcement` | `block` | `advise` |");
  });

  it("shows what changes when the file is renamed", async () => {
    const files: NewFile[] = [{ path: ".github/async.yml.off", status: "renamed", text: current }];
    expect(checkOf(await open(shop, files))?.summary).toContain("No config is left");
    const other: NewFile[] = [{ path: "src/async.ts", status: "renamed", text: "" }];
    expect(checkOf(await open(shop, other))).toBe(null);
  });

  it("keeps the default branch's file when another branch deletes its own", async () => {
    shop.pushFile(path, "enforcement: advise\n", { branch: "release" });
    const check = checkOf(await open(shop, [{ path, status: "removed" }], { base: "release" }))!;
    expect(check.summary).toContain("| `enforcement` | `advise` | `block` |");
    expect(check.summary).not.toContain("No config is left");
  });

  it.each([
    [
      "a file over 65 KB",
      `# ${"x".repeat(66_000)}\n`,
      /1:1.*The file has 66\d+ characters\. Shorten it to at most 65536/,
    ],
    ["deep nesting", `a: ${"[".repeat(5_000)}`, /1:36.*The nesting is deeper than 32 levels/],
    [
      "an alias bomb",
      `description:\n  exempt:\n    labels: [${bomb.join(", ")}]\n`,
      /exempt\.labels\\\[0\\\] can't be a list. Write a label/,
    ],
    ["a text that isn't YAML", "turns: {targets: [\n", /Invalid YAML/],
    ["a YAML value that isn't a map", "- enforcement\n", /The file is a list. Write keys such as/],
  ])("fails quickly on %s", async (_what, text, expected) => {
    const check = checkOf(await change(text))!;
    expect([check.conclusion, check.summary]).toEqual(["failure", expect.stringMatching(expected)]);
    expect(check.annotations.length).toBeGreaterThan(0);
  });

  it("annotates every wrong line, even more than GitHub accepts in one request", async () => {
    const keys = Array.from({ length: 70 }, (_, index) => `key${index}: 1\n`);
    const opened = await change(keys.join(""));
    const check = checkOf(opened)!;
    const lines = check.annotations.map(({ startLine }) => startLine);
    expect(lines).toEqual(Array.from({ length: 70 }, (_, index) => index + 1));
    expect(check.summary!.match(/Unknown key/g)).toHaveLength(70);

    scene.github.requests.clear();
    opened.edit({ title: "Change the config, again" });
    await scene.settle();
    expect(scene.github.requests.writes).toEqual([]);
  });

  it("concludes first, and then tries the change on earlier pull requests in one query", async () => {
    await open(shop, [{ path: "src/a.ts", additions: 50 }]);
    scene.github.requests.clear();
    const check = checkOf(await change("description: {rules: {title: {level: error, min_words: 9}}}\n"))!;
    expect(check.summary).toContain(
      "| #1 | Change the config | Complete | Sections complete, one remark to settle |",
    );
    const { names } = scene.github.requests;
    const concluded = scene.github.requests.all.findIndex(
      ({ body }) => (body as { name?: string } | null)?.name === "async / config",
    );
    expect(names.filter((name) => name === "query PastPullRequests")).toHaveLength(1);
    expect(names.indexOf("query PastPullRequests")).toBeGreaterThan(concluded);
  });

  it("tries the change again in the new run of a re-run, and once only", async () => {
    await open(shop, [{ path: "src/a.ts", additions: 50 }]);
    const opened = await change("description: {rules: {title: {level: error, min_words: 9}}}\n");
    const first = checkOf(opened)!;
    shop.rerun(first.id, "alice");
    await scene.settle();
    const second = checkOf(opened)!;
    expect([second.id === first.id, second.summary]).toEqual([false, first.summary]);
    expect(second.summary).toContain("| #1 | Change the config |");

    scene.github.requests.clear();
    opened.edit({ title: "Change the config, again" });
    await scene.settle();
    expect(scene.github.requests.writes).toEqual([]);
  });

  it("says what a repository's first config file turns on", async () => {
    const fresh = scene.github.createRepository(`${shop.state.owner.login}/fresh`);
    const check = checkOf(await open(fresh, [{ path, status: "added", text: "version: 1\n" }]))!;
    expect([check.title, check.summary]).toEqual([
      "First config",
      "This is the first config. It turns on the review check and the labels.",
    ]);
  });

  it("names the keys of an organisation's private file where more people read, and hides their values", async () => {
    const secret = "turns: {targets: {default: 3 hours}}\nenforcement: block\ncomment: {when: findings}\n";
    scene.github.createRepository("hidden/.github", { private: true, files: { [path]: secret } });
    const open1 = scene.github.createRepository("hidden/public", {
      files: { [path]: "turns: {targets: {default: 5 hours}}\n" },
    });
    const closed = scene.github.createRepository("hidden/private", {
      private: true,
      files: { [path]: "turns: {targets: {default: 5 hours}}\n" },
    });
    const internal = scene.github.createRepository("hidden/internal", {
      visibility: "internal",
      files: { [path]: "turns: {targets: {default: 5 hours}}\n" },
    });
    scene.github.install("hidden");
    await scene.settle();
    const files: NewFile[] = [{ path, status: "modified", text: "comment: {when: sometimes}\n" }];
    const shown = checkOf(await open(closed, files))!;
    expect(shown.summary).toContain("| `turns.targets.default` | `5 hours` | `3 hours` |");
    // Everybody in the enterprise may read an internal repository, but not the private file.
    expect(checkOf(await open(internal, files))!.summary).not.toContain("3 hours");
    const hidden = checkOf(await open(open1, files))!;
    expect(hidden.summary).toContain("| `turns.targets.default` | `5 hours` | `the organisation's value` |");
    expect(hidden.summary).toContain("Using the organisation's value until it's fixed.");
    expect(JSON.stringify([hidden.title, hidden.summary, hidden.annotations])).not.toContain("3 hours");

    const asked = await open(open1, [{ path: "src/a.ts", additions: 5 }]);
    asked.comment({ by: "alice", body: "/async explain" });
    await scene.settle();
    const explained = asked.checkRuns.find(({ name }) => name === "async / review")!;
    expect(explained.text).toContain("enforcement:  # the organisation's value");
    expect(explained.text).not.toContain("when: findings");
  });

  it("reads the file of the organisation's own repository as the organisation's", async () => {
    const own = scene.github.createRepository("parent/.github", {
      files: { [path]: "enforcement: advise\nlocked: [enforcement]\n" },
    });
    scene.github.install("parent");
    await scene.settle();
    const text = "enforcement: block\nlocked: [enforcement, turns.tragets]\n";
    const check = checkOf(await open(own, [{ path, status: "modified", text }]))!;
    expect(check.summary).toContain("| `enforcement` | `advise` | `block` |");
    expect(check.annotations.map(({ startLine, message }) => [startLine, message])).toEqual([
      [
        2,
        'locked[1] is "turns.tragets", which is an unknown key. Did you mean `turns.targets`? The entry is left out until it\'s fixed.',
      ],
    ]);
  });
});
