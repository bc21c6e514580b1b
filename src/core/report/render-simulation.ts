import { quoteText } from "../render/quote-text.ts";
import { describeSimulation, type SimulatedPullRequest, type Simulation } from "./simulation.ts";

const marks: Record<SimulatedPullRequest["conclusion"], string> = {
  success: "✓",
  neutral: "–",
  failure: "✗",
};

/** The simulation for a terminal: a line each, then the totals. */
export function renderSimulationText(simulation: Simulation): string {
  const width = Math.max(0, ...simulation.pullRequests.map(({ number }) => String(number).length + 1));
  const lines = simulation.pullRequests.map((row) => {
    const title = row.title.length > 50 ? `${row.title.slice(0, 49)}…` : row.title;
    return `${marks[row.conclusion]} ${`#${row.number}`.padStart(width)}  ${title.padEnd(50)}  ${describeRow(row)}`;
  });
  return [...lines, "", describeSimulation(simulation)].join("\n");
}

/** The simulation as a Markdown table, to be pasted where the team decides. */
export function renderSimulationMarkdown(simulation: Simulation): string {
  const rows = simulation.pullRequests.map(
    (row) =>
      `| ${marks[row.conclusion]} | #${row.number} | ${quoteText(row.title, 80)} | ${quoteText(describeRow(row), 300)} |`,
  );
  return [
    "| | | title | findings |",
    "|---|---|---|---|",
    ...rows,
    "",
    `${describeSimulation(simulation)}.`,
  ].join("\n");
}

function describeRow({ exempt, findings }: SimulatedPullRequest): string {
  if (exempt !== null) return `exempt: ${exempt}`;
  return findings.length === 0 ? "complete" : findings.join(", ");
}
