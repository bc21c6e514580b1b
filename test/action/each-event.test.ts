import { describe, expect, it } from "vitest";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import { incomplete, readOnly, setUpStage } from "./set-up.ts";

const stage = setUpStage();
const withoutDebug = (log: string) => log.replace(/^::debug::.*\n/gm, "");
const review = {
  by: "bob",
  comments: [{ path: "src/import.ts", line: 1, body: "blocking: this loses rows" }],
};

/** Makes a pull request's events happen. The last event starts the run. */
type Happening = [
  event: string,
  action: string,
  happen: (opened: PullRequestDriver) => void,
  draft?: boolean,
];

const pullRequestEvents: Happening[] = [
  ["pull_request_target", "opened", () => {}],
  ["pull_request_target", "edited", (opened) => opened.edit({ title: "Import rows once more" })],
  ["pull_request_target", "synchronize", (opened) => opened.push()],
  ["pull_request_target", "reopened", (opened) => [opened.close(), opened.reopen()]],
  ["pull_request_target", "ready_for_review", (opened) => opened.markReady(), true],
  ["pull_request_target", "labeled", (opened) => opened.addLabel("payments")],
  [
    "pull_request_target",
    "unlabeled",
    (opened) => [opened.addLabel("payments"), opened.removeLabel("payments")],
  ],
  ["pull_request_target", "review_requested", (opened) => opened.requestReview("bob")],
  [
    "pull_request_target",
    "review_request_removed",
    (opened) => [opened.requestReview("bob"), opened.removeReviewRequest("bob")],
  ],
];

const reviewEvents: Happening[] = [
  ["pull_request_review", "submitted", (opened) => opened.review(review)],
  [
    "pull_request_review",
    "edited",
    (opened) => {
      const made = opened.review({ ...review, body: "Hm." });
      opened.editReview(made, { body: "Nearly there." });
    },
  ],
  [
    "pull_request_review",
    "dismissed",
    (opened) => opened.dismissReview(opened.review({ ...review, state: "changes_requested" }), "alice"),
  ],
  ["pull_request_review_comment", "created", (opened) => opened.review(review)],
  [
    "pull_request_review_comment",
    "edited",
    (opened) => {
      opened.review(review);
      const [thread] = opened.state.threads;
      opened.editReviewComment(thread!.comments[0]!, { body: "blocking: this loses rows on Mondays" });
    },
  ],
  [
    "pull_request_review_comment",
    "deleted",
    (opened) => {
      opened.review(review);
      const [thread] = opened.state.threads;
      opened.deleteReviewComment(opened.replyInThread(thread!, { by: "alice", body: "Why?" }));
    },
  ],
];

const commentEvents: Happening[] = [
  ["issue_comment", "created", (opened) => opened.comment({ by: "bob", body: "question: why now?" })],
  [
    "issue_comment",
    "edited",
    (opened) => {
      const comment = opened.comment({ by: "bob", body: "why now?" });
      opened.editComment(comment, { by: "bob", body: "question: why now?" });
    },
  ],
  [
    "issue_comment",
    "deleted",
    (opened) => opened.deleteComment(opened.comment({ by: "bob", body: "why now?" }), "bob"),
  ],
];

/** The checks on the pull request's head, sorted, each as `async / description: failure`. */
const conclude = (opened: PullRequestDriver) =>
  opened.checkRuns.map(({ name, conclusion }) => `${name}: ${conclusion}`).sort();
const payloadOf = (event: string) => {
  const webhook = event.replace("_target", "");
  return stage.github.workflowEvents.filter((one) => one.event === webhook).at(-1)!;
};

describe("each event as the first that a run sees", () => {
  it.each([...pullRequestEvents, ...reviewEvents, ...commentEvents])(
    "handles %s: %s",
    async (event, action, happen, draft = false) => {
      stage.shop.pushFile(".github/async.yml", "enforcement: block\n");
      const opened = stage.shop.openPullRequest({ ...incomplete, draft });
      happen(opened);
      expect(payloadOf(event).action).toBe(action);
      const { code, outputs } = await stage.run(event);
      const isBlocked = reviewEvents.some(([one, deed]) => one === event && deed === action);
      expect({ checks: conclude(opened), comments: opened.comments.at(-1)?.author }).toEqual({
        checks: ["async / description: failure", `async / review: ${isBlocked ? "failure" : "success"}`],
        comments: "github-actions[bot]",
      });
      // The other events report on the default branch, where nothing would turn the job green again.
      expect([code, outputs.conclusion]).toEqual([event === "pull_request_target" ? 1 : 0, "failure"]);

      stage.github.requests.all.length = 0;
      await stage.run(event);
      // Permissions are read again where a plain comment's weight depends on them.
      expect(stage.github.requests.names.filter((name) => !name.startsWith("GET "))).toEqual([
        "query PullRequest",
      ]);
    },
  );

  it.each<Happening>([
    ["pull_request_target", "converted_to_draft", (opened) => opened.convertToDraft()],
    ["pull_request_target", "opened", () => {}, true],
  ])("asks nothing of a draft on %s: %s", async (event, action, happen, draft = false) => {
    const opened = stage.shop.openPullRequest({ ...incomplete, draft });
    happen(opened);
    expect(payloadOf(event).action).toBe(action);
    const { code, outputs } = await stage.run(event);
    expect({ code, outputs, checks: conclude(opened), comments: opened.comments }).toEqual({
      code: 0,
      outputs: { conclusion: "success", missing: "", turn: "" },
      checks: ["async / description: success"],
      comments: [],
    });
  });

  it.each([true, false])("writes nothing on pull_request_target: closed (merged: %s)", async (isMerged) => {
    const opened = stage.shop.openPullRequest(incomplete);
    if (isMerged) opened.merge("bob");
    else opened.close("bob");
    expect(payloadOf("pull_request_target").action).toBe("closed");
    const { code, log } = await stage.run("pull_request_target");
    expect({ code, log: withoutDebug(log), requests: stage.github.requests.names }).toEqual({
      code: 0,
      log: "#1: nothing to check\n",
      requests: ["query PullRequest"],
    });
  });
});

describe("a read-only token, as in review events of forks and Dependabot", () => {
  it.each(reviewEvents)("leads to one line and no failure on %s: %s", async (event, _, happen) => {
    stage.shop.pushFile(".github/async.yml", "enforcement: block\n");
    const opened = stage.shop.openPullRequest({ ...incomplete, author: "mallory", fork: true });
    happen(opened);
    const before = opened.see();
    const token = stage.github.createWorkflowToken("acme/shop", readOnly);
    const { code, log } = await stage.run(event, { token });
    expect({ code, said: withoutDebug(log).trimEnd().split("\n").slice(1) }).toEqual({
      code: 0,
      said: [
        "This event's token can only read. The rest is written at the next event whose token can write, or by the schedule.",
      ],
    });
    expect(opened.see()).toEqual(before);
    await stage.run("schedule", { payload: {} });
    expect(conclude(opened)).toEqual(["async / description: failure", "async / review: failure"]);
  });
});
