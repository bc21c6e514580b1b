import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { complete } from "../demo/scenario.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { type Scene, startScene } from "./start-scene.ts";

describe("the gate, through the real server", () => {
  let scene: Scene;
  let repository: RepositoryDriver;
  let one: PullRequestDriver;

  beforeAll(async () => {
    scene = await startScene();
    repository = scene.github.createRepository("acme/shop", {
      files: { ".github/async.yml": "enforcement: block\n" },
    });
    for (const login of ["bob", "carol"]) repository.setPermission(login, "write");
    repository.setPermission("trixie", "triage");
    scene.github.install("acme");
    await scene.settle();
  });
  beforeEach(async () => {
    one = repository.openPullRequest({ author: "alice", title: "Retry charges", body: complete });
    await scene.settle();
  });
  afterAll(() => scene[Symbol.asyncDispose]());

  const check = () => one.see().checkRuns.find((run) => run.name === "async / review")!;
  const verdict = () => `${check().conclusion}: ${check().title}`;
  const review = async (by: string, body: string, state: "changes_requested" | "commented" = "commented") => {
    one.review({ by, state, comments: [{ path: "src/retry.ts", line: 3, body }] });
    await scene.settle();
  };
  const reply = async (by: string, body: string) => {
    scene.github.clock.advance("PT1S");
    one.replyInThread(one.state.threads[0]!, { by, body });
    await scene.settle();
    return one.see().threads[0]!.comments.at(-1)!;
  };

  it.each(["mallory", "trixie"])(
    "isn't held by %s, who can't push and whose review is listed as such",
    async (by) => {
      await review(by, "blocking: this retries declines too", "changes_requested");
      expect(verdict()).toBe("success: Nothing open");
      expect(check().summary).toContain(`${by} (no write access)`);
      expect(one.see().labels).toEqual([]);
      await reply("carol", "blocking: they are right");
      expect(verdict()).toBe("failure: Open: 1 blocking");
    },
  );

  it("stays held after a later nit, question or note, and is freed when the reviewer takes the thread back", async () => {
    await review("bob", "This retries declines too.", "changes_requested");
    for (const body of ["nit: and rename `tmp`", "question: why three?", "note: seen in #12 too"]) {
      await reply("bob", body);
      expect(verdict()).toBe("failure: Open: 1 blocking");
    }
    await reply("mallory", "not blocking any more");
    expect(verdict()).toBe("failure: Open: 1 blocking");
    await reply("bob", "not blocking any more");
    expect(verdict()).toBe("success: Open: 1 suggestion");
  });

  it("is freed by /async resolve from a person with write access, and not from an outsider", async () => {
    await review("bob", "blocking: this retries declines too");
    const refused = await reply("mallory", "/async resolve");
    expect([refused.reactions, verdict()]).toEqual([
      ["-1 by async-review[bot]"],
      "failure: Open: 1 blocking",
    ]);
    const accepted = await reply("carol", "/async resolve");
    expect([accepted.reactions, verdict()]).toEqual([
      ["rocket by async-review[bot]"],
      "success: Nothing open",
    ]);
    await reply("bob", "blocking: it still does");
    expect(verdict()).toBe("failure: Open: 1 blocking");
  });

  it("is free for the author's own blocker, which is a status", async () => {
    one.comment({ by: "alice", body: "Blocker: the API is not there yet" });
    await scene.settle();
    expect(check().conclusion).toBe("success");
  });
});
