import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { type Scene, startScene } from "./start-scene.ts";

const path = ".github/async.yml";
const lazy = "## Context\nThe export times out for shops with many orders (#311).\n";

describe("merging a changed config, through the real server", () => {
  let scene: Scene;
  let shop: RepositoryDriver;
  const earlier: PullRequestDriver[] = [];

  beforeAll(async () => {
    scene = await startScene();
    shop = scene.github.createRepository("acme/shop", { files: { [path]: "comment: {when: never}\n" } });
    scene.github.install("acme");
    await scene.settle();
    for (let number = 1; number <= 6; number += 1) earlier.push(open(`Change ${number}`));
    await scene.advance("PT10M");
  });
  afterAll(() => scene[Symbol.asyncDispose]());

  const open = (title: string) =>
    shop.openPullRequest({
      author: "alice",
      title,
      body: lazy,
      files: [{ path: "src/a.ts", additions: 50 }],
    });
  const conclusions = (all: PullRequestDriver[]) =>
    all.map((one) => one.checkRuns.find(({ name }) => name === "async / description")?.conclusion);
  const observed = () =>
    scene.github.requests.all
      .filter(({ operation }) => operation === "PullRequest")
      .map(({ body }) => (body as { variables: { number: number } }).variables.number);

  it("looks at open pull requests again, spread over time, and doesn't block those from before enforce_from", async () => {
    const change = shop.openPullRequest({
      author: "alice",
      title: "Block from Tuesday on",
      body: lazy,
      files: [{ path, status: "modified", text: "enforcement: block\nenforce_from: 2026-03-03\n" }],
    });
    await scene.advance("PT10M");
    scene.github.requests.clear();
    change.merge("bob");
    await scene.settle();
    const atOnce = observed().filter((number) => number !== change.number);
    expect(atOnce.length).toBeLessThan(3);
    for (let second = 0; second < 3; second += 1) {
      const before = observed().length;
      await scene.advance("PT1S");
      expect(observed().length - before).toBeLessThan(4);
    }
    const all = [...new Set(observed().filter((number) => number !== change.number))];
    expect(all.sort()).toEqual([1, 2, 3, 4, 5, 6]);
    await scene.advance("PT1H");
    expect(conclusions(earlier)).toEqual(Array(6).fill("neutral"));
    expect(earlier.flatMap((one) => one.comments)).toEqual([]);
  });

  it("blocks pull requests opened from enforce_from on, and older ones once their body is edited", async () => {
    await scene.advance("P1D");
    const later = open("Opened later");
    earlier[0]!.edit({ body: `${lazy}\nMore words.\n` });
    await scene.advance("PT10M");
    expect(conclusions([later, earlier[0]!, earlier[1]!])).toEqual(["failure", "neutral", "neutral"]);
    expect([later, earlier[0]!, earlier[1]!].map((one) => one.comments.length)).toEqual([1, 1, 0]);
  });

  it("writes nothing where the change makes no difference", async () => {
    scene.github.requests.clear();
    shop.pushFile(path, "# the same\nenforcement: block\nenforce_from: 2026-03-03\n");
    await scene.settle();
    await scene.advance("PT1M");
    expect(new Set(observed()).size).toBe(7);
    expect(scene.github.requests.writes).toEqual([]);
  });

  it("keeps checking with a broken file, and names the broken line", async () => {
    shop.pushFile(path, "enforcement: blok\ncomment: [\n");
    await scene.settle();
    await scene.advance("PT1M");
    const check = earlier[1]!.checkRuns.find(({ name }) => name === "async / description")!;
    expect(check.conclusion).toBe("neutral");
    expect(check.summary).toMatch(/\.github\/async\.yml:3:1`: Invalid YAML/);
    shop.pushFile(path, null);
    await scene.settle();
    await scene.advance("PT1M");
    const without = earlier[1]!.checkRuns.find(({ name }) => name === "async / description")!;
    expect(without.summary).not.toContain("async.yml:");
  });
});
