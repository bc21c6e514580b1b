import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complete } from "../demo/scenario.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { type Scene, startScene } from "./start-scene.ts";

describe("configuration, through the real server", () => {
  let scene: Scene;
  let repository: RepositoryDriver;

  beforeAll(async () => {
    scene = await startScene();
    repository = scene.github.createRepository("acme/shop");
    scene.github.createRepository("acme/.github", {
      files: { ".github/async.yml": "turns: {targets: {default: 4 hours}}\nenforcement: block\n" },
    });
    scene.github.install("acme");
    await scene.settle();
  });
  afterAll(() => scene[Symbol.asyncDispose]());

  const run = (one: PullRequestDriver, name: string) =>
    one.see().checkRuns.find((check) => check.name === name);
  const change = async (text: string) => {
    const one = repository.openPullRequest({
      author: "alice",
      title: "Turn on reviews",
      body: complete,
      files: [{ path: ".github/async.yml", additions: 3, status: "added", text }],
    });
    await scene.settle();
    return one;
  };

  it("inherits the organisation's file", async () => {
    const one = repository.openPullRequest({
      author: "alice",
      title: "fix",
      body: "fix",
      files: [{ path: "a.ts", additions: 50 }],
    });
    await scene.settle();
    expect(run(one, "async / description")?.conclusion).toBe("failure");
  });

  it("shows in a pull request what its config change does, here and on earlier pull requests", async () => {
    const one = await change(
      "turns: {targets: {default: 2 business days}}\ndescription: {rules: {title: {level: error, min_words: 9}}}\n",
    );
    const check = run(one, "async / config")!;
    expect(check.conclusion).toBe("success");
    expect(check.summary).toMatch(/turns\.targets\.default.*4 hours.*2 business days/);
    expect(check.summary).toContain("#1");
    scene.github.requests.clear();
    one.edit({ title: "Turn on reviews for all" });
    await scene.settle();
    expect(scene.github.requests.names).toEqual(["query PullRequest"]);
  });

  it("annotates wrong lines of the head's file, and applies nothing of it", async () => {
    const one = await change("enforcement: advise\ntruns: {}\nturns: {targets: {default: soon}}\n");
    const check = run(one, "async / config")!;
    expect(check.conclusion).toBe("failure");
    expect(check.annotations.map((annotation) => [annotation.path, annotation.startLine])).toEqual([
      [".github/async.yml", 2],
      [".github/async.yml", 3],
    ]);
  });

  it("names the broken line in the description check", async () => {
    repository.pushFile(".github/async.yml", "enforcement: maybe\n");
    const one = repository.openPullRequest({
      author: "alice",
      title: "x",
      body: complete,
      files: [{ path: "a.ts", additions: 50 }],
    });
    await scene.settle();
    expect(run(one, "async / description")?.summary).toContain(".github/async.yml:1:14");
    expect(run(one, "async / description")?.conclusion).toBe("success");
  });

  it("retires a check that the config no longer asks for", async () => {
    repository.pushFile(".github/async.yml", "enforcement: block\n");
    const one = repository.openPullRequest({ author: "alice", title: "x", body: complete });
    await scene.settle();
    repository.setPermission("bob", "write");
    one.review({
      by: "bob",
      comments: [{ path: "src/change.ts", line: 1, body: "blocking: this loses orders." }],
    });
    await scene.settle();
    expect(run(one, "async / review")?.conclusion).toBe("failure");

    scene.github.requests.clear();
    repository.pushFile(".github/async.yml", "enforcement: block\nchecks: {review: off}\n");
    await scene.advance("PT1M");
    const retired = run(one, "async / review")!;
    expect([retired.conclusion, retired.title]).toEqual(["success", "No longer needed"]);

    repository.pushFile(".github/async.yml", "enforcement: block\n");
    await scene.advance("PT1M");
    expect(run(one, "async / review")?.conclusion).toBe("failure");
  });
});
