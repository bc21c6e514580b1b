import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { GitHub } from "../../github/driver/github.ts";
import type { LoggedRequest } from "../../github/edge/request-log.ts";
import { startScene } from "../start-scene.ts";

it("looks at several pull requests in parallel, and never twice at the same one", async () => {
  await using scene = await startScene();
  const { github } = scene;
  const repositories = ["shop", "blog", "wiki"].map((name) => github.createRepository(`acme/${name}`));
  github.install("acme");
  await scene.settle();
  const most = watchRequests(github);
  github.latency(4);
  // The first look waits for another one, however slow the machine is. If looks came one by one, this
  // would never end.
  github.faults.next({ operation: "PullRequest", until: most.isTogether });
  const pullRequests = repositories.map((repository) =>
    repository.openPullRequest({ author: "alice", title: "Export", body: "fix bug" }),
  );
  // Sends each delivery many times under new ids while its look is under way.
  const opened = github.deliveries.all.filter(({ event }) => event === "pull_request");
  const storm = Array.from({ length: 10 }, () => opened).flat();
  await Promise.all(
    storm.map((delivery) => github.deliveries.redeliver({ ...delivery, guid: randomUUID() })),
  );
  for (const pullRequest of pullRequests) pullRequest.edit({ body: "## Why\nLarge shops cannot export." });
  await scene.settle();
  // Each repository has one pull request, so it has at most one request at a time.
  expect([...most.byRepository.values()]).toEqual([1, 1, 1]);
  expect(most.together).toBeGreaterThan(1);
});

it("looks once for many deliveries", async () => {
  await using scene = await startScene();
  const { github } = scene;
  const repository = github.createRepository("acme/shop");
  github.install("acme");
  await scene.settle();
  const pullRequest = repository.openPullRequest({ author: "alice", title: "Export", body: "fix bug" });
  await scene.settle();
  github.deliveries.hold();
  for (let index = 0; index < 20; index += 1) pullRequest.edit({ title: `Export ${index}` });
  github.requests.clear();
  github.faults.next({ operation: "PullRequest", delayMs: 500 });
  const [first, ...others] = github.deliveries.held;
  await github.deliveries.release(() => [first!, ...others]);
  await scene.settle();
  expect(github.requests.names).toEqual(["query PullRequest", "query PullRequest"]);
});

/** The most requests under way at once, of one repository and in all. Answered requests have a status. */
function watchRequests({ requests }: GitHub) {
  const together = Promise.withResolvers<void>();
  const most = { byRepository: new Map<string, number>(), together: 0, isTogether: together.promise };
  const push = requests.all.push.bind(requests.all);
  requests.all.push = (...added) => {
    const length = push(...added);
    const open = requests.all.filter((one) => one.status === 0 && nameOf(one) !== null);
    most.together = Math.max(most.together, open.length);
    if (open.length > 1) together.resolve();
    for (const name of new Set(open.map((one) => nameOf(one)!))) {
      const count = open.filter((one) => nameOf(one) === name).length;
      most.byRepository.set(name, Math.max(most.byRepository.get(name) ?? 0, count));
    }
    return length;
  };
  return most;
}

/** The repository that a request is about; null for tokens. */
function nameOf({ path, operation, body }: LoggedRequest): string | null {
  if (operation !== null) return (body as { variables?: { name?: string } }).variables?.name ?? null;
  return /^\/repos\/[^/]+\/([^/]+)/.exec(path)?.[1] ?? null;
}
