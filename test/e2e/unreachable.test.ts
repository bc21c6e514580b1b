import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../github/edge/faults.ts";
import { countComments, countRuns, createOwnRepository, openLazy } from "./own-installation.ts";
import { type Scene, startScene } from "./start-scene.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await startScene({ pacedByClock: true });
});
afterAll(() => scene[Symbol.asyncDispose]());

describe("the server while GitHub can't be reached for five seconds", () => {
  it.each<[string, Fault]>([
    ["the connection is dropped", { drop: true }],
    ["502", { status: 502 }],
    ["502, with some of it stored", { status: 502, after: "store" }],
  ])("brings every pull request up to date within 75 s: %s", async (_case, fault) => {
    const repository = await createOwnRepository(scene);
    const pullRequests = [];
    for (let number = 0; number < 3; number += 1) {
      pullRequests.push(openLazy(repository));
      await scene.settle();
    }
    scene.github.faults.next({ ...fault, times: Number.POSITIVE_INFINITY });
    pullRequests.push(openLazy(repository), openLazy(repository));
    // People continue to act, and the more they act, the more looks fail.
    for (let second = 0; second < 5; second += 1) {
      for (const pullRequest of pullRequests) pullRequest.edit({ title: `Title ${second}` });
      await scene.settle();
      await scene.advance("PT1S");
    }
    scene.github.faults.clear();
    for (let second = 0; second < 70; second += 5) await scene.advance("PT5S");
    expect(pullRequests.map(countRuns)).toEqual([1, 1, 1, 1, 1]);
    await scene.advance("PT2M");
    expect(pullRequests.map(countComments)).toEqual([1, 1, 1, 1, 1]);
    expect(await scene.server.count()).toMatchObject({ due: 0, failed: 0 });
  });
});
