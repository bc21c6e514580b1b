import type { SeenCheckRun, SeenComment, SeenPullRequest } from "../github/driver/see-pull-request.ts";
import type { Colors } from "./colors.ts";
import { findTurn } from "./find-turn.ts";
import { showMarkdown } from "./show-markdown.ts";

/** The last shown text of each part of a page, so that only changes are shown. */
export type Shown = Map<string, string>;

/**
 * The changes since the page was last shown, as lines for a terminal: labels, verdicts, whose turn it is,
 * comments.
 */
export function showChanges(seen: SeenPullRequest, shown: Shown, colors: Colors): string[] {
  const isNew = (part: string, text: string) => {
    const key = `${seen.number} ${part}`;
    const before = shown.get(key) ?? "";
    shown.set(key, text);
    return before !== text;
  };
  const said = [...seen.threads.flatMap((thread) => thread.comments.map((one) => ({ ...thread, ...one })))];
  return [
    ...said
      .filter(({ id, body }) => isNew(`line ${id}`, body))
      .flatMap((one) => showRemark(one, ` on ${one.path}:${one.line}`, colors)),
    ...seen.threads
      .filter((thread) => isNew(`thread ${thread.comments[0]!.id}`, thread.isResolved ? "resolved" : ""))
      .map(({ path, line }) => colors.dim(`${path}:${line} is resolved`)),
    ...seen.comments
      .filter((one) => isNew(`comment ${one.id}`, `${one.body} ${one.isMinimized}`))
      .flatMap((one) =>
        one.isMinimized
          ? [colors.dim(`💬 the last reminder of ${one.author} is hidden`)]
          : showRemark(one, one.edits > 0 ? " edited the comment" : " commented", colors),
      ),
    ...seen.comments
      .filter((one) => isNew(`reactions ${one.id}`, one.reactions.join()) && one.reactions.length > 0)
      .map((one) => one.reactions.map(showReaction).join("  ")),
    ...seen.checkRuns
      .filter((run) => isNew(`check ${run.name}`, `${run.conclusion} ${run.title}`))
      .map((run) => showVerdict(run, colors)),
    ...seen.checkRuns
      .map((run) => findTurn(run.summary ?? ""))
      .filter((line) => line !== null && isNew("turn", line))
      .flatMap((line) => showMarkdown(`⏳ ${line}`, colors)),
    ...(isNew("labels", seen.labels.join()) ? [`🏷  ${showLabels(seen.labels, colors)}`] : []),
  ];
}

/** One line: number, title, author. */
export function showTitle(seen: SeenPullRequest, colors: Colors): string {
  const by = colors.dim(`by ${seen.author}${seen.isDraft ? ", draft" : ""}`);
  return `${colors.bold(`#${seen.number} ${seen.title}`)}  ${by}`;
}

const showLabels = (labels: string[], colors: Colors) =>
  labels.length === 0 ? colors.dim("no label") : labels.map((label) => showLabel(label, colors)).join(" ");

const showLabel = (label: string, colors: Colors) =>
  colors.isOn ? colors.inverse(` ${label} `) : `[${label}]`;

/** One line: the check's conclusion. */
function showVerdict({ name, conclusion, title }: SeenCheckRun, colors: Colors): string {
  const marks: Record<string, string> = {
    success: colors.green("✓"),
    neutral: colors.yellow("■"),
    failure: colors.red("✗"),
  };
  return `${marks[conclusion ?? ""] ?? "?"} ${colors.bold(name)}  ${title ?? ""}`;
}

function showRemark({ author, body }: SeenComment, what: string, colors: Colors): string[] {
  const lines = showMarkdown(body, colors).map((line) => `${colors.dim("│")} ${line}`.trimEnd());
  return [`💬 ${colors.bold(author)}${what}`, ...lines];
}

const emoji: Record<string, string> = { rocket: "🚀", confused: "😕", "-1": "👎", eyes: "👀" };

const showReaction = (reaction: string) => reaction.replace(/^\S+/, (name) => emoji[name] ?? name);
