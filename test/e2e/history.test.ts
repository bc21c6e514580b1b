import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { report as command } from "../../src/cli/report.ts";
import { openKeptLives } from "../../src/database/kept-lives.ts";
import { addressesOf, runHere } from "../cli/run-cli.ts";
import { complete } from "../demo/scenario.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { type Scene, startScene } from "./start-scene.ts";

const config = "version: 1\nturns: {hours: {time_zone: Europe/Berlin}}\n";
const period = ["--since", "2026-03-02", "--until", "2026-03-15", "--format", "json"];

let scene: Scene;
let folder: string;

beforeAll(async () => {
  scene = await startScene();
  folder = mkdtempSync(join(tmpdir(), "history-"));
  for (const login of ["alice", "bob"]) scene.github.createUser(login);
});
afterAll(async () => {
  await scene[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

let names = 0;

/** A repository with its own installation. */
async function createRepository(): Promise<RepositoryDriver> {
  names += 1;
  scene.github.createOrganization(`history-${names}`);
  const repository = scene.github.createRepository(`history-${names}/shop`, {
    files: { ".github/async.yml": config },
  });
  for (const login of ["alice", "bob"]) repository.setPermission(login, "write");
  scene.github.install(`history-${names}`);
  await scene.settle();
  return repository;
}

const open = (repository: RepositoryDriver, body = complete) => {
  const opened = repository.openPullRequest({
    author: "alice",
    title: "Retry the export",
    body,
    files: [{ path: "src/export.ts", additions: 60 }],
  });
  opened.requestReview("bob", { by: "alice" });
  return opened;
};

async function findKept({ state }: RepositoryDriver, numbers: number[]) {
  const lives = await openKeptLives({ dataDir: scene.environment.dataDir });
  const found = await lives.find(state.id, numbers);
  await lives.close();
  return found;
}

const report = ({ fullName }: RepositoryDriver, as: "app" | "person", cache: string = as) => {
  const { dataDir, appId, privateKey, webhookSecret } = scene.environment;
  const app = { APP_ID: String(appId), PRIVATE_KEY: privateKey, WEBHOOK_SECRET: webhookSecret };
  const who: Record<string, string> =
    as === "app" ? { ...app, DATA_DIR: dataDir } : { GITHUB_TOKEN: scene.github.createToken("bob") };
  scene.github.requests.clear();
  const env = { ...addressesOf(scene.github), ...who, XDG_CACHE_HOME: join(folder, cache) };
  return runHere(command, [fullName, ...period], { cwd: folder, env });
};

const queries = () => scene.github.requests.names.filter((name) => name.startsWith("query"));

async function review(opened: PullRequestDriver): Promise<void> {
  await scene.advance("PT2H");
  opened.review({
    by: "bob",
    state: "changes_requested",
    comments: [{ path: "src/export.ts", line: 1, body: "blocking: this can be null" }],
  });
  await scene.advance("PT1H");
  opened.push({ by: "alice", files: [{ path: "src/export.ts", additions: 66 }] });
  opened.resolveThread(opened.state.threads[0]!, "alice");
  await scene.advance("PT1H");
  opened.review({ by: "bob", state: "approved" });
  await scene.settle();
}

describe("the kept history of closed pull requests", () => {
  it("gives the same report as GitHub's record, without requesting that", async () => {
    const repository = await createRepository();
    for (let number = 1; number <= 6; number += 1) {
      const opened = open(repository, number % 2 === 0 ? complete : "fix bug");
      await scene.advance("PT1H");
      if (number === 3) opened.edit({ body: complete });
      if (number < 5) await review(opened);
      if (number === 4) await scene.advance("PT20H");
      if (number < 6) opened.merge("bob");
      await scene.settle();
    }
    const person = await report(repository, "person");
    expect(queries()).toEqual(["query HistoryList", "query History"]);
    expect(await report(repository, "app")).toEqual(person);
    expect(person).toMatchObject({ status: 0, stderr: "" });
    // The open pull request.
    expect(queries()).toEqual(["query HistoryList", "query History"]);
    const asked = scene.github.requests.all.map(({ body }) => body as { variables?: { ids?: string[] } });
    expect(asked.flatMap((body) => body?.variables?.ids ?? [])).toHaveLength(1);
    expect(await findKept(repository, [1, 2, 3, 4, 5, 6])).toHaveLength(5);
    // Half were complete when ready. The third was not, as its first text on GitHub shows.
    expect(JSON.parse(person.stdout.split("\n").at(-2)!).total).toMatchObject({
      ready: 6,
      answered: 4,
      mergedWithoutReview: 1,
      completeWhenReady: 0.5,
    });
  });

  it("is written when a pull request closes, and removed while it is reopened", async () => {
    const repository = await createRepository();
    const opened = open(repository);
    await scene.settle();
    expect(await findKept(repository, [1])).toEqual([]);
    scene.github.requests.clear();
    opened.close("alice");
    await scene.settle();
    const [first] = await findKept(repository, [1]);
    expect(first).toMatchObject({ isOpen: false, life: { number: 1, answeredAt: null } });
    expect(queries()).toEqual(["query PullRequest"]);
    await scene.advance("PT1H");
    opened.reopen("alice");
    await scene.settle();
    expect(await findKept(repository, [1])).toEqual([]);
    await review(opened);
    opened.merge("bob");
    await scene.settle();
    const [again] = await findKept(repository, [1]);
    expect(again!.life).toMatchObject({ answeredAt: expect.any(String), returns: [expect.any(String)] });
    expect(again!.life.closings).toHaveLength(2);
  });

  it("isn't used under another config, for which the report reads GitHub", async () => {
    const repository = await createRepository();
    const opened = open(repository);
    opened.merge("bob");
    await scene.settle();
    repository.pushFile(".github/async.yml", `${config}bots: [robbie]\n`);
    await scene.settle();
    await report(repository, "app", "other config");
    expect(queries()).toEqual(["query HistoryList", "query History"]);
  });

  it("isn't written where the config turns it off", async () => {
    const repository = await createRepository();
    const opened = open(repository);
    opened.merge("bob");
    await scene.settle();
    expect(await findKept(repository, [1])).toHaveLength(1);
    repository.pushFile(".github/async.yml", `${config}report: {enabled: false}\n`);
    await scene.settle();
    opened.comment({ by: "bob", body: "Thanks" });
    await scene.settle();
    expect(await findKept(repository, [1])).toEqual([]);
  });

  it("contains no names and no quotes", async () => {
    const repository = await createRepository();
    const opened = open(repository);
    await review(opened);
    opened.merge("bob");
    await scene.settle();
    const text = JSON.stringify(await findKept(repository, [1]));
    expect(text).toContain("blocking");
    expect(text).not.toMatch(/alice|bob|export|null this|can be/i);
  });

  const leave: Record<string, (repository: RepositoryDriver) => void> = {
    "the app is uninstalled": ({ state }) => scene.github.uninstall(state.owner.login),
    "the app is suspended": ({ state }) => scene.github.suspend(state.owner.login),
    "the repository is taken from it": ({ state, fullName }) =>
      scene.github.removeRepositories(state.owner.login, [fullName]),
    "the repository is deleted": (repository) => repository.delete({ isTold: true }),
  };

  it.each(Object.entries(leave))("is deleted when %s", async (_case, change) => {
    const repository = await createRepository();
    open(repository).merge("bob");
    await scene.settle();
    expect(await findKept(repository, [1])).toHaveLength(1);
    change(repository);
    await scene.settle();
    expect(await findKept(repository, [1])).toEqual([]);
  });

  it.each([
    ...Object.entries(leave),
    ["the repository is deleted, which GitHub reports to no App", (one) => one.delete({ isTold: false })],
    ["the repository is transferred to an account without the app", (one) => one.transfer("elsewhere")],
  ] satisfies [string, (repository: RepositoryDriver) => void][])(
    "is deleted within a day when %s and no delivery says so",
    async (_case, change) => {
      const repository = await createRepository();
      open(repository).merge("bob");
      await scene.settle();
      await scene.stop();
      change(repository);
      await scene.github.deliveries.settled();
      expect(await findKept(repository, [1])).toHaveLength(1);
      scene.github.clock.advance("P1D");
      await scene.start();
      await scene.settle();
      expect(await findKept(repository, [1])).toEqual([]);
    },
  );

  it("survives a rename of the repository, and is found under the new name", async () => {
    const repository = await createRepository();
    open(repository).merge("bob");
    await scene.settle();
    repository.rename("store");
    await scene.settle();
    expect(repository.fullName).toMatch(/\/store$/);
    expect(await report(repository, "app", "renamed")).toMatchObject({ status: 0, stderr: "" });
    expect(queries()).toEqual(["query HistoryList"]);
  });

  it("is deleted within a day when the repository is transferred, while open pull requests move with it", async () => {
    const repository = await createRepository();
    open(repository).merge("bob");
    const waiting = open(repository);
    await scene.settle();
    scene.github.createOrganization("new-home");
    scene.github.install("new-home");
    await scene.settle();
    repository.transfer("new-home");
    await scene.settle();
    await scene.stop();
    scene.github.clock.advance("P1D");
    await scene.start();
    await scene.settle();
    expect(await findKept(repository, [1])).toEqual([]);
    waiting.merge("bob");
    await scene.settle();
    expect(await findKept(repository, [1, 2])).toHaveLength(1);
    expect(await report(repository, "app", "transferred")).toMatchObject({ status: 0, stderr: "" });
    expect(queries()).toEqual(["query HistoryList", "query History"]);
  });

  it("isn't looked for in a folder without a database, unless the folder was named", async () => {
    const repository = await createRepository();
    open(repository).merge("bob");
    await scene.settle();
    const { appId, privateKey, webhookSecret } = scene.environment;
    const app = { APP_ID: String(appId), PRIVATE_KEY: privateKey, WEBHOOK_SECRET: webhookSecret };
    const env = { ...addressesOf(scene.github), ...app, XDG_CACHE_HOME: join(folder, "none") };
    const run = (more: Record<string, string>) =>
      runHere(command, [repository.fullName, ...period], { cwd: folder, env: { ...env, ...more } });
    expect(await run({})).toMatchObject({ status: 0, stderr: "" });
    const missing = join(folder, "missing");
    expect(await run({ DATA_DIR: missing })).toEqual({
      status: 2,
      stdout: "",
      stderr: `async-review: There is no database in ${missing}; run this in the server's folder, or set DATA_DIR to the server's.\n`,
    });
  });
});
