import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PullRequestDriver } from "../../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";
import { monday, type Scene, startScene } from "../start-scene.ts";
import { describeWith } from "./set-stage.ts";

const config = "turns: {hours: {time_zone: UTC}}\n";
const add = "POST /repos/:owner/:repo/issues/:number/labels";
const remove = "DELETE /repos/:owner/:repo/issues/:number/labels/:name";
const make = "POST /repos/:owner/:repo/labels";

describe("the turns' labels, through the real server", () => {
  let scene: Scene;
  let repository: RepositoryDriver;

  beforeAll(async () => {
    scene = await startScene({ now: monday, pacedByClock: true });
    repository = scene.github.createRepository("acme/shop", { files: { ".github/async.yml": config } });
    repository.setPermission("bob", "write");
    scene.github.install("acme");
    await scene.settle();
  });
  afterAll(() => scene[Symbol.asyncDispose]());

  async function open(): Promise<PullRequestDriver> {
    scene.github.clock.advance("PT10M");
    const one = repository.openPullRequest({ author: "alice", title: "Retry", body: describeWith(null) });
    one.requestReview("bob");
    await scene.settle();
    return one;
  }

  /** The label requests that an action causes. */
  async function watch(happens: () => unknown): Promise<string[]> {
    scene.github.requests.clear();
    await happens();
    await scene.settle();
    return scene.github.requests.names.filter((name) => [add, remove, make].includes(name));
  }

  it("are written when something changes, and only then", async () => {
    const one = await open();
    expect(await watch(() => one.edit({ title: "Retry payments" }))).toEqual([]);
    expect(await watch(() => one.comment({ by: "carol", body: "Nice." }))).toEqual([]);
    expect(await watch(() => one.push({ outdate: false }))).toEqual([]);
    expect(await watch(() => scene.advance("PT24H"))).toEqual([make, add]);
    expect(await watch(() => scene.advance("PT24H"))).toEqual([]);
    const asking = { by: "bob", comments: [{ path: "src/change.ts", line: 1, body: "Why?" }] };
    expect((await watch(() => one.review(asking))).toSorted()).toEqual(
      [remove, remove, add, make].toSorted(),
    );
    expect(one.labels).toEqual(["waiting: author"]);
    expect(await watch(() => one.close())).toEqual([remove]);
    expect(one.labels).toEqual([]);
    expect(await watch(() => scene.advance("PT72H"))).toEqual([]);
  });

  it("stay off after a person removed one, until the turn is over", async () => {
    const one = await open();
    expect(await watch(() => one.removeLabel("waiting: reviewer", "bob"))).toEqual([]);
    expect(await watch(() => one.edit({ title: "Retry payments" }))).toEqual([]);
    scene.github.clock.advance("PT1M");
    one.review({ by: "bob", comments: [{ path: "src/change.ts", line: 1, body: "Why?" }] });
    await scene.settle();
    scene.github.clock.advance("PT1M");
    one.replyInThread(one.state.threads[0]!, { body: "So." });
    await scene.settle();
    expect(one.labels).toEqual(["waiting: reviewer"]);
  });

  it("stay as people remove or add them, whatever their case", async () => {
    const one = await open();
    one.removeLabel("waiting: reviewer", "bob");
    one.addLabel("Overdue", "bob");
    await scene.settle();
    expect(await watch(() => one.edit({ title: "Retry payments" }))).toEqual([]);
    expect(await watch(() => scene.advance("PT48H"))).toEqual([]);
    expect(await watch(() => one.review({ by: "bob", state: "approved" }))).toEqual([]);
    expect(one.labels.map((name) => name.toLowerCase())).toEqual(["overdue"]);
  });

  it("are created again once after a repository's label was deleted, by whichever pull request needs them", async () => {
    const exists = () => repository.state.labels.some(({ name }) => name === "waiting: reviewer");
    await open();
    repository.deleteLabel("waiting: reviewer", "bob");
    await scene.settle();
    expect(await watch(open)).toEqual([make, add]);
    expect(exists()).toBe(true);
    const noticed = await open();
    expect(noticed.labels).toEqual(["waiting: reviewer"]);
    repository.deleteLabel("waiting: reviewer", "bob");
    await scene.settle();
    expect(await watch(open)).toEqual([]);
    // The database still knows the label in another process.
    await scene.stop();
    await scene.start();
    await scene.settle();
    expect(await watch(() => noticed.edit({ title: "Retry payments" }))).toEqual([]);
    expect(await watch(open)).toEqual([]);
    expect(exists()).toBe(false);
  });
});
