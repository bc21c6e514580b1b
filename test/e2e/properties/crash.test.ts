import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { complete } from "../../demo/scenario.ts";
import type { GitHub } from "../../github/driver/github.ts";
import type { PullRequestDriver } from "../../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";
import { startGitHub } from "../../github/start-github.ts";
import { findFreePort } from "../../find-free-port.ts";
import { times } from "../../properties.ts";
import { createEnvironment } from "../start-scene.ts";
import { carryOut, type DeedName } from "./story.ts";
import { ServerProcess } from "./server-process.ts";
import { findDuplicates } from "./what-people-see.ts";

const kills = 30;
/** One story for each seed. More kills need more stories: in a long one, GitHub's limits hold the app up. */
const { seed: first = Date.now() & 0xffff } = fc.readConfigureGlobal();
const seeds = Array.from({ length: times }, (_, index) => first + index);
const partly = "## Context\nLarge shops cannot export their orders any more, see #311.\n";
const bodies = ["fix bug", partly, complete];
/** What changes nothing about the description. */
const talk = [
  "force push",
  "request",
  "approve",
  "block",
  "raise",
  "lower",
  "answer",
  "resolve",
  "outsider",
  "leave",
  "dismiss",
  "conflict",
] as const satisfies DeedName[];
/** Comments at once, and works at any hour: this server's clock is the machine's. */
const config = [
  "comment: {after: 0 minutes}",
  "enforcement: block",
  'turns: {hours: {time_zone: UTC, days: [mon, tue, wed, thu, fri, sat, sun], from: "00:00", to: "00:00"}}',
].join("\n");

let github: GitHub;
let folder: string;
let environment: ReturnType<typeof createEnvironment>;
let repositories: RepositoryDriver[];

