import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";
import type { Scene } from "../start-scene.ts";

/** Long enough for every pause before an outdated observation is repeated, and for the comment. */
export async function letTimePass(scene: Pick<Scene, "advance">): Promise<void> {
  for (let pause = 0; pause < 4; pause += 1) await scene.advance("PT15S");
  await scene.advance("PT2M");
  for (let pause = 0; pause < 4; pause += 1) await scene.advance("PT15S");
}

/** The writes that follow when deliveries that ask for nothing new are delivered again as new ones. */
export async function lookAgain(
  scene: Pick<Scene, "github" | "advance">,
  repository: RepositoryDriver,
): Promise<string[]> {
  const { deliveries, requests } = scene.github;
  const asked = deliveries.all.filter(
    ({ repositoryId, event, redelivery }) =>
      repositoryId === repository.state.id && event === "pull_request" && !redelivery,
  );
  requests.clear();
  for (const delivery of asked) await deliveries.redeliver({ ...delivery, guid: randomUUID() });
  await letTimePass(scene);
  expect(requests.names).toContain("query PullRequest");
  // A starting server may ask GitHub to redeliver what it missed.
  const written = requests.writes.filter(({ path }) => !path.startsWith("/app/"));
  return written.map(({ method, path, body }) => `${method} ${path} ${JSON.stringify(body)}`);
}
