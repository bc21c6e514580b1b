import { concludeDescription } from "../description/description.ts";
import type { Finding } from "../finding.ts";
import type { DescriptionJudgement } from "../plan/judge/judge-description.ts";
import { english } from "../render/words/en/index.ts";
import { cutToTerminalLine, quoteText, toJsonLine } from "../text/quote-text.ts";

/** One thing that the description check would have said. */
interface SimulatedFinding {
  /** What is counted, in words: `risk missing`, `review-order`. */
  finding: string;
  level: Finding["level"];
  rule: string;
  section: string | null;
}

/** What a config would have said about one pull request's description. */
export interface SimulatedPullRequest {
  number: number;
  title: string;
  /** What the check run would say: under `enforcement: advise` nothing fails. */
  conclusion: DescriptionJudgement["conclusion"];
  /** No finding of level error, whatever `enforcement` says. */
  passes: boolean;
  exempt: string | null;
  findings: SimulatedFinding[];
}

export interface Simulation {
  pullRequests: SimulatedPullRequest[];
  passing: number;
  exempt: number;
  /** Findings with how many pull requests have them, most frequent first. */
  frequent: { finding: string; count: number }[];
}

/** One judged description as a row of the simulation. */
export function toSimulated(judgement: DescriptionJudgement, title: string): SimulatedPullRequest {
  const { verdict, number, conclusion } = judgement;
  return {
    number,
    title,
    conclusion,
    passes: concludeDescription(verdict, { enforcement: "block" }) !== "failure",
    exempt: verdict.exempt === null ? null : english.description.exemption(verdict.exempt),
    findings: verdict.findings.map(({ rule, level, section }) => ({
      finding: describeFinding({ rule, section }, verdict),
      level,
      rule,
      section,
    })),
  };
}

function describeFinding(
  { rule, section: id }: Pick<Finding, "rule" | "section">,
  { sections, unread }: DescriptionJudgement["verdict"],
): string {
  if (unread !== null) return "could not be read";
  if (id === null) return rule;
  const status = sections.find((section) => section.id === id)?.status;
  return status === undefined || status === "filled" || status === "not-applicable"
    ? `${id} ${rule}`
    : `${id} ${status}`;
}

/** Rows and totals. */
export function summarizeSimulation(pullRequests: SimulatedPullRequest[]): Simulation {
  const counts = new Map<string, number>();
  for (const { findings } of pullRequests) {
    for (const finding of new Set(findings.map((one) => one.finding))) {
      counts.set(finding, (counts.get(finding) ?? 0) + 1);
    }
  }
  return {
    pullRequests,
    passing: pullRequests.filter(({ passes }) => passes).length,
    exempt: pullRequests.filter(({ exempt }) => exempt !== null).length,
    frequent: [...counts]
      .map(([finding, count]) => ({ finding, count }))
      .sort((a, b) => b.count - a.count || (a.finding < b.finding ? -1 : 1)),
  };
}

/** `31 of 50 would pass (4 exempt); most frequent finding: risk missing, 14`. */
function describeTotals({ pullRequests, passing, exempt, frequent }: Simulation): string {
  if (pullRequests.length === 0) return "There is no pull request yet";
  const exemptNote = exempt === 0 ? "" : ` (${exempt} exempt)`;
  const [first] = frequent;
  const most = first ? `; most frequent finding: ${first.finding}, ${first.count}` : "";
  return `${passing} of ${pullRequests.length} would pass${exemptNote}${most}`;
}

const maxTitleWidth = 50;
/** The totals name the first few; the machine form has them all. */
const maxFrequent = 10;

/** ✓ nothing to say, – findings that would not fail, ✗ at least one of level error. */
function markOf({ passes, findings }: SimulatedPullRequest): string {
  if (!passes) return "✗";
  return findings.length === 0 ? "✓" : "–";
}

/** The simulation for a terminal: one line for each, the most frequent findings, then the totals. */
export function renderSimulationText(simulation: Simulation): string {
  const { pullRequests, frequent } = simulation;
  const numbers = Math.max(0, ...pullRequests.map(({ number }) => String(number).length + 1));
  const counts = Math.max(0, ...frequent.map(({ count }) => String(count).length));
  const lines = pullRequests.map((row) => {
    const title = cutToTerminalLine(row.title, maxTitleWidth);
    return `${markOf(row)} ${`#${row.number}`.padStart(numbers)}  ${title.padEnd(maxTitleWidth)}  ${cutToTerminalLine(describeRow(row), 400)}`;
  });
  const often = frequent
    .slice(0, maxFrequent)
    .map(({ finding, count }) => `${String(count).padStart(counts)}  ${finding}`);
  return [lines, often, [describeTotals(simulation)]]
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

/** The simulation as a Markdown table, to be pasted where the team decides. */
export function renderSimulationMarkdown(simulation: Simulation): string {
  const rows = simulation.pullRequests.map(
    (row) =>
      `| ${markOf(row)} | #${row.number} | ${quoteText(row.title, 80)} | ${quoteText(describeRow(row), 300)} |`,
  );
  const table = ["| | | Title | Findings |", "|---|---|---|---|", ...rows, ""];
  return [...(rows.length === 0 ? [] : table), `**${describeTotals(simulation)}.**`].join("\n");
}

/** The machine form, one compact object on each line: the pull requests, then `{"totals": …}`. */
export function renderSimulationJson({ pullRequests, ...counts }: Simulation): string {
  const totals = { pullRequests: pullRequests.length, ...counts };
  return [...pullRequests, { totals }].map(toJsonLine).join("\n");
}

function describeRow({ exempt, findings }: SimulatedPullRequest): string {
  if (exempt !== null) return `exempt: ${exempt}`;
  return findings.length === 0 ? "complete" : findings.map(({ finding }) => finding).join(", ");
}
