import { toJsonLine, toTerminalLine } from "../text/dangerous-characters.ts";
import { quoteText } from "../text/quote-text.ts";
import { describeSimulation, type SimulatedPullRequest, type Simulation } from "./simulation.ts";

const mostTitle = 50;
/** The totals name the first few; the machine form has them all. */
const mostFrequent = 10;

/** ✓ nothing to say, – findings that would not fail, ✗ at least one of level error. */
function markOf({ passes, findings }: SimulatedPullRequest): string {
  if (!passes) return "✗";
  return findings.length === 0 ? "✓" : "–";
}

/** The simulation for a terminal: a line each, then the findings by how often they occur, then the totals. */
export function renderSimulationText(simulation: Simulation): string {
  const { pullRequests, frequent } = simulation;
  const numbers = Math.max(0, ...pullRequests.map(({ number }) => String(number).length + 1));
  const counts = Math.max(0, ...frequent.map(({ count }) => String(count).length));
  const lines = pullRequests.map((row) => {
    const title = toTerminalLine(row.title, mostTitle);
    return `${markOf(row)} ${`#${row.number}`.padStart(numbers)}  ${title.padEnd(mostTitle)}  ${toTerminalLine(describeRow(row), 400)}`;
  });
  const often = frequent
    .slice(0, mostFrequent)
    .map(({ finding, count }) => `${String(count).padStart(counts)}  ${finding}`);
  return [lines, often, [describeSimulation(simulation)]]
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
  return [...(rows.length === 0 ? [] : table), `**${describeSimulation(simulation)}.**`].join("\n");
}

/** The machine form: one object a pull request, then `{"totals": …}`; one compact object a line. */
export function renderSimulationJson({ pullRequests, ...counts }: Simulation): string {
  const totals = { pullRequests: pullRequests.length, ...counts };
  return [...pullRequests, { totals }].map(toJsonLine).join("\n");
}

function describeRow({ exempt, findings }: SimulatedPullRequest): string {
  if (exempt !== null) return `exempt: ${exempt}`;
  return findings.length === 0 ? "complete" : findings.map(({ finding }) => finding).join(", ");
}
