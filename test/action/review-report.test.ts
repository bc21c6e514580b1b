import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { home } from "../../src/core/home.ts";
import type { ActionRun } from "./run-bundle.ts";
import { completeBody, readOnly, setUpStage } from "./set-up.ts";

const stage = setUpStage();
const example = parse(
  readFileSync(new URL("../../docs/examples/async-review-report.yml", import.meta.url), "utf8"),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "review-report-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The example workflow's step with its permissions. `cache` is the folder of its cache. */
const report = (inputs: Record<string, string> = {}, { cache = "none", name = "schedule" } = {}) => {
  stage.github.requests.clear();
  return stage.run(name, {
    payload: {},
    token: stage.github.createWorkflowToken("acme/shop", permissions),
    inputs: { report: "acme/shop", since: "", mark: "", "time-zone": "UTC", ...inputs },
    env: { RUNNER_TEMP: folder, XDG_CACHE_HOME: join(folder, cache) },
  });
};

const read = ({ outputs }: ActionRun) =>
  ["report-html", "report-csv"].map((name) => readFileSync(outputs[name]!, "utf8")) as [string, string];

const { contents, issues, pull_requests } = readOnly;
const permissions = { contents, issues, pull_requests };

/** The rows of a CSV without quoted cells, keyed by its header. */
function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...lines] = text
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
  return lines.map((cells) => Object.fromEntries(cells.map((cell, index) => [header[index]!, cell])));
}

/** Six pull requests a day apart, reviewed after three hours and merged, except the last, which waits. */
function fillShop() {
  stage.github.clock.advance({ days: -20 });
  for (const login of ["zacharias-the-author", "yolanda-the-reviewer"])
    stage.shop.setPermission(login, "write");
  stage.shop.pushFile(".github/async.yml", "version: 1\nturns: {hours: {time_zone: Europe/Berlin}}\n");
  for (let number = 1; number <= 6; number += 1) {
    const opened = stage.shop.openPullRequest({
      ...{ author: "zacharias-the-author", title: "=Change", head: `branch-${number}` },
      body: completeBody,
      files: [{ path: "src/a.ts", additions: 60 }],
    });
    opened.requestReview("yolanda-the-reviewer", { by: "zacharias-the-author" });
    if (number === 6) break;
    stage.github.clock.advance({ hours: 3 });
    opened.review({
      ...{ by: "yolanda-the-reviewer", state: "approved" },
      comments: [{ path: "src/a.ts", line: 1, body: "nit: a name, @zacharias-the-author" }],
    });
    opened.merge("zacharias-the-author");
    stage.github.clock.advance({ hours: 21 });
  }
  stage.github.clock.run();
}

