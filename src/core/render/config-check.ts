import type { ConfigProblem, EffectiveConfig } from "../config/effective.ts";
import { type ConfigDifference, diffConfig } from "../config/diff-config.ts";
import type { Annotation, PlannedCheckRun } from "../planned.ts";
import { quoteCode, quoteMessage } from "../text/quote-text.ts";

/** What the description check says about one earlier pull request under two configs. */
export interface ConfigTrial {
  number: number;
  title: string;
  before: { ok: boolean; title: string };
  after: { ok: boolean; title: string };
}

export interface ConfigCheckInput {
  /** The check run's name. */
  name: string;
  /** Path of the changed file, for its annotations. */
  file: string;
  /** What counts now: the base branch's file. */
  before: EffectiveConfig;
  /** What would count after the merge: the head's file in its place. */
  after: EffectiveConfig;
  /** Null: not tried (yet). */
  trials: ConfigTrial[] | null;
}

const mostRows = 50;
/** All problems that are found in one file, and the line that says that there are more. */
const mostProblemRows = 101;
const longestCell = 400;
/** GitHub takes 65,535 bytes of summary (https://docs.github.com/en/rest/checks/runs). */
const mostBytes = 65_000;

const code = (text: string) => (text === "" ? "" : quoteCode(text, longestCell));
/** Sentences, not code: they are read, and some are long. */
const words = (text: string) => quoteMessage(text, longestCell);

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** In the pull request that changes the file, a key that is not known is an error too. */
const isError = (problem: ConfigProblem) => problem.level === "error" || problem.isUnknownKey === true;

const textOf = ({ message, fallback }: ConfigProblem) =>
  [message, fallback].filter((part) => part !== "").join(" ");

function renderTable(head: string[], rows: string[][], most = mostRows): string {
  const shown = rows.slice(0, most).map((row) => `| ${row.join(" | ")} |`);
  const rest = rows.length > most ? [`\n… and ${rows.length - most} more.`] : [];
  return [`| ${head.join(" | ")} |`, `|${" --- |".repeat(head.length)}`, ...shown, ...rest].join("\n");
}

function renderProblems(problems: readonly ConfigProblem[], file: string): string[] {
  if (problems.length === 0) return [];
  const rows = problems.map((problem) => {
    const { line, column } = problem.place;
    const whose = problem.source === "organisation" ? "the organisation's " : "";
    return [`${whose}${code(`${file}:${line}:${column}`)}`, words(textOf(problem))];
  });
  return ["**What can't be used**", renderTable(["Where", "What"], rows, mostProblemRows)];
}

/** The first file turns things on that no key names, and the last one off. */
function renderPresence(before: EffectiveConfig, after: EffectiveConfig): string[] {
  if (before.hasFile === after.hasFile) return [];
  return [
    after.hasFile
      ? "This is the first file: with it the review check and the labels start."
      : "No file is left: the review check, labels, turns and reminders end, and the description check only advises.",
  ];
}

function renderDifferences(differences: readonly ConfigDifference[], presence: readonly string[]): string[] {
  if (differences.length === 0 && presence.length > 0) return [...presence];
  if (differences.length === 0) return ["Nothing changes for pull requests."];
  const rows = differences.map(({ path, before, after }) => [code(path), code(before), code(after)]);
  return [
    "**What changes on merge**",
    ...presence,
    renderTable(["Key", "Now", "Then"], rows),
    "Open pull requests are looked at again then.",
  ];
}

function renderTrials(trials: readonly ConfigTrial[] | null): string[] {
  if (trials === null || trials.length === 0) return [];
  const passes = (side: "before" | "after") => trials.filter((trial) => trial[side].ok).length;
  const rows = trials.map(({ number, title, before, after }) => [
    `#${number}`,
    words(title),
    words(before.title),
    before.title === after.title ? "the same" : words(after.title),
  ]);
  return [
    `**The last ${trials.length === 1 ? "pull request" : `${trials.length} pull requests`} under both**`,
    `${passes("after")} would pass; now it is ${passes("before")}.`,
    renderTable(["", "Pull request", "Now", "Then"], rows),
  ];
}

function renderAnnotation(problem: ConfigProblem, path: string, isBlocking: boolean): Annotation {
  const { line } = problem.place;
  return {
    path,
    startLine: line,
    endLine: line,
    level: isError(problem) && isBlocking ? "failure" : "warning",
    title: isError(problem) ? "Can't be used" : "Worth a look",
    message: textOf(problem),
  };
}

function renderTitle(errors: number, hints: number, differences: number, hasFile: boolean | null): string {
  if (errors > 0) return `${count(errors, "thing", "things")} to fix in the config`;
  const nothing = hasFile === null ? "Nothing changes" : hasFile ? "The first config" : "No config is left";
  const changes = differences === 0 ? nothing : count(differences, "value changes", "values change");
  return hints === 0 ? changes : `${changes}, ${count(hints, "thing", "things")} worth a look`;
}

/** Whole lines as long as they fit. */
function keepWholeLines(text: string): string {
  const encoder = new TextEncoder();
  const lines = text.split("\n");
  let bytes = 0;
  const end = lines.findIndex((line) => {
    bytes += encoder.encode(line).length + 1;
    return bytes > mostBytes;
  });
  return end < 0 ? text : `${lines.slice(0, end).join("\n")}\n\n… and more, too long to show here.`;
}

/**
 * The check run of a pull request that changes the config file: its problems as annotations on the file's
 * lines (all of them; GitHub takes fifty at a time), the effective difference, and what earlier pull requests
 * would have heard. Errors and unknown keys make it `neutral`, and `failure` where the present config says
 * `enforcement: block`. Nothing of a hidden file or a person is in it.
 */
export function renderConfigCheck(input: ConfigCheckInput): Omit<PlannedCheckRun, "hash"> {
  const { name, file, before, after, trials } = input;
  const own = after.problems.filter(({ source }) => source === "repository");
  const errors = own.filter(isError).length;
  const differences = diffConfig(before, after);
  const presence = renderPresence(before, after);
  const isBlocking = before.config.enforcement === "block";
  const parts = [
    ...renderProblems(after.problems, file),
    ...renderDifferences(differences, presence),
    ...renderTrials(trials),
  ];
  return {
    name,
    conclusion: errors === 0 ? "success" : isBlocking ? "failure" : "neutral",
    title: renderTitle(
      errors,
      own.length - errors,
      differences.length,
      presence.length > 0 ? after.hasFile : null,
    ),
    summary: keepWholeLines(parts.join("\n\n")),
    text: "",
    buttons: [],
    annotations: own.map((problem) => renderAnnotation(problem, file, isBlocking)),
    force: null,
  };
}
