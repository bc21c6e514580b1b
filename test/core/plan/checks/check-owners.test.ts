import { describe, expect, it } from "vitest";
import {
  findOwners,
  type JudgedCheck,
  keepOwnedChecks,
  listWriters,
} from "../../../../src/core/plan/checks/check-owners.ts";
import { retiredHash } from "../../../../src/core/plan/checks/plan-retired-checks.ts";
import { emptyPlan, type PlannedCheckRun } from "../../../../src/core/planned.ts";
import type { OwnCheckRun } from "../../../../src/core/pull-request.ts";

type Conclusion = JudgedCheck["conclusion"];
const checks = (given: Record<string, Conclusion>): JudgedCheck[] =>
  Object.entries(given).map(([name, conclusion]) => ({ name, conclusion }));
const twin = (number: number, given: Record<string, Conclusion>, twins: number[] = []) => ({
  number,
  checks: checks(given),
  twins,
});
const planned = (name: string, conclusion: Conclusion): PlannedCheckRun => ({
  name,
  language: "en",
  conclusion,
  title: "Title",
  summary: "Summary",
  text: "",
  buttons: [],
  annotations: [],
  hash: "0123",
  force: null,
});
const run = (name: string, externalId: string): OwnCheckRun => ({
  databaseId: 90,
  name,
  status: "completed",
  conclusion: "success",
  externalId,
});

it("gives each check to its worst pull request, and among equals to the lowest number", () => {
  const all = [
    twin(9, { a: "failure", b: "neutral" }),
    twin(7, { a: "success", b: "neutral", c: "success" }),
    twin(8, { a: "failure" }),
  ];
  expect(Object.fromEntries(findOwners(all))).toEqual({ a: 8, b: 7, c: 7 });
});

describe("shareChecks", () => {
  const plan = {
    ...emptyPlan,
    checkRuns: [planned("a", "failure"), planned("b", "success")],
    retiredChecks: [planned("c", "success"), planned("d", "success")],
  };
  const share = (number: number, twins: ReturnType<typeof twin>[], unreachable: number[] = []) => {
    const { checkRuns, retiredChecks } = keepOwnedChecks(plan, { number, twins, unreachable });
    return [...checkRuns, ...retiredChecks].map(({ name, title }) => `${name}: ${title}`);
  };

  it("leaves the plan alone when nobody shares the head", () => {
    expect(keepOwnedChecks(plan, { number: 7, twins: [], unreachable: [] })).toEqual(plan);
  });

  it("keeps the checks that the pull request owns, and names the owner of a red check", () => {
    expect(share(7, [twin(8, { a: "neutral", b: "neutral", c: "success" })])).toEqual([
      "a: #7: Title",
      "d: Title",
    ]);
    expect(share(9, [twin(8, { a: "neutral", b: "success" })])).toEqual(["a: #9: Title"]);
  });

  it("names the other pull requests by number alone", () => {
    const twins = [twin(9, { a: "success" }), twin(8, { a: "success" })];
    const { checkRuns } = keepOwnedChecks(plan, { number: 7, twins, unreachable: [5] });
    expect(checkRuns[0]!.summary).toBe(
      [
        "#7 decides this check. It has the same head commit as #8 and #9, and a check belongs to the commit, so the pull request with the most to fix decides for all of them. To separate them, close #7 or push a commit to it.",
        "#5 has the same head commit but couldn't be checked, so it doesn't count here.",
        "Summary",
      ].join("\n\n"),
    );
    expect(checkRuns[0]!.hash).not.toBe("0123");
  });
});

describe("the writer of a shared check", () => {
  const all = [twin(7, { a: "success" }, [8]), twin(8, { a: "failure" }, [7])];

  it("is the owner while the newest run is another's, or there is none", () => {
    expect([...listWriters([run("a", "8:1")], all)]).toEqual([]);
    expect([...listWriters([run("a", "7:1"), run("a", "8:1")], all)]).toEqual([8]);
    expect([...listWriters([], all)]).toEqual([8]);
  });

  it("is the owner when its run names other pull requests than today's", () => {
    const [first, second] = [twin(7, { a: "success" }), twin(8, { a: "failure" })];
    expect([...listWriters([run("a", "8:1")], [first, second])]).toEqual([8]);
    expect([...listWriters([run("a", "8:1")], [second])]).toEqual([]);
  });

  it("is an owner that had left the check, even when the newest run is its own", () => {
    const [first, second] = [twin(7, { a: "success" }, [8]), twin(8, { a: "success" }, [7])];
    const runs = [run("a", "7:1")];
    expect([...listWriters(runs, [first, second])]).toEqual([]);
    expect([...listWriters(runs, [{ ...first, leftToOthers: ["a"] }, second])]).toEqual([7]);
    expect([...listWriters(runs, [first, { ...second, leftToOthers: ["a"] }])]).toEqual([]);
  });

  it("is the lowest pull request with a check, for a run that none of them uses and nobody retired", () => {
    const runs = [run("a", "8:1"), run("old", "8:1")];
    const off = twin(6, {});
    const named = all.map((one) => ({ ...one, twins: [...one.twins, 6] }));
    expect([...listWriters(runs, [off, ...named])]).toEqual([7]);
    expect([...listWriters([run("a", "8:1"), run("old", `8:${retiredHash("old")}`)], all)]).toEqual([]);
    expect([...listWriters([run("a", "8:1"), run("old", "group:1")], all)]).toEqual([]);
  });
});
