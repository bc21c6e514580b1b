import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Scene, startScene } from "../e2e/start-scene.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { runAs } from "./run-cli.ts";

const config = 'review: {kinds: {nit: {label: "small things"}}}\n';

describe("async-review cleanup", () => {
  let scene: Scene;
  let shop: RepositoryDriver;
  /** GitHub gives every new repository some labels. */
  let givenAtStart: string[];

  beforeAll(async () => {
    scene = await startScene();
    scene.github.install("acme");
  });
  beforeEach(async () => {
    shop = scene.github.createRepository(`acme/shop-${scene.github.repositories.length}`, {
      files: { ".github/async.yml": config },
    });
    givenAtStart = shop.state.labels.map(({ name }) => name);
    for (const login of ["bob", "carol"]) shop.setPermission(login, "write");
    const one = shop.openPullRequest({ author: "alice", title: "Retry charges" });
    for (const body of ["blocking: this retries declines too", "nit: `delay` reads better"]) {
      one.review({ by: "bob", comments: [{ path: "src/change.ts", line: 1, body }] });
    }
    await scene.settle();
    shop.createLabel("Overdue", { description: "Books to bring back" });
    shop.createLabel("review: nit", { description: "Only small things: a nit is open" });
    expect(names()).toEqual(["Overdue", "review: blocking", "review: nit", "small things"]);
  });
  afterAll(() => scene[Symbol.asyncDispose]());

  /** The labels that were added later. GitHub's own must still exist. */
  const names = () => {
    const all = shop.state.labels.map(({ name }) => name);
    expect(all).toEqual(expect.arrayContaining(givenAtStart));
    return all.filter((name) => !givenAtStart.includes(name)).toSorted();
  };

  it("deletes the app's comments and labels, and says what stays", async () => {
    const { status, stdout, stderr } = await runAs(scene.github, "carol", [
      "cleanup",
      shop.fullName,
      "--yes",
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(names()).toEqual(["Overdue", "review: nit"]);
    expect(stdout).toBe(`Deleted from ${shop.fullName}:
  review: blocking
  small things
What stays:
  the label "Overdue": its description is not the app's, so it may be somebody's own
  the label "review: nit": it has the app's description, but the config has another name
  comments and reminders, as part of the pull requests' history
  check runs, until GitHub archives them after 400 days
Before you uninstall the app, take its checks (async / description, async / review, async / config) off the required status checks.
If the app is still installed, it creates labels again when it needs them; \`enabled: false\` stops that.
`);
    const again = await runAs(scene.github, "carol", ["cleanup", shop.fullName, "--yes", "--format", "json"]);
    expect(again.stdout).toBe(
      `${JSON.stringify({
        deleted: [],
        kept: [
          { name: "Overdue", reason: "its description is not the app's, so it may be somebody's own" },
          { name: "review: nit", reason: "it has the app's description, but the config has another name" },
        ],
      })}\n`,
    );
  });

  it("does nothing without a terminal on which to confirm", async () => {
    expect(await runAs(scene.github, "carol", ["cleanup", shop.fullName])).toEqual({
      status: 2,
      stdout: "",
      stderr: "async-review: There's no terminal to ask in; add --yes to delete the labels without asking.\n",
    });
    expect(names()).toHaveLength(4);
  });

  it("explains in one line that the token may not delete labels", async () => {
    const { status, stdout, stderr } = await runAs(scene.github, "zoe", ["cleanup", shop.fullName, "--yes"]);
    expect([status, stdout, stderr.split("\n")]).toEqual([2, "", [expect.stringContaining("403"), ""]]);
    expect(names()).toHaveLength(4);
  });
});
