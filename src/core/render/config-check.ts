import { type ConfigDifference, diffConfig, type ShownValue } from "../config/diff-config.ts";
import { type ConfigProblem, type EffectiveConfig, levelInItsFile } from "../config/effective.ts";
import { maxProblems } from "../config/read/problem.ts";
import type { Annotation, PlannedCheckRun } from "../planned.ts";
import { quoteCode, quoteMessage } from "../text/quote-text.ts";
import { joinParagraphs } from "./markdown.ts";
import type { Words } from "./words/words.ts";

/** What the description check says about one earlier pull request under two configs. */
export interface ConfigTrial {
  number: number;
  title: string;
  before: { ok: boolean; title: string };
  after: { ok: boolean; title: string };
}

interface ConfigCheckInput {
  /** Path of the changed file, for its annotations. */
  file: string;
  /** What counts now: the base branch's file. */
  before: EffectiveConfig;
  /** What would count after the merge: the head's file in its place. */
  after: EffectiveConfig;
  /** Null: not tried (yet). */
  trials: ConfigTrial[] | null;
  conclusion: PlannedCheckRun["conclusion"];
}

type ConfigCheckPage = Pick<PlannedCheckRun, "title" | "summary" | "annotations">;

/**
 * The check run of a pull request that changes the config file: its problems as annotations on the file's
 * lines (all of them; GitHub takes fifty at a time), the effective difference, and what earlier pull requests
 * would have got. Shows nothing from a hidden file and names nobody.
 */
export function renderConfigCheck(input: ConfigCheckInput, words: Words): ConfigCheckPage {
  const { file, before, after, trials, conclusion } = input;
  const own = after.problems.filter(({ source }) => source === "repository");
  const errors = own.filter(isError).length;
  const differences = diffConfig(before, after);
  const counts = { errors, hints: own.length - errors, differences: differences.length };
  return {
    title: renderTitle(counts, input, words),
    summary: joinParagraphs([
      ...renderProblems(after.problems, file, words),
      ...renderDifferences(differences, renderPresence(before, after, words), words),
      ...renderTrials(trials, words),
    ]),
    annotations: own.map((problem) => renderAnnotation(problem, file, conclusion, words)),
  };
}

const maxRows = 50;
/** All problems of one file, and the row that says how many more there are. */
const maxProblemRows = maxProblems + 1;
const maxCellLength = 400;

const code = (text: string) => (text === "" ? "" : quoteCode(text, maxCellLength));
/** Sentences, not code: they are read, and some are long. */
const sentence = (text: string) => quoteMessage(text, maxCellLength);

const isError = (problem: ConfigProblem) => levelInItsFile(problem) === "error";

const textOf = ({ message, fallback }: ConfigProblem) =>
  [message, fallback].filter((part) => part !== "").join(" ");

function renderTable(head: string[], rows: string[][], { moreInList }: Words, max = maxRows): string {
  const shown = rows.slice(0, max).map((row) => `| ${row.join(" | ")} |`);
  const rest = rows.length > max ? [`\n… ${moreInList(rows.length - max)}.`] : [];
  return [`| ${head.join(" | ")} |`, `|${" --- |".repeat(head.length)}`, ...shown, ...rest].join("\n");
}

function renderProblems(problems: readonly ConfigProblem[], file: string, words: Words): string[] {
  if (problems.length === 0) return [];
  const { config } = words;
  const rows = problems.map((problem) => {
    const { line, column } = problem.place;
    const place = code(`${file}:${line}:${column}`);
    const where = problem.source === "organisation" ? config.organisationsFile(place) : place;
    return [where, sentence(textOf(problem))];
  });
  const { where, what } = config.problemColumns;
  return [`**${config.problems}**`, renderTable([where, what], rows, words, maxProblemRows)];
}

/** Adding the first file, or removing the last, switches features that no key names. */
function renderPresence(before: EffectiveConfig, after: EffectiveConfig, { config }: Words): string[] {
  if (before.hasFile === after.hasFile) return [];
  return [after.hasFile ? config.firstFile : config.lastFile];
}

function renderDifferences(
  differences: readonly ConfigDifference[],
  presence: readonly string[],
  words: Words,
): string[] {
  const { config } = words;
  if (differences.length === 0) return presence.length > 0 ? [...presence] : [config.nothingChanges];
  const show = (value: ShownValue) => code(typeof value === "string" ? value : config.value(value));
  const rows = differences.map(({ path, isOrder, before, after }) => [
    code(isOrder ? config.sectionOrder(path) : path),
    show(before),
    show(after),
  ]);
  const { key, now, after } = config.changeColumns;
  return [
    `**${config.changes}**`,
    ...presence,
    renderTable([key, now, after], rows, words),
    config.lookedAtThen,
  ];
}

function renderTrials(trials: readonly ConfigTrial[] | null, words: Words): string[] {
  if (trials === null || trials.length === 0) return [];
  const { config } = words;
  const passes = (side: "before" | "after") => trials.filter((trial) => trial[side].ok).length;
  const rows = trials.map(({ number, title, before, after }) => [
    `#${number}`,
    sentence(title),
    sentence(before.title),
    before.title === after.title ? config.same : sentence(after.title),
  ]);
  const { pullRequest, now, after } = config.trialColumns;
  return [
    `**${config.trials(trials.length)}**`,
    config.passing({ now: passes("before"), after: passes("after") }),
    renderTable(["", pullRequest, now, after], rows, words),
  ];
}

function renderAnnotation(
  problem: ConfigProblem,
  path: string,
  conclusion: ConfigCheckInput["conclusion"],
  { config }: Words,
): Annotation {
  const { line } = problem.place;
  return {
    path,
    startLine: line,
    endLine: line,
    level: isError(problem) && conclusion === "failure" ? "failure" : "warning",
    title: isError(problem) ? config.errorTitle : config.hintTitle,
    message: textOf(problem),
  };
}

function renderTitle(
  { errors, hints, differences }: Record<"errors" | "hints" | "differences", number>,
  { before, after }: Pick<ConfigCheckInput, "before" | "after">,
  { config }: Words,
): string {
  if (errors > 0) return config.toFix(errors);
  const presence = after.hasFile ? config.first : config.last;
  const nothing = before.hasFile === after.hasFile ? config.nothingChangesTitle : presence;
  const title = differences === 0 ? nothing : config.valuesChange(differences);
  return hints === 0 ? title : config.withHints({ title, hints });
}