beforeEach(async () => {
  github = await startGitHub();
  folder = mkdtempSync(join(tmpdir(), "async-review-"));
  environment = { ...createEnvironment(github, { dataDir: folder }), port: await findFreePort() };
  // Several installations, because GitHub's limits, which the app keeps, apply to each.
  repositories = ["acme", "globex", "initech"].map((owner) =>
    github.createRepository(`${owner}/shop`, { files: { ".github/async.yml": config } }),
  );
  for (const repository of repositories)
    for (const login of ["bob", "carol", "dave"]) repository.setPermission(login, "write");
});
afterEach(async () => {
  await github.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What happens to the server: how many people act, and when it is killed. */
const lifeArbitrary = fc.record({
  acts: fc.array(fc.record({ where: fc.nat({ max: 2 }), what: fc.nat(), body: fc.nat({ max: 2 }) }), {
    minLength: 3,
    maxLength: 5,
  }),
  /** Kills only after every delivery was answered, or else while they come in. */
  waits: fc.boolean(),
  /** Kills the app a few milliseconds after it has sent this many more requests, or writes, to GitHub. */
  counted: fc.constantFrom("requests" as const, "writes" as const),
  count: fc.integer({ min: 1, max: 6 }),
  milliseconds: fc.nat({ max: 8 }),
});
type Life = typeof lifeArbitrary extends fc.Arbitrary<infer T> ? T : never;

it.each(seeds)(
  `loses no acknowledged delivery and duplicates nothing in ${kills} kills`,
  {
    timeout: 240_000,
  },
  async (seed) => {
    console.log(`kill -9: FC_SEED=${seed}`);
    const lives = fc.sample(lifeArbitrary, { numRuns: kills, seed });
    let next = new ServerProcess(environment);
    for (const [index, life] of lives.entries()) {
      // In the second half GitHub's reads lag so far that the next process does not see the last one's
      // writes.
      if (index === kills >> 1) github.reads.lag({ ms: 2_500 });
      const server = next;
      await server.start();
      if (index === 0) for (const { state } of repositories) github.install(state.owner.login);
      github.webhookTarget = `${server.url}/api/github/webhooks`;
      next = new ServerProcess(environment);
      await liveAndDie(server, life);
      github.webhookTarget = null;
      await github.deliveries.settled();
    }
    await next.start();
    try {
      github.webhookTarget = `${next.url}/api/github/webhooks`;
      await expectWhole();
    } finally {
      await next.kill();
    }
    const pullRequests = repositories.flatMap((repository) => repository.pullRequests).length;
    console.log(`${kills} kills, ${pullRequests} pull requests, ${github.requests.writes.length} writes`);
  },
);

async function liveAndDie(server: ServerProcess, { acts, waits, counted, count, milliseconds }: Life) {
  for (const { where, what, body } of acts) act(repositories[where]!, what, bodies[body]!);
  if (waits) await github.deliveries.settled();
  const sent = () => github.requests[counted === "requests" ? "all" : "writes"].length;
  const until = sent() + count;
  const patience = performance.now() + 300;
  while (sent() < until && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await server.kill();
}

/**
 * Somebody does something. No push leaves a change so small that nothing is asked of it: a forced one leaves
 * the 70 lines of src/more.ts.
 */
function act(repository: RepositoryDriver, what: number, body: string): void {
  const { pullRequests } = repository;
  const chosen = pullRequests[what % (pullRequests.length + 1)];
  if (chosen === undefined || pullRequests.length < 2) {
    const files = [{ path: "src/export.ts", additions: 70 }];
    // Every other one is opened at the newest one's commit, so they share their checks.
    const newest = pullRequests.at(-1);
    const on = newest !== undefined && pullRequests.length % 2 === 1 ? { sameHeadAs: newest } : {};
    repository.openPullRequest({ author: "alice", title: "Export", body, files, ...on });
    return;
  }
  const kind = Math.floor(what / (pullRequests.length + 1));
  const does = ([...talk, "edit", "edit", "push", "push", "thrown out"] as const)[kind % (talk.length + 5)]!;
  if (does === "edit") chosen.edit({ body });
  else if (does === "push") chosen.push({ files: [{ path: "src/small.ts", additions: 3 }] });
  else if (does === "thrown out") {
    chosen.enqueue("carol");
    chosen.dequeue("CI_FAILURE", "github-merge-queue[bot]");
  } else carryOut({ of: pullRequests.indexOf(chosen), does, which: 0 }, { repository, github });
}

async function expectWhole(): Promise<void> {
  const acknowledged = repositories.flatMap((repository) =>
    repository.pullRequests.filter((pullRequest) => {
      const pair = repository.pullRequests.filter((one) => pairOf(one) === pairOf(pullRequest));
      return pair.every((one) => isAcknowledged(repository, one));
    }),
  );
  // Without any, the test would prove nothing.
  expect(acknowledged.length).toBeGreaterThan(0);
  await eventually(() => acknowledged.filter((one) => !isAnswered(one)).map(tell));
  // GitHub sends unacknowledged deliveries again when the app asks for them.
  const failed = github.deliveries.all.filter(
    ({ status, event }) => status !== "OK" && event === "pull_request",
  );
  for (const delivery of failed) await github.deliveries.redeliver(delivery);
  const all = repositories.flatMap(({ pullRequests }) => pullRequests);
  await eventually(() => all.filter((one) => !isAnswered(one)).map(tell));
  await expectNothingLeft(all);
  expect(repositories.flatMap((repository) => findDuplicates(repository))).toEqual([]);
  expect(github.defects).toEqual([]);
}

/**
 * Another look writes nothing: reviews, labels and turns are already shown as they are. The first looks do
 * what was asked while the server was down.
 */
async function expectNothingLeft(all: PullRequestDriver[]): Promise<void> {
  const { requests } = github;
  let written: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const [asked, wrote] = [requests.names.length, requests.writes.length];
    for (const { number, state } of all) {
      const told = listTold(state.repository.id, number)[0]!;
      await github.deliveries.redeliver({ ...told, guid: randomUUID() });
    }
    const looks = () => requests.names.slice(asked).filter((name) => name === "query PullRequest").length;
    await eventually(() => (looks() < all.length ? [`${looks()} of ${all.length} looks`] : []));
    await untilQuiet();
    written = requests.writes.slice(wrote).map(({ method, path }) => `${method} ${path}`);
    if (written.length === 0) break;
  }
  expect(written).toEqual([]);
}

/**
 * Waits until the server has sent GitHub nothing for as long as it pauses between two tries of a lagging
 * read.
 */
async function untilQuiet(): Promise<void> {
  for (let before = -1; before !== github.requests.all.length; ) {
    before = github.requests.all.length;
    await new Promise((resolve) => setTimeout(resolve, 4_000));
  }
}

/** Pairs share a commit at first, so one's verdict depends on the other. */
const pairOf = ({ number }: PullRequestDriver) => Math.ceil(number / 2);

/** True when the newest delivery about what people did to the pull request was acknowledged. */
function isAcknowledged({ state }: RepositoryDriver, { number }: PullRequestDriver): boolean {
  return listTold(state.id, number).at(-1)?.status === "OK";
}

/** The deliveries about what people did to a pull request. The labels that the app puts on are its echo. */
function listTold(repositoryId: number, number: number) {
  return github.deliveries.all.filter(({ event, repositoryId: id, body }) => {
    if (event !== "pull_request" || id !== repositoryId) return false;
    const told = JSON.parse(body);
    return told.number === number && told.sender.login !== github.app.login;
  });
}

/** Check and comment match the current body; a shared check matches the worst one's. */
function isAnswered(pullRequest: PullRequestDriver): boolean {
  const { body, checkRuns, ...seen } = pullRequest.see();
  // Reminders and notices are comments too.
  const comments = seen.comments.filter((comment) => comment.body.includes("async-review:sticky"));
  const run = checkRuns.find(({ name }) => name === "async / description");
  const twins = repositories
    .find(({ state }) => state === pullRequest.state.repository)!
    .pullRequests.filter(({ headSha }) => headSha === pullRequest.headSha);
  const worst = twins.find((twin) => twin.body !== complete) ?? twins[0]!;
  const missing = worst.body === partly ? "1 of 5" : "0 of 5";
  const title = twins.length > 1 ? `#${worst.number}: ${missing}` : missing;
  const isChecked = run?.title?.startsWith(worst.body === complete ? "Complete" : title) === true;
  if (body === complete) {
    return isChecked && comments.every((comment) => comment.body.includes("Thank you."));
  }
  const asks = body === partly ? "ask about approach" : "ask about context";
  return isChecked && comments.length === 1 && comments[0]!.body.includes(asks);
}

function tell(pullRequest: PullRequestDriver): string {
  const { number, body, checkRuns, comments } = pullRequest.see();
  return JSON.stringify({
    repository: pullRequest.state.repository.owner.login,
    number,
    body: body.slice(0, 30),
    checkRuns: checkRuns.map(({ name, title }) => `${name}: ${title}`),
    comments: comments.map((comment) => comment.body.slice(0, 80)),
  });
}

/** A create whose answer was lost in a crash is settled 15 s later; failures are retried after 5 and 20 s. */
async function eventually(find: () => string[]): Promise<void> {
  const patience = performance.now() + 60_000;
  while (find().length > 0 && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(find()).toEqual([]);
}
