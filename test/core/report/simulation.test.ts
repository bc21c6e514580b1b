import { describe, expect, it } from "vitest";
import {
  renderSimulationText,
  type SimulatedPullRequest,
  summarizeSimulation,
} from "../../../src/core/report/simulation.ts";

function row(number: number, findings: string[], rest: Partial<SimulatedPullRequest> = {}) {
  return {
    number,
    title: `Change ${number}`,
    conclusion: "neutral",
    passes: findings.length === 0,
    exempt: null,
    findings: findings.map((finding) => ({
      finding,
      level: "error",
      rule: "section",
      section: finding.split(" ")[0]!,
    })),
    ...rest,
  } satisfies SimulatedPullRequest as SimulatedPullRequest;
}

describe("a simulation", () => {
  it("counts each finding once per pull request, the most frequent first", () => {
    const rows = [
      ...Array.from({ length: 14 }, (_, index) => row(index, ["risk missing", "risk missing"])),
      ...Array.from({ length: 5 }, (_, index) => row(100 + index, ["testing empty"])),
      ...Array.from({ length: 27 }, (_, index) => row(200 + index, [])),
      ...Array.from({ length: 4 }, (_, index) => row(300 + index, [], { exempt: "draft" })),
    ];
    const simulation = summarizeSimulation(rows);
    expect(simulation.frequent).toEqual([
      { finding: "risk missing", count: 14 },
      { finding: "testing empty", count: 5 },
    ]);
    expect(renderSimulationText(simulation).split("\n").at(-1)).toBe(
      "31 of 50 would pass (4 exempt); most frequent finding: risk missing, 14",
    );
  });

  it("passes with warnings, and shows how many there are", () => {
    const warned = row(7, ["review_focus missing"], { passes: true });
    expect(renderSimulationText(summarizeSimulation([warned])).split("\n")[0]).toMatch(/^– #7 /);
  });

  it("prints titles without control characters, and cuts long ones", () => {
    const title = `\u001b[2J\u001b]0;gone\u0007Fix\r\n\u202ebug ${"x".repeat(60)}`;
    const [line] = renderSimulationText(summarizeSimulation([row(1, [], { title })])).split("\n");
    expect(line).toBe(`✓ #1  ${`[2J]0;goneFix bug ${"x".repeat(60)}`.slice(0, 49)}…  complete`);
  });
});
