import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../github/edge/faults.ts";
import { countComments, countRuns, createOwnRepository, findAsked, openLazy } from "./own-installation.ts";
import { type Scene, startScene } from "./start-scene.ts";

const query: Fault = { operation: "PullRequest" };
const createCheckRun: Fault = { method: "POST", path: "/repos/:owner/:repo/check-runs" };
const createComment: Fault = { method: "POST", path: "/repos/:owner/:repo/issues/:number/comments" };
const documentation = "https://docs.github.com/rest/checks/runs#create-a-check-run";
const forbidden = {
  status: 403,
  body: { message: "Resource not accessible by integration", documentation_url: documentation },
};
const rateLimited = { data: null, errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] };

let scene: Scene;

beforeAll(async () => {
  scene = await startScene({ pacedByClock: true });
});
afterEach(() => {
  expect(scene.github.faults.left).toBe(0);
});
afterAll(() => scene[Symbol.asyncDispose]());

describe("a read that fails", () => {
  it.each<[string, Fault]>([
    ["one 502", { status: 502 }],
    ["a connection that is dropped", { drop: true }],
    ["half an answer", { half: true }],
    ["a token that is refused", { status: 401, body: { message: "Bad credentials" } }],
  ])("is repeated at once after %s", async (_case, fault) => {
    const repository = await createOwnRepository(scene);
    scene.github.faults.next({ ...query, ...fault });
    const pullRequest = openLazy(repository);
    await scene.settle();
    expect(countRuns(pullRequest)).toBe(1);
  });

  it.each<[string, string, Fault]>([
    ["several 500s", "PT5S", { status: 500, times: 3 }],
    ["a permission that is missing for a while", "PT5S", forbidden],
    [
      "an answer with errors alone",
      "PT5S",
      { status: 200, body: { data: null, errors: [{ message: "Oops" }] }, times: 3 },
    ],
    ["a limit named in a 200", "PT1M", { status: 200, body: rateLimited }],
    [
      "a 429 with retry-after",
      "PT40S",
      { status: 429, headers: { "retry-after": "40" }, body: { message: "Slow" } },
    ],
  ])("is tried again after %s, in %s", async (_case, pause, fault) => {
    const repository = await createOwnRepository(scene);
    scene.github.faults.next({ ...query, ...fault });
    const pullRequest = openLazy(repository);
    await scene.settle();
    expect(countRuns(pullRequest)).toBe(0);
    await scene.advance(pause);
    expect(countRuns(pullRequest)).toBe(1);
  });

  it("waits for the reset of a used-up quota, and for as long as a secondary limit asks", async () => {
    const repository = await createOwnRepository(scene);
    scene.github.faults.primaryRateLimit(20 * 60, query);
    const first = openLazy(repository);
    await scene.settle();
    await scene.advance("PT19M");
    expect(countRuns(first)).toBe(0);
    await scene.advance("PT2M");
    expect(countRuns(first)).toBe(1);

    scene.github.faults.secondaryRateLimit(90, query);
    const second = openLazy(repository);
    await scene.settle();
    scene.github.requests.clear();
    const third = openLazy(repository);
    await scene.advance("PT1M");
    // GitHub may ban an app that keeps sending, so the server sends nothing for this installation.
    expect(findAsked(scene, repository)).toEqual([]);
    await scene.advance("PT31S");
    expect([countRuns(second), countRuns(third)]).toEqual([1, 1]);
  });
});

describe("a further page that GitHub fails to send", () => {
  it.each<[string, unknown]>([
    [
      "is null beside an error",
      { data: { node: null }, errors: [{ message: "Something went wrong", path: ["node"] }] },
    ],
    ["lacks the list", { data: { node: { __typename: "PullRequest" } } }],
  ])("is requested again, because the app's own comment may be on it: it %s", async (_case, body) => {
    const repository = await createOwnRepository(scene);
    const pullRequest = openLazy(repository);
    for (let number = 0; number < 100; number += 1)
      pullRequest.comment({ by: "bob", body: `Comment ${number}` });
    await scene.settle();
    await scene.advance("PT2M");
    // Long enough for the server to forget that it created the comment.
    await scene.advance("PT10M");
    const [comment] = pullRequest.see().comments.slice(100);
    expect(comment?.author).toBe(scene.github.app.login);
    scene.github.faults.next({ operation: "ConnectionPage", status: 200, body });
    pullRequest.addLabel("shop");
    await scene.settle();
    for (let pause = 0; pause < 4; pause += 1) await scene.advance("PT1M");
    expect(countComments(pullRequest)).toBe(101);
  });
});

