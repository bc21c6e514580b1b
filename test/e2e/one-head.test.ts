import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { complete } from "../demo/scenario.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { OpenOptions, RepositoryDriver } from "../github/driver/repository-driver.ts";
import { type Scene, startScene } from "./start-scene.ts";

const config = ".github/async.yml";
const description = "async / description";
const review = "async / review";
const usual = {
  author: "alice",
  title: "Export",
  body: complete,
  files: [{ path: "src/export.ts", additions: 70, deletions: 20 }],
};

/**
 * Check runs belong to a commit, so pull requests with one head share them: all fail while one open pull
 * request fails.
 */
describe("pull requests with one head", () => {
  let scene: Scene;
  let repository: RepositoryDriver;
  let last = 0;

  beforeAll(async () => {
    scene = await startScene();
  });
  afterAll(() => scene[Symbol.asyncDispose]());
  beforeEach(async () => {
    last += 1;
    repository = scene.github.createRepository(`acme-${last}/shop`, {
      files: { [config]: "enforcement: block\n" },
    });
    repository.setPermission("carol", "write");
    repository.setPermission("alice", "write");
    scene.github.install(`acme-${last}`);
    await scene.settle();
  });

  const open = async (options: Partial<OpenOptions> = {}) => {
    const opened = repository.openPullRequest({
      ...usual,
      ...options,
    });
    await scene.settle();
    return opened;
  };
  const then = async (happens: () => unknown) => {
    happens();
    await scene.settle();
  };
  const check = (pullRequest: PullRequestDriver, name = description) =>
    pullRequest.see().checkRuns.find((run) => run.name === name);
  const conclusion = (pullRequest: PullRequestDriver, name = description) =>
    check(pullRequest, name)?.conclusion;
  const block = (pullRequest: PullRequestDriver) =>
    then(() =>
      pullRequest.review({
        by: "carol",
        comments: [{ path: "src/export.ts", line: 1, body: "blocking: this loses orders" }],
      }),
    );

  it("stay blocked when the author opens another pull request at the same commit, and when that one is closed", async () => {
    const blocked = await open();
    await block(blocked);
    expect(conclusion(blocked, review)).toBe("failure");
    const other = await open({ sameHeadAs: blocked });
    expect(conclusion(blocked, review)).toBe("failure");
    await then(() => other.close());
    expect(conclusion(blocked, review)).toBe("failure");
    await then(() => blocked.resolveThread(blocked.state.threads[0]!, "carol"));
    expect(conclusion(blocked, review)).toBe("success");
  });

  it("stay blocked when the other pull request is from a fork", async () => {
    const bad = await open({ body: "fix bug", author: "mallory", fork: true });
    expect(conclusion(bad)).toBe("failure");
    const good = await open({ author: "mallory", fork: true, sameHeadAs: bad, head: "again" });
    expect(conclusion(bad)).toBe("failure");
    await then(() => good.edit({ title: "Export large shops" }));
    expect(conclusion(good)).toBe("failure");
    await then(() => good.close());
    expect(conclusion(bad)).toBe("failure");
  });

  it("are each judged by the config of their own base branch", async () => {
    repository.pushFile(config, "description: {sections: [{id: context}]}\n", { branch: "lenient" });
    await scene.settle();
    const bad = await open({ body: "fix bug" });
    const lenient = await open({ body: "fix bug", base: "lenient", sameHeadAs: bad });
    expect([conclusion(bad), conclusion(lenient)]).toEqual(["failure", "failure"]);
    await then(() => lenient.edit({ title: "Export large shops" }));
    expect(conclusion(bad)).toBe("failure");
    await then(() => bad.close());
    expect(conclusion(lenient)).toBe("neutral");
  });

  it("don't count while closed, and count again when reopened", async () => {
    const bad = await open({ body: "fix bug" });
    const good = await open({ sameHeadAs: bad });
    expect(conclusion(good)).toBe("failure");
    await then(() => bad.close());
    expect(conclusion(good)).toBe("success");
    await then(() => bad.reopen());
    expect(conclusion(bad)).toBe("failure");
    await then(() => good.edit({ title: "Export large shops" }));
    expect(conclusion(bad)).toBe("failure");
  });

  it("are each judged by their own opening date", async () => {
    const early = await open({ body: "fix bug" });
    scene.github.clock.advance("P3D");
    await then(() => repository.pushFile(config, "enforcement: block\nenforce_from: 2026-03-04\n"));
    await scene.advance("PT1M");
    scene.github.clock.set("2026-03-05T09:00:00Z");
    expect(conclusion(early)).toBe("neutral");
    const late = await open({ body: "fix bug", sameHeadAs: early });
    expect(conclusion(late)).toBe("failure");
    await then(() => early.edit({ title: "Export large shops" }));
    expect(conclusion(late)).toBe("failure");
    await then(() => late.close());
    expect(conclusion(early)).toBe("neutral");
  });

  it("fail because of a stranger's pull request, which is named, until it is closed or gets another commit", async () => {
    const good = await open();
    expect(conclusion(good)).toBe("success");
    const bad = await open({
      author: "mallory",
      fork: true,
      sameHeadAs: good,
      body: "fix bug",
      head: "trap",
    });
    const { conclusion: first, title, summary } = check(good)!;
    expect(first).toBe("failure");
    expect(title).toMatch(`#${bad.number}: `);
    expect(summary).toContain(`the same head commit as #${good.number}`);
    await then(() => bad.close());
    expect(check(good)).toMatchObject({ conclusion: "success", title: "Complete" });
    await then(() => bad.reopen());
    expect(conclusion(good)).toBe("failure");
    await then(() => bad.push({ files: [{ path: "src/more.ts", additions: 3 }] }));
    expect(check(good)).toMatchObject({ conclusion: "success", title: "Complete" });
    expect(conclusion(bad)).toBe("failure");
  });

  it("all react to Re-run, Check again and edits, whichever of them owns the run", async () => {
    const good = await open();
    const bad = await open({
      author: "mallory",
      fork: true,
      sameHeadAs: good,
      body: "fix bug",
      head: "trap",
    });
    const ofBad = check(good)!;
    await then(() => bad.close());
    const runs = () => repository.checkRuns(good.headSha).find(({ name }) => name === description)!;
    for (const press of [
      () => repository.rerun(ofBad.id, "alice"),
      () => repository.pressButton(ofBad.id, "recheck", "alice"),
      () => repository.rerunAll(good.headSha, "alice"),
    ]) {
      const before = runs().id;
      await then(press);
      expect(runs().id).toBeGreaterThan(before);
      expect(conclusion(good)).toBe("success");
    }
    await then(() => good.edit({ body: "fix bug" }));
    expect(conclusion(good)).toBe("failure");
    await then(() => good.edit({ body: complete }));
    expect(conclusion(good)).toBe("success");
  });

  it("wait for one that wasn't looked at yet, until looking at it has failed three times", async () => {
    const number = repository.state.lastNumber + 1;
    scene.github.faults.next({ operation: "PullRequest", number, status: 404, times: 1000 });
    const bad = await open({ author: "mallory", fork: true, body: "fix bug" });
    const good = await open({ sameHeadAs: bad });
    for (let tries = 0; tries < 3; tries += 1) {
      expect(check(good)).toBeUndefined();
      await scene.advance("PT10S");
    }
    expect(check(good)).toMatchObject({ conclusion: "success", title: "Complete" });
    expect(check(good)?.summary).toContain(`#${bad.number} has the same head commit but couldn't be checked`);
    scene.github.faults.clear();
    await then(() => bad.edit({ title: "fix bug" }));
    expect(check(good)).toMatchObject({ conclusion: "failure" });
    expect(check(good)?.title).toMatch(`#${bad.number}: `);
  });

  it("keep their last conclusion while GitHub fails", async () => {
    const bad = await open({ body: "fix bug" });
    const good = await open({ sameHeadAs: bad });
    scene.github.faults.next({ operation: "PullRequest", number: bad.number, status: 404, times: 1000 });
    await then(() => bad.edit({ body: complete }));
    await then(() => good.edit({ title: "Export large shops" }));
    await scene.advance("PT1M");
    expect(conclusion(good)).toBe("failure");
    scene.github.faults.clear();
    await scene.advance("PT20M");
    expect(conclusion(good)).toBe("success");
  });

  it("never succeed in passing while a lost database is rebuilt", async () => {
    const good = await open();
    await open({ author: "mallory", fork: true, sameHeadAs: good, body: "fix bug", head: "trap" });
    expect(conclusion(good)).toBe("failure");
    await scene.stop();
    const { dataDir } = scene.environment;
    for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true });
    scene.github.requests.clear();
    await scene.start();
    await scene.settle();
    await scene.advance("PT10S");
    expect(conclusion(good)).toBe("failure");
    expect(writtenTo(good)).toEqual([]);
  });

  it("find each other among more than a hundred open pull requests", async () => {
    last += 1;
    repository = scene.github.createRepository(`acme-${last}/shop`, {
      files: { [config]: "enforcement: block\n" },
    });
    const opened = (options: Partial<OpenOptions>) => repository.openPullRequest({ ...usual, ...options });
    const bad = opened({ author: "mallory", fork: true, body: "fix bug", head: "trap" });
    for (let index = 0; index < 100; index += 1) opened({});
    // The server looks at the latest update first, and the bad pull request is on the second page.
    const good = opened({ sameHeadAs: bad });
    scene.github.requests.clear();
    scene.github.install(`acme-${last}`);
    await scene.settle();
    await scene.advance("PT2M");
    expect(conclusion(good)).toBe("failure");
    expect(writtenTo(good)).toEqual(["failure"]);
  });

  /** The description check's conclusions that were written to the head since the log was cleared. */
  const writtenTo = (pullRequest: PullRequestDriver) =>
    scene.github.requests.writes
      .filter(({ path }) => path.startsWith(`/repos/${repository.fullName}/`))
      .map(({ body }) => body as { name?: string; head_sha?: string; conclusion?: string } | null)
      .filter((body) => body?.head_sha === pullRequest.headSha && body.name === description)
      .map((body) => body?.conclusion);
});
