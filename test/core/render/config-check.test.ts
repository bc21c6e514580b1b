import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type EffectiveConfig, resolveConfig } from "../../../src/core/config/effective.ts";
import { configPath } from "../../../src/core/observation.ts";
import { planConfigCheck } from "../../../src/core/plan/checks/plan-config-check.ts";
import { type ConfigTrial, renderConfigCheck } from "../../../src/core/render/config-check.ts";
import { english } from "../../../src/core/render/words/en/index.ts";

const folder = fileURLToPath(new URL("../../fixtures/config-check", import.meta.url));

const resolve = (base: string | null, organisation: string | null = null) =>
  resolveConfig({ base, defaultBranch: null, organisation });

/** The check as planned, before it is cut to GitHub's limits. */
function renderChange(before: EffectiveConfig, after: EffectiveConfig, trials: ConfigTrial[] | null = null) {
  const { conclusion } = planConfigCheck({
    before,
    after,
    createdAt: "2026-03-02T09:00:00Z",
    trials,
    force: null,
  })!;
  return {
    conclusion,
    ...renderConfigCheck({ file: configPath, before, after, trials, conclusion }, english),
  };
}

const render = (before: string, after: string, trials: ConfigTrial[] | null = null) =>
  renderChange(resolve(before), resolve(after), trials);

describe("the check of a changed config", () => {
  it("shows what changes, and what earlier pull requests would have got", async () => {
    const trials = [
      {
        number: 12,
        title: "Retry | the `queue` @everyone",
        before: { ok: true, title: "Complete" },
        after: { ok: false, title: "2 of 3 sections: testing is missing" },
      },
      {
        number: 11,
        title: "Fix\nbug",
        before: { ok: true, title: "Complete" },
        after: { ok: true, title: "Complete" },
      },
    ];
    const check = render(
      "",
      "enforcement: block\nturns:\n  targets:\n    default: 4 business hours\n",
      trials,
    );
    expect({ ...check, summary: null }).toEqual({
      conclusion: "success",
      title: "2 values change",
      summary: null,
      annotations: [],
    });
    await expect(`${check.summary}\n`).toMatchFileSnapshot(join(folder, "differences.md"));
  });

  const broken = "enforcment: block\ncomment:\n  after: soonish\n  when: [errors]\nlocked: [x]\n";

  it("annotates lines, and treats an unknown key as an error", async () => {
    const check = render("", broken);
    expect([check.conclusion, check.title]).toEqual(["neutral", "3 things to fix in the config"]);
    expect(
      check.annotations.map(({ startLine, endLine, level, title }) => [startLine, endLine, level, title]),
    ).toEqual([
      [1, 1, "warning", "Can't be used"],
      [3, 3, "warning", "Can't be used"],
      [4, 4, "warning", "Can't be used"],
      [5, 5, "warning", "Worth a look"],
    ]);
    expect(check.annotations[1]!.message).toBe(
      'comment.after can\'t be "soonish". Write a duration such as "2 minutes", "4 hours" or "1 day". Using the default (2 minutes) until it\'s fixed.',
    );
    await expect(`${check.summary}\n`).toMatchFileSnapshot(join(folder, "problems.md"));
  });

  it("fails where the present config blocks, whatever the new one says", () => {
    const check = render("enforcement: block", `${broken}enforcement: advise\n`);
    expect(check.conclusion).toBe("failure");
    expect(check.annotations.map(({ level }) => level)).toEqual(["failure", "failure", "failure", "warning"]);
    expect(render("enforcement: block", "enforcement: advise").conclusion).toBe("success");
  });

  it("says when nothing changes", () => {
    const check = render("", "enforcement: advise # as before");
    expect([check.title, check.summary]).toEqual(["Nothing changes", "Nothing changes for pull requests."]);
  });

  it("keeps the organisation's problems out of this file's annotations", () => {
    const after = resolveConfig({ base: "", defaultBranch: null, organisation: "enforcement: hard" });
    const check = renderChange(after, after);
    expect([check.conclusion, check.annotations]).toEqual(["success", []]);
    expect(check.summary).toContain("| the organisation's `.github/async.yml:1:14` |");
  });

  it("stays within GitHub's limit, and keeps all annotations", () => {
    const long = "é".repeat(200);
    const lines = Array.from({ length: 99 }, (_, index) => `  ${long}${index}: ${long}`).join("\n");
    const check = render("", `turns:\n${lines}`);
    expect(check.annotations).toHaveLength(99);
    expect(new TextEncoder().encode(check.summary).length).toBeLessThanOrEqual(65_535);
  });
});
