import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterAll, describe, expect, it } from "vitest";
import { complete } from "../../demo/scenario.ts";
import type { PullRequestDriver } from "../../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";
import { times, within } from "../../properties.ts";
import { type Scene, startScene } from "../start-scene.ts";
import { letTimePass, lookAgain } from "./look-again.ts";
import { createCrookedPost } from "./post.ts";

const description = "async / description";
const review = "async / review";

/** A pull request at the common head. The first one creates the head. */
const openingArbitrary = fc.record({
  base: fc.constantFrom("main", "advised", "dated", "unreviewed"),
  body: fc.constantFrom("fix bug", complete, complete),
  fork: fc.boolean(),
});
type Opening = typeof openingArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** Something that people do to one of the pull requests. Nothing happens where it makes no sense. */
type Step =
  | { does: "open"; opening: Opening }
  | { does: "edit"; of: number; body: string }
  | { does: "rebase"; of: number; base: string }
  | {
      does: "close" | "reopen" | "push" | "block" | "resolve" | "recheck" | "rerun" | "rerun all";
      of: number;
    }
  | { does: "wait a day" };

const of = fc.nat({ max: 3 });
const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("open" as const), opening: openingArbitrary }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("edit" as const),
      of,
      body: fc.constantFrom("fix bug", complete),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("rebase" as const),
      of,
      base: fc.constantFrom("main", "advised", "unreviewed"),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      does: fc.constantFrom(
        ...(["close", "close", "reopen", "reopen", "block", "block", "resolve"] as const),
        ...(["push", "recheck", "rerun", "rerun all"] as const),
      ),
      of,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ does: "wait a day" as const }) },
);
const storyArbitrary = fc.record({
  first: openingArbitrary,
  steps: fc.array(stepArbitrary, { minLength: 3, maxLength: 9 }),
});

describe.each([
  ["whatever happens, at once", null, "straight", 25],
  ["in whatever order deliveries arrive", null, "crooked", 12],
  ["although reads lag behind", { reads: 2 }, "crooked", 8],
] as const)("the worst open pull request at a head commit decides, %s", (_case, lag, way, numRuns) => {
  let scene: Scene | null = null;
  let last = 0;
  afterAll(() => scene?.[Symbol.asyncDispose]());

  /** The local GitHub forgets nothing, so too many stories in one scene would use up the memory. */
  const findScene = async () => {
    if (scene !== null && last % 20 !== 0) return scene;
    await scene?.[Symbol.asyncDispose]();
    scene = await startScene();
    scene.github.reads.lag(lag);
    return scene;
  };

  it("after each is judged by its own base branch, dates and conversation", {
    timeout: 660_000 * times,
  }, async () => {
    const fates = fc.infiniteStream(fc.nat({ max: 1000 }));
    const property = fc.asyncProperty(storyArbitrary, fates, async ({ first, steps }, fate) => {
      const scene = await findScene();
      last += 1;
      const tomorrow = Temporal.Instant.from(scene.github.clock.now()).add({ hours: 24 }).toString();
      const repository = await createRepository(scene, `acme-${last}`, tomorrow.slice(0, 10));
      const enforceFrom = `${tomorrow.slice(0, 10)}T00:00:00Z`;
      const post = createCrookedPost(scene.github.deliveries, () => fate.next().value);
      if (way === "crooked") post.begin();
      for (const step of [{ does: "open", opening: first } as const, ...steps]) {
        carryOut(step, repository, scene);
        if (way === "straight") {
          await scene.settle();
          expect(see(repository), tell(repository)).toEqual(expectWorst(repository, enforceFrom));
        } else {
          await post.step();
          await scene.advance("PT1S");
        }
      }
      if (way === "crooked") await post.end();
      await letTimePass(scene);
      expect(see(repository), tell(repository)).toEqual(expectWorst(repository, enforceFrom));
      expect(await lookAgain(scene, repository)).toEqual([]);
    });
    await fc.assert(property, { numRuns: numRuns * times, ...within(600_000) });
  });
});

async function createRepository(scene: Scene, owner: string, date: string): Promise<RepositoryDriver> {
  const repository = scene.github.createRepository(`${owner}/shop`);
  repository.setPermission("carol", "write");
  const configs = {
    main: "enforcement: block\n",
    advised: "enforcement: advise\n",
    dated: `enforcement: block\nenforce_from: ${date}\n`,
    unreviewed: "enforcement: block\nchecks: {review: off}\n",
  };
  for (const [branch, text] of Object.entries(configs)) {
    repository.pushFile(".github/async.yml", text, { branch });
  }
  scene.github.install(owner);
  await letTimePass(scene);
  return repository;
}