describe("the report step", () => {
  beforeEach(fillShop);

  it("writes the summary, and a page and a table for an artifact, but nothing on GitHub", async () => {
    const ran = await report();
    expect(ran.code).toBe(0);
    expect(ran.log).not.toContain("::error");
    const [html, csv] = read(ran);
    expect(ran.outputs).toEqual({
      "report-html": expect.stringMatching(/report\.html$/),
      "report-csv": expect.stringMatching(/report\.csv$/),
      "report-partial": "false",
    });
    expect(ran.summary).toMatch(/^## Reviews in `acme\/shop`, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d\n/);
    expect(ran.summary.length).toBeLessThan(65_536);
    expect(ran.summary).toContain("6 pull requests that became ready in the period.");
    expect(ran.summary).toContain("Weeks are ISO weeks in Europe/Berlin.");
    expect(html).toMatch(/^<!doctype html>/);
    expect(readCsv(csv).at(-1)).toMatchObject({ week: "total", ready: "6", answered: "5", open: "1" });
    expect(stage.github.requests.writes).toEqual([]);
    expect(stage.github.requests.names).toEqual(["query HistoryList", "query History"]);
  });

  it("names nobody, in the summary, the files and the log", async () => {
    const ran = await report({ mark: new Date(Date.now() - 17 * 86_400_000).toISOString().slice(0, 10) });
    for (const text of [ran.summary, ran.log, ...read(ran)]) {
      expect(text).not.toBe("");
      expect(text).not.toMatch(/zacharias|yolanda/i);
    }
    expect(ran.summary).not.toContain("@");
    expect(ran.summary).toContain("### Before and after");
  });

  it("reads only new pull requests when the last run's cache is restored", async () => {
    const first = await report({}, { cache: "kept" });
    const second = await report({}, { cache: "kept" });
    expect(stage.github.requests.names).toEqual(["query HistoryList", "query HistoryState"]);
    expect(second.summary).toBe(first.summary);
    expect(read(second)).toEqual(read(first));
  });

  it("says that it is partial in the title, an output and an annotation, and stays green", async () => {
    stage.github.faults.primaryRateLimit(3600, { operation: "History" });
    const ran = await report();
    expect(ran.code).toBe(0);
    expect(ran.outputs["report-partial"]).toBe("true");
    expect(ran.summary).toMatch(/^## Reviews in `acme\/shop`, .* \(partial\)\n/);
    expect(read(ran)[0]).toMatch(/<h1>Reviews in acme\/shop, .* \(partial\)<\/h1>/);
    expect(readCsv(read(ran)[1]).at(-1)).toMatchObject({ partial: "true" });
    expect(ran.log).toContain("::warning::The report is partial");
  });

  it("checks no pull request, whatever the event", async () => {
    stage.github.clock.run();
    const ran = await report({}, { name: "workflow_dispatch" });
    expect(ran.summary).toMatch(/^## Reviews in/);
    expect(ran.outputs).not.toHaveProperty("conclusion");
    expect(stage.github.requests.names.every((name) => name.startsWith("query History"))).toBe(true);
  });
});

it.each([
  [{ report: "shop" }, 'report names "shop"; write each repository as owner/repo.'],
  [{ since: "Monday" }, 'since can\'t be "Monday". Write a date such as 2026-01-31.'],
  [{ "time-zone": "Berlin" }, 'time-zone can\'t be "Berlin". Write a name such as Europe/Berlin.'],
  [{ report: "acme/none" }, "acme/none wasn't found; check the name, and that the token can read it."],
])("explains what is wrong with %j in a run that passes", async (inputs, message) => {
  const ran = await report(inputs);
  const log = ran.log.replaceAll(/^::debug::.*\n/gm, "");
  expect({ ...ran, log }).toEqual({ code: 0, log: `::error::${message}\n`, outputs: {}, summary: "" });
});

it("matches the example workflow, which uploads the report's files", () => {
  const steps: { uses: string; id?: string; if?: string; with: Record<string, string> }[] =
    example.jobs.report.steps;
  expect(steps.map(({ uses }) => uses.replace(/@.*/, ""))).toEqual([
    "actions/cache",
    home,
    "actions/upload-artifact",
  ]);
  const action = parse(readFileSync(new URL("../../action.yml", import.meta.url), "utf8"));
  const [cache, step, upload] = steps as [(typeof steps)[0], (typeof steps)[0], (typeof steps)[0]];
  expect(Object.keys(step.with).filter((name) => !(name in action.inputs))).toEqual([]);
  const named = [...`${upload.if} ${upload.with.path}`.matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/g)];
  expect(named.map(([, id, output]) => id === step.id && output! in action.outputs)).toEqual([
    true,
    true,
    true,
  ]);
  expect(basename(cache.with.path!)).toBe("async-review");
  expect(example.on).toHaveProperty("schedule");
  const asked = Object.entries(example.permissions).map(([key, level]) => [key.replace("-", "_"), level]);
  expect(Object.fromEntries(asked)).toEqual(permissions);
  for (const name of Object.keys(example.on.workflow_dispatch.inputs))
    expect(action.inputs).toHaveProperty([name]);
});
