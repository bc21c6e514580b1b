import type { DescriptionJudgement } from "../plan/plan-description.ts";

/** What a config would have said about one pull request's description. */
export interface SimulatedPullRequest {
  number: number;
  title: string;
  conclusion: DescriptionJudgement["conclusion"];
  exempt: string | null;
  /** `risk: missing`, `screenshots`, …: section and status, or the rule's id. */
  findings: string[];
}

export interface Simulation {
  pullRequests: SimulatedPullRequest[];
  /** Would pass without a finding of level error. */
  passing: number;
  exempt: number;
  /** Findings with how many pull requests have them, most frequent first. */
  frequent: { finding: string; count: number }[];
}

/** One judged description as a row of the simulation. */
export function toSimulated(
  judgement: DescriptionJudgement,
  title: string,
): SimulatedPullRequest & { passes: boolean } {
  const { verdict, number, conclusion } = judgement;
  const findings = verdict.findings.map((finding) => {
    const section = verdict.sections.find(({ id }) => id === finding.section);
    return finding.rule === "section" && section
      ? `${section.id}: ${section.status}`
      : finding.section === null
        ? finding.rule
        : `${finding.section}: ${finding.rule}`;
  });
  return {
    number,
    title,
    conclusion,
    exempt: verdict.exempt,
    findings: verdict.gaveUp === null ? findings : ["could not be read"],
    passes: verdict.findings.every((finding) => finding.level !== "error"),
  };
}

/** Rows and totals. */
export function summarizeSimulation(rows: (SimulatedPullRequest & { passes: boolean })[]): Simulation {
  const counts = new Map<string, number>();
  for (const finding of rows.flatMap((row) => [...new Set(row.findings)])) {
    counts.set(finding, (counts.get(finding) ?? 0) + 1);
  }
  return {
    pullRequests: rows.map(({ passes: _passes, ...row }) => row),
    passing: rows.filter((row) => row.passes).length,
    exempt: rows.filter((row) => row.exempt !== null).length,
    frequent: [...counts]
      .map(([finding, count]) => ({ finding, count }))
      .sort((a, b) => b.count - a.count || a.finding.localeCompare(b.finding)),
  };
}

/** `31 of 50 would pass (4 exempt); most frequent finding: risk: missing, 14`. */
export function describeSimulation({ pullRequests, passing, exempt, frequent }: Simulation): string {
  const exemptNote = exempt === 0 ? "" : ` (${exempt} exempt)`;
  const [first] = frequent;
  const most = first ? `; most frequent finding: ${first.finding}, ${first.count}` : "";
  return `${passing} of ${pullRequests.length} would pass${exemptNote}${most}`;
}
