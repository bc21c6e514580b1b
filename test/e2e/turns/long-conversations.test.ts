import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { monday, type Scene, startScene } from "../start-scene.ts";
import { openCase } from "./open-case.ts";

const hours = "{hours: {time_zone: UTC}}";

describe("a conversation longer than a page", () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = await startScene({ now: monday });
    scene.github.install("acme");
    await scene.settle();
  });
  afterEach(() => scene[Symbol.asyncDispose]());

  it("is read despite many label events, so that the request is known", async () => {
    const life = await openCase(scene, hours);
    // Later than the opening, from which a request counts when its event cannot be read.
    scene.github.clock.advance("PT30M");
    await life.do((one) => one.requestReview("bob"));
    scene.github.clock.advance("PT1H");
    await life.do((one) => {
      for (let index = 0; index < 60; index += 1) {
        one.addLabel("triage", "carol");
        one.removeLabel("triage", "carol");
      }
    });
    expect(life.line()).toContain("Waiting for `bob` to review, since Monday 2 March, 09:30 (UTC)");
  });

  it("is read back to the first request, however often somebody was asked again", async () => {
    const life = await openCase(scene, hours);
    // Later than the opening, from which a request counts when its event cannot be read.
    scene.github.clock.advance("PT30M");
    await life.do((one) => one.requestReview("bob"));
    scene.github.clock.advance("PT1H");
    await life.do((one) => {
      for (let index = 0; index < 60; index += 1) {
        one.requestReview("erin");
        one.removeReviewRequest("erin");
      }
    });
    expect(life.line()).toContain("Waiting for `bob` to review, since Monday 2 March, 09:30 (UTC)");
  });

  it("is read to the last reply of a thread", async () => {
    const life = await openCase(scene, hours);
    await life.do((one) => {
      one.review({ by: "bob", comments: [{ path: "src/retry.ts", line: 1, body: "Why three?" }] });
      const thread = one.state.threads[0]!;
      for (let index = 0; index < 60; index += 1)
        one.replyInThread(thread, { by: "carol", body: "I wonder, too." });
      scene.github.clock.advance("PT1H");
      one.replyInThread(thread, { by: "alice", body: "Because two are too few." });
    });
    expect(life.line()).toContain("Waiting for `bob` to review, since Monday 2 March, 10:00 (UTC)");
  });
});
