import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { complete } from "../demo/scenario.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { type Scene, startScene } from "./start-scene.ts";

describe("the review conversation, through the real server", () => {
  let scene: Scene;
  let repository: RepositoryDriver;
  let one: PullRequestDriver;

  beforeAll(async () => {
    scene = await startScene();
    repository = scene.github.createRepository("acme/shop", {
      files: { ".github/async.yml": "enforcement: block\n" },
    });
    for (const login of ["bob", "carol"]) repository.setPermission(login, "write");
    scene.github.install("acme");
    await scene.settle();
  });
  beforeEach(async () => {
    one = repository.openPullRequest({
      author: "alice",
      title: "Retry charges",
      body: complete,
      files: [{ path: "src/retry.ts", additions: 60 }],
    });
    await scene.settle();
  });
  afterAll(() => scene[Symbol.asyncDispose]());

  const check = (name = "async / review") => one.see().checkRuns.find((run) => run.name === name)!;
  const verdict = () => `${check().conclusion}: ${check().title}`;
  const say = async (by: string, body: string) => {
    const comment = one.comment({ by, body });
    await scene.settle();
    return one.see().comments.find(({ id }) => id === comment.id)!;
  };

  it("holds the merge while a blocking thread is open", async () => {
    expect(verdict()).toBe("success: Nothing open");
    one.review({
      by: "bob",
      comments: [{ path: "src/retry.ts", line: 3, body: "blocking: this retries declines too" }],
    });
    one.review({
      by: "bob",
      comments: [{ path: "src/retry.ts", line: 9, body: "nit: `delay` reads better" }],
    });
    await scene.settle();
    expect(verdict()).toBe("failure: Open: 1 blocking, 1 nit");
    expect(one.see().labels.toSorted()).toEqual(["review: blocking", "review: nit"]);

    one.resolveThread(one.state.threads[0]!, "bob");
    await scene.settle();
    expect(verdict()).toBe("success: Open: 1 nit");
    expect(one.see().labels).toEqual(["review: nit"]);
  });

  it("judges reviews by teams that never type a prefix", async () => {
    one.review({
      by: "bob",
      state: "changes_requested",
      comments: [{ path: "src/retry.ts", line: 3, body: "This retries declines too." }],
    });
    await scene.settle();
    expect(verdict()).toBe("failure: Open: 1 blocking");
    one.review({ by: "bob", state: "approved" });
    await scene.settle();
    expect(verdict()).toMatch(/^success: /);
  });

  it("reads an edited comment anew, and closes a comment by its writer's command", async () => {
    const said = await say("bob", "issue: this retries declines too");
    expect(verdict()).toBe("failure: Open: 1 blocking");
    one.editComment(said.id, { by: "bob", body: "nit: this retries declines too" });
    await scene.settle();
    expect([verdict(), one.see().labels]).toEqual(["success: Open: 1 nit", ["review: nit"]]);
    one.editComment(said.id, { by: "bob", body: "issue (security): this retries declines too" });
    await scene.settle();
    expect(verdict()).toBe("failure: Open: 1 blocking");

    const link = `https://github.com/acme/shop/pull/${one.state.number}#issuecomment-${said.id}`;
    const refused = await say("mallory", `/async resolve ${link}`);
    expect([refused.reactions, verdict()]).toEqual([
      ["-1 by async-review[bot]"],
      "failure: Open: 1 blocking",
    ]);
    const accepted = await say("bob", `/async resolve ${link}`);
    expect([accepted.reactions, verdict()]).toEqual([
      ["rocket by async-review[bot]"],
      "success: Nothing open",
    ]);
  });

  it("lists each thread's kind, place, opener and next person", async () => {
    one.review({ by: "bob", comments: [{ path: "src/retry.ts", line: 3, body: "question: why three?" }] });
    await scene.settle();
    expect(check().summary).toMatch(
      /\| question \| \[src\/retry\.ts:3\]\(https:[^)]+\): why three\? \| bob \| .*2026.* \| alice \|/,
    );
    one.replyInThread(one.state.threads[0]!, { by: "alice", body: "The processor allows three." });
    await scene.settle();
    expect(check().summary).toMatch(/\| bob \| .*2026.* \| bob \|/);
  });

  it("creates a label once, with its colour, and leaves people's changes to it alone", async () => {
    one.review({ by: "bob", comments: [{ path: "src/retry.ts", line: 3, body: "question: why three?" }] });
    await scene.settle();
    expect(repository.state.labels.find(({ name }) => name === "review: question")).toMatchObject({
      color: "5319e7",
    });
    scene.github.requests.clear();
    one.removeLabel("review: question", "alice");
    await scene.settle();
    one.edit({ title: "Retry charges, three times" });
    await scene.settle();
    expect(one.see().labels).toEqual([]);
    expect(scene.github.requests.writes).toEqual([]);
  });

  it("keeps listing the decisions after the merge", async () => {
    await say("carol", "Decision: three attempts\nReason: the processor asks for at most three");
    const [comment] = one.see().comments.filter(({ author }) => author === scene.github.app.login);
    expect(comment?.body).toContain("three attempts");
    await say("mallory", "Decision: ten attempts");
    expect(one.see().comments.find(({ id }) => id === comment?.id)?.body).not.toContain("ten attempts");
    one.merge("carol");
    await scene.settle();
    expect(one.see().comments.find(({ id }) => id === comment?.id)?.body).toContain("three attempts");
  });

  it("suggests a call once in a thread that goes back and forth", async () => {
    one.review({ by: "bob", comments: [{ path: "src/retry.ts", line: 3, body: "Why here?" }] });
    const thread = one.state.threads[0]!;
    for (const body of ["Because.", "Of what?", "Of the queue.", "Which one?", "The first."]) {
      one.replyInThread(thread, { by: body.endsWith("?") ? "bob" : "alice", body });
    }
    await scene.settle();
    const hints = () =>
      one.see().threads[0]!.comments.filter(({ author }) => author === scene.github.app.login);
    expect(hints().map(({ body }) => body)).toEqual([
      expect.stringContaining("This thread has gone back and forth three times."),
    ]);
    one.replyInThread(thread, { by: "bob", body: "I see." });
    await scene.settle();
    expect(hints()).toHaveLength(1);
  });

  describe("slash commands", () => {
    it("are obeyed for people who may use them, and answered with one reaction", async () => {
      one.edit({ body: "fix" });
      await scene.settle();
      const refused = await say("mallory", "/async skip because I say so");
      expect([refused.reactions, check("async / description").conclusion]).toEqual([
        ["-1 by async-review[bot]"],
        "failure",
      ]);
      const accepted = await say("carol", "/async skip hotfix for INC-412");
      expect(accepted.reactions).toEqual(["rocket by async-review[bot]"]);
      expect(check("async / description")).toMatchObject({
        conclusion: "neutral",
        title: "Skipped by carol",
      });
      expect(one.see().comments).toHaveLength(2);
      one.deleteComment(accepted.id, "carol");
      await scene.settle();
      expect(check("async / description").conclusion).toBe("failure");
    });

    it("need one permission request, and are remembered by the app's own reaction", async () => {
      await say("carol", "/async skip hotfix");
      scene.github.requests.clear();
      one.edit({ title: "Another title" });
      await scene.settle();
      expect(scene.github.requests.names).toEqual(["query PullRequest"]);
    });

    it("insert the missing sections once", async () => {
      one.edit({ body: "## Why\nLarge shops cannot export their orders any more (#311)." });
      await scene.settle();
      const said = await say("alice", "/async insert");
      expect(said.reactions).toEqual(["rocket by async-review[bot]"]);
      expect(one.body.match(/## Testing/g)).toHaveLength(1);
      one.edit({ body: "## Why\nLarge shops cannot export their orders any more (#311). Again." });
      await scene.settle();
      expect(one.body).not.toContain("## Testing");
    });

    it("are refused when misspelt, with the nearest command's name", async () => {
      const said = await say("alice", "/async snoze 1 day");
      expect(said.reactions).toEqual(["confused by async-review[bot]"]);
      expect(check().summary).toContain("/async snooze");
    });

    it("are ignored in quotes and code, and from bots", async () => {
      expect((await say("carol", "> /async skip x\n\n```\n/async skip y\n```")).reactions).toEqual([]);
      expect((await say("helper[bot]", "/async skip x")).reactions).toEqual([]);
    });

    it("explain the verdict without naming people", async () => {
      await say("alice", "/async explain");
      expect(check().text).toContain("enforcement: block");
      await say("alice", "/async help");
      expect(check().summary).toContain("/async recheck");
      const before = check("async / description").id;
      await say("alice", "/async recheck");
      expect(check("async / description").id).toBeGreaterThan(before);
    });
  });

  it("concludes both checks on a merge group", async () => {
    const { headSha } = one.enqueue();
    await scene.settle();
    expect(repository.checkRuns(headSha).map(({ name, conclusion }) => `${name}: ${conclusion}`)).toEqual([
      "async / description: success",
      "async / review: success",
    ]);
  });
});
