import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { monday, type Scene, startScene } from "../start-scene.ts";
import { openCase } from "./open-case.ts";

const asks = (by: string, body = "Why three?") => ({
  by,
  comments: [{ path: "src/retry.ts", line: 1, body }],
});

describe("turns with people's words and absences, through the real server", () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = await startScene({ now: monday, pacedByClock: true });
    scene.github.createOrganization("acme");
    scene.github.createTeam("acme/web", ["carol", "erin"]);
    scene.github.install("acme");
    await scene.settle();
  });
  afterEach(() => scene[Symbol.asyncDispose]());

  it("restart the author's clock once per target for a status update, and show the newest in the comment", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}}", { body: "## Context\nToo little." });
    await scene.advance("PT2M");
    await life.do((one) => one.review(asks("bob")));
    expect(life.line()).toContain(
      "`alice` to answer one comment, since Monday 2 March, 09:02 (UTC), due Wednesday 4 March, 09:02 (UTC)",
    );
    await scene.advance("PT24H");
    await life.do((one) => one.comment({ body: "Status: half done\nAsk: @bob, three?" }));
    const due = "due Thursday 5 March, 09:02 (UTC)";
    expect(life.line()).toContain(due);
    expect(life.sticky()).toContain(
      "by the author, Tuesday 3 March, 09:02 (UTC):\n> half done\n> Ask: @\u200bbob, three?",
    );
    await scene.advance("PT24H");
    await life.do((one) => one.comment({ body: "Status: nearly there" }));
    expect(life.line()).toContain(due);
    expect(life.sticky()).toContain("by the author, Wednesday 4 March, 09:02 (UTC):\n> nearly there");
    expect(life.sticky()).not.toContain("half done");
    expect(life.sticky()).toContain(life.line());
    await scene.advance("PT24H");
    expect(life.reminders()).toEqual(["@alice"]);
    // The restarted clock has run out, so the next update counts again.
    await life.do((one) => one.comment({ body: "Status: today" }));
    expect(life.line()).toContain("due Monday 9 March, 09:02 (UTC)");
  });

  it("pass once to a blocker named in a status update, until they comment", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}}");
    await life.do((one) => one.review(asks("bob")));
    await scene.advance("PT1H");
    await life.do((one) => one.comment({ body: "Status: waiting\nBlocker: the schema, @carol" }));
    expect(life.line()).toBe(
      "Waiting for `carol` to unblock the author, since Monday 2 March, 10:00 (UTC), due Tuesday 3 March, 10:00 (UTC).",
    );
    await scene.advance("PT24H");
    expect(life.reminders()).toEqual(["@carol"]);
    await life.do((one) => one.comment({ by: "carol", body: "Merged." }));
    expect(life.line()).toContain(
      "Waiting for `alice` to answer one comment, since Tuesday 3 March, 10:00 (UTC)",
    );
    await scene.advance("PT1H");
    await life.do((one) => one.comment({ body: "Status: waiting\nBlocker: @erin" }));
    expect(life.line()).toContain("Waiting for `alice` to answer one comment");
  });

  it("follow `/async due` instead of the target", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}, targets: {default: 3 business days}}");
    await life.do((one) => one.requestReview("bob"));
    expect(life.line()).toContain("due Thursday 5 March, 09:00 (UTC)");
    await life.do((one) => one.comment({ body: "/async due 2026-03-03" }));
    expect(life.line()).toContain("due Tuesday 3 March, 17:00 (UTC). Wanted by Tuesday 3 March.");
    await scene.advance("PT32H");
    // The turn is due at closing, and the reminder comes in working hours.
    expect(life.reminders()).toEqual([]);
    await scene.advance("PT16H");
    expect(life.reminders()).toEqual(["@bob"]);
    expect(life.one.comments.at(-1)!.body).toContain("The author would like it by Tuesday 3 March.");
  });

  it("pass on with `/async waiting` and `/async ready`", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}}");
    await life.do((one) => one.requestReview("bob"));
    await scene.advance("PT1H");
    await life.do((one) => one.comment({ body: "/async waiting" }));
    expect(life.line()).toContain("Waiting for `alice` to answer, since Monday 2 March, 10:00 (UTC)");
    expect(life.one.labels).toEqual(["waiting: author"]);
    await scene.advance("PT1H");
    await life.do((one) => one.comment({ body: "/async ready" }));
    expect(life.line()).toContain("Waiting for `bob` to review, since Monday 2 March, 11:00 (UTC)");
    expect(life.one.labels).toEqual(["waiting: reviewer"]);
  });

  it("belong to any member of a team, and to one reviewer from their review on", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}}");
    await life.do((one) => one.requestReview("acme/web"));
    await scene.advance("PT24H");
    expect(life.reminders()).toEqual(["@acme/web"]);
    await life.do((one) => one.review(asks("carol")));
    expect(life.line()).toContain("Waiting for `alice` to answer one comment");
    await scene.advance("PT1H");
    await life.do((one) => one.replyInThread(one.state.threads[0]!, { body: "So." }));
    expect(life.line()).toContain("Waiting for `carol` to review, since Tuesday 3 March, 10:00 (UTC)");
  });

  it("remind the author of an approved pull request with `remind.merge`", async () => {
    const life = await openCase(
      scene,
      "{hours: {time_zone: UTC}, remind: {merge: 4 business hours, at_most: 1}}",
    );
    await life.do((one) => one.requestReview("bob"));
    await scene.advance("PT1H");
    await life.do((one) => one.review({ by: "bob", state: "approved", body: "Good." }));
    expect(life.line()).toBe("Approved on Monday 2 March, 10:00 (UTC). Merge it, or request another review.");
    expect(life.one.labels).toEqual([]);
    await scene.advance("PT3H59M");
    expect(life.reminders()).toEqual([]);
    await scene.advance("PT1M");
    expect(life.reminders()).toEqual(["@alice"]);
    await scene.advance("PT96H");
    expect(life.reminders()).toEqual(["@alice"]);
  });

  it("add a line to the comment after a day without a reviewer, for authors who can ask one, and mention nobody", async () => {
    const line = "No reviewer since Monday 2 March, 09:00 (UTC).";
    const body = "## Context\nToo little.";
    const able = await openCase(scene, "{hours: {time_zone: UTC}}", { body });
    await scene.advance("PT23H");
    expect(able.sticky()).not.toContain(line);
    await scene.advance("PT1H");
    expect(able.sticky()).toContain(line);
    const stranger = await openCase(scene, "{hours: {time_zone: UTC}}", {
      body,
      author: "mallory",
      fork: true,
    });
    await scene.advance("PT23H");
    scene.github.requests.clear();
    await scene.advance("PT1H");
    expect(stranger.sticky()).not.toContain(line);
    await scene.advance("PT1H");
    await stranger.do((one) => one.edit({ title: "Retry payments" }));
    // Permissions are read once a day.
    const asked = scene.github.requests.names.filter((name) => name.includes("/collaborators/"));
    expect(asked).toHaveLength(1);
    expect([able.reminders(), stranger.reminders()]).toEqual([[], []]);
  });

  it("don't exist in a draft, whose clock starts when it is ready", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}}", { draft: true });
    await life.do((one) => one.requestReview("bob"));
    expect(life.line()).toBe(
      "Draft since Monday 2 March, 09:00 (UTC). Turns start when it's ready for review.",
    );
    await scene.advance("PT48H");
    expect([life.reminders(), life.one.labels]).toEqual([[], []]);
    await life.do((one) => one.markReady());
    expect(life.line()).toContain("Waiting for `bob` to review, since Wednesday 4 March, 09:00 (UTC)");
    await scene.advance("PT23H");
    await life.do((one) => one.convertToDraft());
    await scene.advance("PT24H");
    expect([life.reminders(), life.one.labels]).toEqual([[], []]);
  });

  it("pass to the cover of somebody who is away, in the cover's own hours", async () => {
    const people =
      "{bob: {away: [{from: 2026-03-03, to: 2026-03-05, cover: carol}]}, carol: {time_zone: America/Toronto}}";
    const life = await openCase(scene, `{hours: {time_zone: Europe/Berlin}, people: ${people}}`);
    await life.do((one) => one.requestReview("bob"));
    expect(life.line()).toContain("Waiting for `bob` to review");
    // Tuesday, midnight in Berlin: bob is away.
    await scene.advance("PT14H");
    expect(life.line()).toBe(
      "Waiting for `carol` (for `bob`) to review, since Monday 2 March, 04:00 (UTC-5), due Wednesday 4 March, 09:00 (UTC-5).",
    );
    const told: [at: string, reminders: string[]][] = [];
    for (let hours = 0; hours < 96; hours += 1) {
      await scene.advance("PT1H");
      const now = life.reminders();
      if (now.length !== (told.at(-1)?.[1].length ?? 0)) told.push([scene.github.clock.now(), now]);
    }
    // Carol is reminded at her own nine o'clock. From Friday on the turn is bob's again.
    expect(told).toEqual([
      ["2026-03-04T14:00:00Z", ["@carol"]],
      ["2026-03-05T14:00:00Z", ["@carol", "@carol"]],
      ["2026-03-06T09:00:00Z", ["@carol", "@carol", "@bob"]],
    ]);
  });

  it("delay the reminder, not the due instant, while checks are red, and read them every business hour", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}}");
    const check = (state: string) => life.repository.setCheckOfOther(life.one.headSha, "test", state);
    await life.do((one) => one.requestReview("bob"));
    check("failure");
    await scene.settle();
    await scene.advance("PT24H");
    expect([life.reminders(), life.one.labels.toSorted()]).toEqual([[], ["overdue", "waiting: reviewer"]]);
    for (const step of ["PT1H", "PT1H", "PT30M"]) await scene.advance(step);
    check("success");
    await scene.settle();
    expect(life.reminders()).toEqual([]);
    await scene.advance("PT29M");
    expect(life.reminders()).toEqual([]);
    await scene.advance("PT1M");
    expect(life.reminders()).toEqual(["@bob"]);
  });

  it("tell the author of a conflict once, when the reviewer would be reminded", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}}");
    await life.do((one) => {
      one.requestReview("bob");
      one.requestReview("carol");
      one.setMergeable("CONFLICTING");
    });
    await scene.advance("PT24H");
    expect(life.reminders()).toEqual(["@alice"]);
    for (let hours = 0; hours < 48; hours += 1) await scene.advance("PT1H");
    expect(life.reminders()).toEqual(["@alice"]);
    await life.do((one) => {
      one.push({ force: true });
      one.setMergeable("MERGEABLE");
    });
    await scene.advance("PT24H");
    expect(life.reminders()).toEqual(["@alice", "@bob and @carol"]);
  });

  it("tell the author once of a removal from the merge queue, with GitHub's reason", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}}");
    await life.do((one) => one.review({ by: "bob", state: "approved" }));
    await life.do((one) => one.enqueue("bob"));
    expect(life.line()).toContain(", and waiting in the merge queue.");
    await scene.advance("PT30M");
    await life.do((one) => one.dequeue("CI_FAILURE", "github-merge-queue[bot]"));
    expect(life.line()).toBe(
      "Waiting for `alice` to queue it again (the merge queue removed it: its checks failed), since Monday 2 March, 09:30 (UTC).",
    );
    expect(life.one.labels).toEqual(["waiting: author"]);
    expect(life.reminders()).toEqual(["@alice"]);
    await scene.advance("PT96H");
    expect(life.reminders()).toEqual(["@alice"]);
    await life.do((one) => one.enqueue("alice"));
    expect(life.line()).toContain(", and waiting in the merge queue.");
    await life.do((one) => one.dequeue("MANUAL", "alice"));
    expect(life.line()).toContain("Merge it, or request another review.");
    expect(life.reminders()).toEqual(["@alice"]);
  });

  it("give a bot's pull request to its assignee, if that is a person who can push", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}}", { author: "copilot-agent[bot]" });
    await life.do((one) => one.review(asks("bob")));
    expect(life.line()).toBe(
      "Waiting for a bot (`copilot-agent[bot]`) since Monday 2 March, 09:00 (UTC). Assign somebody who can push, and it's their turn.",
    );
    await life.do((one) => one.assign("mallory", "bob"));
    expect(life.line()).toContain("Waiting for a bot (`copilot-agent[bot]`)");
    await life.do((one) => one.assign("carol", "bob"));
    expect(life.line()).toContain("Waiting for `carol` to answer one comment");
    await scene.advance("PT1H");
    await life.do((one) =>
      one.replyInThread(one.state.threads[0]!, { by: "carol", body: "Two are too few." }),
    );
    expect(life.line()).toContain("Waiting for `bob` to review");
  });

  it("ask the author in a deleted account's thread, which anybody who can push may resolve", async () => {
    const life = await openCase(
      scene,
      "{hours: {time_zone: UTC}}\nreview: {resolve: opener}\nenforcement: block",
    );
    life.repository.setPermission("dora", "write");
    await life.do((one) => one.requestReview("bob"));
    await life.do((one) => one.review(asks("dora", "blocking: three is too few")));
    scene.github.deleteAccount("dora");
    await scene.advance("PT1H");
    await life.do((one) => one.comment({ by: "bob", body: "Looking." }));
    const conclusion = () => life.one.checkRuns.find(({ name }) => name === "async / review")?.conclusion;
    expect([life.line().split(", since")[0], conclusion()]).toEqual([
      "Waiting for `bob` to review",
      "failure",
    ]);
    expect(life.line()).toContain("`alice` to answer one blocking comment");
    await life.do((one) => one.resolveThread(one.state.threads[0]!, "carol"));
    expect(life.line()).not.toContain("alice");
    expect(conclusion()).toBe("success");
  });

  it("count from the instant at which a thread is reopened after two weeks", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}}");
    await life.do((one) => one.review(asks("bob")));
    await life.do((one) => one.resolveThread(one.state.threads[0]!, "alice"));
    await scene.advance("P14D");
    await life.do((one) => one.unresolveThread(one.state.threads[0]!, "bob"));
    expect(life.line()).toContain("Waiting for `alice` to answer one comment, since Monday 16 March, 09:00");
  });

  it("count from the reopening of a thread that is resolved and reopened before the app looks", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}}");
    await life.do((one) => one.review(asks("bob")));
    await scene.advance("P14D");
    await life.do((one) => {
      const [thread] = one.state.threads;
      one.resolveThread(thread!, "alice");
      one.unresolveThread(thread!, "bob");
    });
    expect(life.line()).toContain("Waiting for `alice` to answer one comment, since Monday 16 March, 09:00");
  });

  it("never go to accounts under `bots:`, which hold nothing", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}}\nbots: [acme-lint, '*-ci']");
    life.repository.setPermission("acme-lint", "write");
    await life.do((one) => {
      one.requestReview("acme-lint");
      one.review(asks("acme-lint", "blocking: too long"));
      one.requestReview("web-ci");
    });
    expect(life.line()).toBe(
      "Waiting only for a review by `web-ci` and `acme-lint` since Monday 2 March, 09:00 (UTC). Ask a person, and it's their turn.",
    );
    await life.do((one) => one.review({ by: "bob", state: "approved" }));
    expect(life.line()).toContain("Approved on");
  });

  it("remind the author despite the app's own red check", async () => {
    const life = await openCase(scene, "{hours: {time_zone: UTC}}\nenforcement: block");
    await life.do((one) => one.review(asks("bob", "blocking: three is too few")));
    const check = life.one.checkRuns.find(({ name }) => name === "async / review");
    expect(check?.conclusion).toBe("failure");
    await scene.advance("PT48H");
    expect(life.reminders()).toEqual(["@alice"]);
  });
});
