import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askGraphql } from "./ask-graphql.ts";
import { connectOctokit } from "./connect-octokit.ts";
import type { GitHub } from "./driver/github.ts";
import type { RepositoryDriver } from "./driver/repository-driver.ts";
import { startGitHub } from "./start-github.ts";

let github: GitHub;
let shop: RepositoryDriver;

beforeEach(async () => {
  github = await startGitHub({ record: "nothing", now: "2026-11-20T09:00:00Z" });
  shop = github.createRepository("acme/shop", { files: { "src/a.ts": "a\n" } });
});
afterEach(() => github.close());

describe("a pull request", () => {
  it("has all fields that people see", () => {
    const one = shop.openPullRequest({ author: "alice", title: "x", labels: ["bug"], draft: true });
    one.requestReview("bob");
    one.review({ by: "carol", body: "Hm.", comments: [{ path: "src/change.ts", line: 3, body: "nit: x" }] });
    const comment = one.comment({ by: "bob", body: "I will look tomorrow" });
    one.editComment(comment, { by: "bob", body: "I will look on Monday" });
    expect(one.see()).toEqual({
      number: 1,
      title: "x",
      body: "",
      state: "open",
      isDraft: true,
      author: "alice",
      labels: ["bug"],
      comments: [
        {
          id: comment.id,
          author: "bob",
          body: "I will look on Monday",
          isMinimized: false,
          edits: 1,
          reactions: [],
        },
      ],
      checkRuns: [],
      requestedReviewers: ["bob"],
      reviews: [{ author: "carol", state: "commented", body: "Hm." }],
      threads: [
        {
          path: "src/change.ts",
          line: 3,
          isResolved: false,
          isOutdated: false,
          comments: [
            {
              id: expect.any(Number),
              author: "carol",
              body: "nit: x",
              isMinimized: false,
              edits: 0,
              reactions: [],
            },
          ],
        },
      ],
    });
  });

  it("gets a new updated_at from comments, labels, edits, reviews and pushes, not from reactions, threads or check runs", () => {
    const one = shop.openPullRequest({ author: "alice", title: "x" });
    const comment = one.comment({ by: "bob", body: "x" });
    one.review({ by: "bob", comments: [{ path: "src/change.ts", line: 3, body: "y" }] });
    const acts: Record<string, () => void> = {
      comment: () => one.comment({ by: "bob", body: "z" }),
      "comment edit": () => one.editComment(comment, { body: "z" }),
      label: () => one.addLabel("bug"),
      unlabel: () => one.removeLabel("bug"),
      body: () => one.edit({ body: "z" }),
      review: () => one.review({ by: "carol", state: "approved" }),
      request: () => one.requestReview("dave"),
      push: () => one.push(),
      "same body": () => one.edit({ body: "z" }),
      reaction: () => one.react(comment, "+1"),
      thread: () => one.resolveThread(one.state.threads[0]!),
      check: () => shop.setCheckOfOther(one.headSha, "build", "failure"),
    };
    const bumping = Object.entries(acts).filter(([, act]) => {
      const before = one.state.updatedAt;
      github.clock.advance({ seconds: 1 });
      act();
      return one.state.updatedAt !== before;
    });
    expect(bumping.map(([name]) => name)).toEqual([
      "comment",
      "comment edit",
      "label",
      "unlabel",
      "body",
      "review",
      "request",
      "push",
    ]);
  });

  // sources.md §5: any submitted review clears the request, a team's too when a member answers. No event
  // reports it.
  it("drops the request to a person who has reviewed, approving or not", () => {
    github.createTeam("acme/payments", ["carol"]);
    const one = shop.openPullRequest({ author: "alice", title: "x" });
    for (const name of ["bob", "acme/payments", "dave"]) one.requestReview(name);
    one.review({ by: "bob" });
    const review = one.review({ by: "carol", state: "approved" });
    expect(one.see().requestedReviewers).toEqual(["dave"]);
    expect(review.onBehalfOf.map((team) => team.slug)).toEqual(["payments"]);
    expect(one.state.timeline.map((item) => item.kind)).toEqual([
      "ReviewRequestedEvent",
      "ReviewRequestedEvent",
      "ReviewRequestedEvent",
    ]);
  });

  it("keeps a deleted account's texts as ghost's, and drops its review requests", async () => {
    const one = shop.openPullRequest({ author: "alice", title: "x" });
    for (const name of ["dora", "bob"]) one.requestReview(name);
    one.review({ by: "dora", body: "Hm.", comments: [{ path: "src/change.ts", line: 1, body: "y" }] });
    one.requestReview("dora");
    github.deleteAccount("dora");
    const { requestedReviewers, reviews, threads } = one.see();
    expect([requestedReviewers, reviews[0]?.author, threads[0]?.comments[0]?.author]).toEqual([
      ["bob"],
      "ghost",
      "ghost",
    ]);
    // The next account with this login belongs to somebody else.
    one.comment({ by: "dora", body: "z" });
    expect(one.see().comments.map(({ author }) => author)).toEqual(["dora"]);
    const octokit = connectOctokit(github, github.install("acme").id);
    const { data } = await askGraphql(
      octokit,
      `{ repository(owner: "acme", name: "shop") { pullRequest(number: 1) {
        reviews(first: 1) { nodes { author { login } authorCanPushToRepository } }
        timelineItems(first: 9, itemTypes: [REVIEW_REQUESTED_EVENT]) {
          nodes { ... on ReviewRequestedEvent { requestedReviewer { ... on User { login } } } }
        }
      } } }`,
    );
    expect(data).toMatchObject({
      repository: {
        pullRequest: {
          reviews: { nodes: [{ author: null, authorCanPushToRepository: false }] },
          timelineItems: {
            nodes: [
              { requestedReviewer: null },
              { requestedReviewer: { login: "bob" } },
              { requestedReviewer: null },
            ],
          },
        },
      },
    });
  });

  it("marks threads outdated after a push to their file", () => {
    const one = shop.openPullRequest({ author: "alice", title: "x" });
    const comments = ["src/a.ts", "src/b.ts"].map((path) => ({ path, line: 1, body: "y" }));
    one.review({ by: "bob", comments });
    one.push({ files: [{ path: "src/b.ts", additions: 1 }], outdate: false });
    one.push({ files: [{ path: "src/a.ts", additions: 1 }] });
    expect(one.see().threads.map(({ path, line, isOutdated }) => [path, line, isOutdated])).toEqual([
      ["src/a.ts", null, true],
      ["src/b.ts", 1, false],
    ]);
  });

  it("counts its files and commits through pushes, force pushes and merges of the base branch", () => {
    const one = shop.openPullRequest({
      author: "alice",
      title: "x",
      files: [
        { path: "src/a.ts", text: "1\n2\n", deletions: 1 },
        { path: "b.bin", additions: 0, status: "added" },
      ],
    });
    one.push({ files: [{ path: "src/a.ts", additions: 9, deletions: 2 }] });
    one.push({ mergeBase: true });
    expect(one.state.files).toEqual([
      { path: "src/a.ts", additions: 9, deletions: 2, status: "modified" },
      { path: "b.bin", additions: 0, deletions: 0, status: "added" },
    ]);
    expect(one.state.commitShas).toHaveLength(3);
    one.push({ force: true, files: [{ path: "c.ts", additions: 1, status: "added" }] });
    expect([one.state.files.length, one.state.commitShas]).toEqual([1, [one.headSha]]);
  });

  it("follows its branch, whoever pushes, as every pull request from that branch does", () => {
    const one = shop.openPullRequest({ author: "alice", title: "x" });
    shop.pushFile("other", "x\n", { branch: "release" });
    const { headRef } = one.state;
    const two = shop.openPullRequest({
      author: "alice",
      title: "y",
      sameHeadAs: one,
      head: headRef,
      base: "release",
    });
    const sha = shop.pushFile("src/b.ts", "1\n2\n", { branch: headRef, by: "bob" });
    expect([one.headSha, two.headSha]).toEqual([sha, sha]);
    expect(one.state.files.at(-1)).toEqual({
      path: "src/b.ts",
      additions: 2,
      deletions: 0,
      status: "added",
    });
    one.close();
    two.push();
    expect([one.headSha === sha, two.headSha === sha]).toEqual([true, false]);
  });

  it("adds its files to the base branch when it is merged, and stays merged", () => {
    const files = [{ path: "src/a.ts", text: "new\n" }];
    const one = shop.openPullRequest({ author: "alice", title: "x", files });
    one.merge("bob");
    expect(one.see().state).toBe("merged");
    expect(() => one.reopen()).toThrow("A merged pull request stays merged.");
    const two = shop.openPullRequest({ author: "alice", title: "y", files: [{ path: "z", text: "z\n" }] });
    two.push({ mergeBase: true });
    expect(two.state.baseSha).toBe(one.state.mergeCommitSha);
  });

  it("records who deleted another person's comment, and nothing for one's own", () => {
    const one = shop.openPullRequest({ author: "alice", title: "x" });
    one.deleteComment(one.comment({ by: "bob", body: "x" }), "bob");
    one.deleteComment(one.comment({ by: "bob", body: "x" }).id, "alice");
    expect(one.state.timeline).toMatchObject([
      { kind: "CommentDeletedEvent", actor: { login: "alice" }, deletedCommentAuthor: { login: "bob" } },
    ]);
  });

  // sources.md §3.
  it("leaves the merge queue when it is closed, and stays in it as a draft", () => {
    const one = shop.openPullRequest({ author: "alice", title: "x" });
    one.enqueue();
    one.convertToDraft("alice");
    expect(one.state.queueEntry).not.toBeNull();
    one.close("bob");
    expect(one.state.queueEntry).toBeNull();
    expect([...shop.state.branches.keys()]).toEqual(["main", "change-1"]);
    one.reopen("bob");
    expect(one.state.timeline.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["AddedToMergeQueueEvent", undefined],
      ["ConvertToDraftEvent", undefined],
      ["RemovedFromMergeQueueEvent", "UNKNOWN_REMOVAL_REASON"],
      ["ClosedEvent", undefined],
      ["ReopenedEvent", undefined],
    ]);
    one.markReady("alice");
    one.enqueue();
    one.convertToDraft("alice");
    one.merge("bob");
    expect(one.state).toMatchObject({ isDraft: true, queueEntry: null, mergedBy: { login: "bob" } });
  });

  it("leaves the merge queue when it is dequeued or merged", () => {
    const one = shop.openPullRequest({ author: "alice", title: "x" });
    const { headSha } = one.enqueue();
    expect(headSha).not.toBe(one.headSha);
    expect(() => one.enqueue()).toThrow("in the merge queue already");
    one.dequeue("CI_FAILURE", "bob");
    one.enqueue();
    one.merge();
    expect([...shop.state.branches.keys()]).toEqual(["main", "change-1"]);
  });
});
