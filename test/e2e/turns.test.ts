import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { complete } from "../demo/scenario.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { monday, type Scene, startScene } from "./start-scene.ts";

const config = `turns:
  hours: {time_zone: Europe/Berlin, holidays: ["2026-03-04"]}
  targets: {labels: {blocker: 2 business hours}}
  remind: {at_most: 2, escalate: [acme/leads]}
`;

describe("turns and reminders, through the real server", () => {
  let scene: Scene;
  let repository: RepositoryDriver;
  let one: PullRequestDriver;

  beforeAll(async () => {
    scene = await startScene();
    repository = scene.github.createRepository("acme/shop", { files: { ".github/async.yml": config } });
    scene.github.createTeam("acme/leads", ["dora"]);
    for (const login of ["bob", "carol"]) repository.setPermission(login, "write");
    scene.github.install("acme");
    await scene.settle();
  });
  beforeEach(async () => {
    scene.github.clock.set(monday);
    one = repository.openPullRequest({
      author: "alice",
      title: "Retry",
      body: complete,
      files: [{ path: "src/retry.ts", additions: 60 }],
    });
    one.requestReview("bob");
    await scene.settle();
  });
  afterAll(() => scene[Symbol.asyncDispose]());

  const check = () => one.see().checkRuns.find((run) => run.name === "async / review")!;
  const reminders = () => one.see().comments.filter(({ author }) => author === scene.github.app.login);

  it("say whose turn it is, in the comment and as a label", () => {
    expect(check().summary).toContain(
      "Waiting for `bob` to review, since Monday 2 March, 10:00 (UTC+1), due Tuesday 3 March, 10:00 (UTC+1).",
    );
    expect(one.see().labels).toEqual(["waiting: reviewer"]);
  });

  it("remind that person alone, when due, in their hours, a limited number of times, and escalate once", async () => {
    await scene.advance("PT24H");
    expect(one.see().labels.toSorted()).toEqual(["overdue", "waiting: reviewer"]);
    const [first] = reminders();
    expect(first?.body).toMatch(/^@bob, this has been waiting for your review since Monday 2 March, 10:00/);
    expect(first?.body).toContain("src/payments/retry.ts");
    expect(first?.body).not.toContain("acme/leads");

    // Wednesday is a holiday, so the second reminder comes on Thursday.
    await scene.advance("PT24H");
    expect(reminders()).toHaveLength(1);
    await scene.advance("PT24H");
    expect(reminders().map(({ isMinimized }) => isMinimized)).toEqual([true, false]);
    expect(reminders()[1]?.body).toContain("@acme/leads, nobody has been able to look at this");
    for (let days = 0; days < 10; days += 1) await scene.advance("PT24H");
    expect(reminders()).toHaveLength(2);
  });

  it("pass on with a review, and lose their labels at the end", async () => {
    await scene.advance("PT1H");
    one.review({ by: "bob", comments: [{ path: "src/retry.ts", line: 3, body: "question: why three?" }] });
    await scene.settle();
    expect(one.see().labels.toSorted()).toEqual(["review: question", "waiting: author"]);
    expect(check().summary).toContain("`alice`");
    one.replyInThread(one.state.threads[0]!, { by: "alice", body: "The processor asks for it." });
    await scene.settle();
    expect(one.see().labels).toContain("waiting: reviewer");
    one.merge("carol");
    await scene.settle();
    expect(one.see().labels.filter((label) => label.startsWith("waiting"))).toEqual([]);
    expect(reminders()).toEqual([]);
  });

  it("follow a snooze and a label's shorter target", async () => {
    one.addLabel("blocker");
    await scene.settle();
    expect(check().summary).toContain("due Monday 2 March, 12:00");
    one.comment({ by: "bob", body: "/async snooze 1 day" });
    await scene.settle();
    await scene.advance("PT4H");
    expect(reminders()).toEqual([]);
  });

  it("make no request until something is due", async () => {
    scene.github.requests.clear();
    await scene.advance("PT23H");
    expect(scene.github.requests.names).toEqual([]);
  });

  it("stay silent once somebody has deleted a reminder", async () => {
    await scene.advance("PT24H");
    one.deleteComment(reminders()[0]!.id, "bob");
    await scene.settle();
    for (let days = 0; days < 4; days += 1) await scene.advance("PT24H");
    expect(reminders()).toEqual([]);
  });

  it("remind the author despite the app's own red check", async () => {
    const strict = scene.github.createRepository("acme/strict", {
      files: { ".github/async.yml": `enforcement: block\n${config}` },
    });
    strict.setPermission("bob", "write");
    scene.github.clock.set(monday);
    const held = strict.openPullRequest({
      author: "alice",
      title: "Retry",
      body: complete,
      files: [{ path: "a.ts", additions: 60 }],
    });
    held.requestReview("bob");
    await scene.settle();
    await scene.advance("PT1H");
    held.review({
      by: "bob",
      comments: [{ path: "a.ts", line: 1, body: "blocking: this retries declines too" }],
    });
    await scene.settle();
    for (let days = 0; days < 3; days += 1) await scene.advance("PT24H");
    const { checkRuns, comments } = held.see();
    expect(checkRuns.find(({ name }) => name === "async / review")?.conclusion).toBe("failure");
    expect(comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^@alice, one blocking comment/),
    ]);
  });
});