describe("a create request whose outcome is unknown", () => {
  it.each<[string, Fault]>([
    ["a 500 that stored nothing", { status: 500 }],
    ["a 500 after it was stored", { status: 500, after: "store" }],
    ["an answer that was lost", { drop: true, after: "store" }],
    ["half an answer", { half: true, after: "store" }],
    ["a connection that was dropped before", { drop: true }],
  ])("takes effect exactly once: %s", async (_case, fault) => {
    const repository = await createOwnRepository(scene);
    scene.github.faults.next({ ...createCheckRun, ...fault });
    scene.github.faults.next({ ...createComment, ...fault });
    const pullRequest = openLazy(repository);
    await scene.settle();
    for (let pause = 0; pause < 4; pause += 1) await scene.advance("PT1M");
    expect([countRuns(pullRequest), countComments(pullRequest)]).toEqual([1, 1]);
  });

  it("takes effect exactly once while reads lag", async () => {
    const repository = await createOwnRepository(scene);
    const pullRequest = openLazy(repository);
    await scene.settle();
    scene.github.faults.next({ ...createComment, drop: true, after: "store" });
    // The next read after the comment does not show it.
    scene.github.reads.lag({ reads: 1 });
    await scene.advance("PT2M");
    for (let pause = 0; pause < 8; pause += 1) await scene.advance("PT5S");
    scene.github.reads.lag(null);
    expect(countComments(pullRequest)).toBe(1);
  });
});

describe("a write that GitHub refuses", () => {
  it.each<[string, Fault]>([
    ["403", forbidden],
    ["404", { status: 404, body: { message: "Not Found" } }],
    ["409", { status: 409, body: { message: "Conflict" } }],
    ["410", { status: 410, body: { message: "This issue was deleted" } }],
    ["422", { status: 422, body: { message: "Validation Failed" } }],
  ])("fails alone, is not retried at once and doesn't stop the other writes: %s", async (_case, fault) => {
    const repository = await createOwnRepository(scene);
    scene.github.faults.next({ ...createCheckRun, ...fault });
    const pullRequest = openLazy(repository);
    await scene.settle();
    expect(countRuns(pullRequest)).toBe(0);
    scene.github.requests.clear();
    await scene.advance("PT1M");
    // Nothing is retried in a loop.
    expect(findAsked(scene, repository)).toEqual([]);
    await scene.advance("PT1M");
    expect([countRuns(pullRequest), countComments(pullRequest)]).toEqual([1, 1]);
  });

  it.each(["UNPROCESSABLE", "FORBIDDEN", "NOT_FOUND"])(
    "fails alone and isn't retried when it is a mutation: %s",
    async (type) => {
      const repository = await createOwnRepository(scene);
      const pullRequest = openLazy(repository);
      await scene.settle();
      const body = { data: { addReaction: null }, errors: [{ type, message: "no", path: ["addReaction"] }] };
      scene.github.faults.next({ operation: "AddReaction", status: 200, body });
      pullRequest.comment({ by: "alice", body: "/async help" });
      await scene.settle();
      expect(await scene.server.count()).toMatchObject({ due: 0, failed: 0 });
      scene.github.requests.clear();
      await scene.advance("PT1M");
      // Nothing is retried in a loop.
      expect(findAsked(scene, repository)).toEqual([]);
    },
  );

  it("waits as long as GitHub asks, and is made once", async () => {
    const repository = await createOwnRepository(scene);
    scene.github.faults.secondaryRateLimit(60, createCheckRun);
    const pullRequest = openLazy(repository);
    await scene.settle();
    await scene.advance("PT59S");
    expect(countRuns(pullRequest)).toBe(0);
    await scene.advance("PT2S");
    expect(countRuns(pullRequest)).toBe(1);
  });
});
