import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../github/edge/faults.ts";
import { countComments, countRuns, createOwnRepository, findAsked, openLazy } from "./own-installation.ts";
import { type Scene, startScene } from "./start-scene.ts";

const token: Fault = { method: "POST", path: "/app/installations/:installation/access_tokens" };
const documentation = "https://docs.github.com/rest/checks/runs#create-a-check-run";

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});
afterEach(() => {
  expect(scene.github.faults.left).toBe(0);
});
afterAll(() => scene[Symbol.asyncDispose]());

describe("an installation", () => {
  it("that is suspended is left alone until it is unsuspended", async () => {
    const repository = await createOwnRepository(scene);
    const login = repository.state.owner.login;
    const pullRequest = openLazy(repository);
    await scene.settle();
    scene.github.suspend(login);
    await scene.settle();
    scene.github.requests.clear();
    await scene.advance("PT1H");
    expect([findAsked(scene, repository), countComments(pullRequest)]).toEqual([[], 0]);
    scene.github.unsuspend(login);
    await scene.settle();
    pullRequest.edit({ body: "fix the bug" });
    await scene.advance("PT1S");
    await scene.advance("PT3M");
    expect(countComments(pullRequest)).toBe(1);
  });

  it.each([
    [
      "is suspended and unsuspended",
      (login: string) => {
        scene.github.suspend(login);
        scene.github.unsuspend(login);
      },
    ],
    [
      "loses a repository and gets it back",
      (login: string) => {
        scene.github.removeRepositories(login, [`${login}/shop`]);
        scene.github.addRepositories(login, [`${login}/shop`]);
      },
    ],
  ])("that %s is served again, in whatever order the deliveries arrive", async (_case, change) => {
    const repository = await createOwnRepository(scene);
    const pullRequest = openLazy(repository);
    await scene.settle();
    scene.github.deliveries.hold();
    change(repository.state.owner.login);
    const { held } = scene.github.deliveries;
    await scene.github.deliveries.release(() => []);
    for (const delivery of held.toReversed()) {
      await scene.github.deliveries.redeliver(delivery);
      await scene.settle();
    }
    await scene.advance("PT3M");
    expect(countComments(pullRequest)).toBe(1);
  });

  it("that is uninstalled is forgotten", async () => {
    const repository = await createOwnRepository(scene);
    const pullRequest = openLazy(repository);
    await scene.settle();
    scene.github.uninstall(repository.state.owner.login);
    await scene.settle();
    scene.github.requests.clear();
    await scene.advance("PT1H");
    expect([findAsked(scene, repository), countComments(pullRequest)]).toEqual([[], 0]);
  });

  it("whose token GitHub refuses as suspended is left alone before the delivery says so", async () => {
    const repository = await createOwnRepository(scene);
    scene.github.revokeTokens();
    scene.github.faults.next({
      ...token,
      status: 403,
      body: { message: "This installation has been suspended", documentation_url: documentation },
    });
    const pullRequest = openLazy(repository);
    await scene.settle();
    expect(countRuns(pullRequest)).toBe(0);
    expect(await scene.server.count()).toMatchObject({ due: 0, failed: 0 });
    pullRequest.edit({ body: "fix the bug" });
    await scene.settle();
    expect(countRuns(pullRequest)).toBe(1);
  });

  it("whose token GitHub fails to issue is tried again", async () => {
    const repository = await createOwnRepository(scene);
    scene.github.revokeTokens();
    scene.github.faults.next({ ...token, status: 503 });
    const pullRequest = openLazy(repository);
    await scene.settle();
    await scene.advance("PT5S");
    expect(countRuns(pullRequest)).toBe(1);
  });
});