function carryOut(step: Step, repository: RepositoryDriver, scene: Scene): void {
  if (step.does === "wait a day") {
    scene.github.clock.advance({ hours: 24 });
    return;
  }
  const { pullRequests } = repository;
  if (step.does === "open") {
    const { base, body, fork } = step.opening;
    if (pullRequests.length > 3) return;
    const on = pullRequests[0] === undefined ? {} : { sameHeadAs: pullRequests[0] };
    const head = `change-${pullRequests.length}`;
    const files = [{ path: "src/export.ts", additions: 70, deletions: 20 }];
    repository.openPullRequest({ author: "alice", title: "Export", files, base, body, fork, head, ...on });
    return;
  }
  const pullRequest = pullRequests[step.of];
  if (pullRequest === undefined) return;
  const isOpen = pullRequest.see().state === "open";
  // An edit without a change sends no delivery, so nothing would be looked at again after a lagging read.
  if (step.does === "edit") {
    if (pullRequest.body !== step.body) pullRequest.edit({ body: step.body });
  } else if (step.does === "rebase") {
    if (isOpen && pullRequest.state.baseRef !== step.base) pullRequest.edit({ baseRef: step.base });
  } else deeds[step.does](pullRequest, repository, isOpen);
}

type Deed = (pullRequest: PullRequestDriver, repository: RepositoryDriver, isOpen: boolean) => void;
const runOf = (pullRequest: PullRequestDriver) =>
  pullRequest.see().checkRuns.find(({ name }) => name === description);
const deeds: Record<Exclude<Step["does"], "open" | "edit" | "rebase" | "wait a day">, Deed> = {
  close: (pullRequest, _, isOpen) => isOpen && pullRequest.close(),
  reopen: (pullRequest, _, isOpen) => !isOpen && pullRequest.reopen(),
  push(pullRequest, _, isOpen) {
    // The first pull request stays at the commit where the others are opened.
    if (isOpen && pullRequest.number > 1)
      pullRequest.push({ files: [{ path: "src/more.ts", additions: 3 }] });
  },
  block(pullRequest) {
    const comments = [{ path: "src/export.ts", line: 1, body: "blocking: this loses orders" }];
    pullRequest.review({ by: "carol", comments });
  },
  resolve(pullRequest) {
    const open = pullRequest.state.threads.filter(({ resolvedBy }) => resolvedBy === null);
    for (const thread of open) pullRequest.resolveThread(thread, "carol");
  },
  recheck(pullRequest, repository) {
    const run = runOf(pullRequest);
    if (run?.actions.some(({ identifier }) => identifier === "recheck"))
      repository.pressButton(run, "recheck", "alice");
  },
  rerun(pullRequest, repository) {
    const run = runOf(pullRequest);
    if (run) repository.rerun(run, "alice");
  },
  "rerun all": (pullRequest, repository) => repository.rerunAll(pullRequest.headSha, "alice"),
};

/** A pull request's own verdict, derived from people's actions without the app. */
function deriveConclusions(pullRequest: PullRequestDriver, enforceFrom: string): Map<string, string> {
  const { baseRef, createdAt, threads } = pullRequest.state;
  const isEnforced = baseRef !== "advised" && (baseRef !== "dated" || createdAt >= enforceFrom);
  const bad = isEnforced ? "failure" : "neutral";
  const isBlocked = threads.some(({ resolvedBy }) => resolvedBy === null);
  return new Map([
    [description, pullRequest.body === complete ? "success" : bad],
    ...(baseRef === "unreviewed" ? [] : [[review, isBlocked ? bad : "success"] as const]),
  ]);
}

const ranks = ["success", "neutral", "failure"];

/**
 * The required conclusions of each open pull request's checks: the worst verdict at its head. A check that
 * no open pull request has must not hold anything.
 */
function expectWorst(repository: RepositoryDriver, enforceFrom: string) {
  const open = repository.pullRequests.filter((one) => one.see().state === "open");
  return open.map((pullRequest) => {
    const twins = open.filter(({ headSha }) => headSha === pullRequest.headSha);
    const worst = (name: string) => {
      const all = twins.flatMap((twin) => deriveConclusions(twin, enforceFrom).get(name) ?? []);
      return all.sort((a, b) => ranks.indexOf(b) - ranks.indexOf(a))[0] ?? "not needed";
    };
    return { number: pullRequest.number, description: worst(description), review: worst(review) };
  });
}

function see(repository: RepositoryDriver) {
  const open = repository.pullRequests.filter((one) => one.see().state === "open");
  return open.map((pullRequest) => {
    const { number, checkRuns } = pullRequest.see();
    const conclude = (name: string) => {
      const run = checkRuns.find((one) => one.name === name);
      return run === undefined || run.title === "No longer needed" ? "not needed" : run.conclusion;
    };
    return { number, description: conclude(description), review: conclude(review) };
  });
}

/** The texts of the check runs, to explain a failure. */
function tell(repository: RepositoryDriver): string {
  const runs = repository.pullRequests.flatMap((one) => one.see().checkRuns);
  return runs.map(({ name, title, externalId }) => `${name}: ${title} (${externalId})`).join("\n");
}
