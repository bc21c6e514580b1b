import type { SeenCheckRun, SeenComment, SeenPullRequest } from "../github/driver/see-pull-request.ts";
import type { Colors } from "./colors.ts";
import { showMarkdown } from "./show-markdown.ts";

/** The page of a pull request as lines for a terminal: title, labels, check runs, comments. */
export function showPullRequest(seen: SeenPullRequest, colors: Colors): string[] {
  return [
    showTitle(seen, colors),
    ...seen.checkRuns.flatMap((run) => ["", ...showCheckRun(run, colors)]),
    ...seen.comments.flatMap((comment) => ["", ...showComment(comment, colors)]),
    ...(seen.comments.length === 0 ? ["", colors.dim("  no comment")] : []),
  ];
}

/** One line: number, title, who, which labels. */
export function showTitle(seen: SeenPullRequest, colors: Colors): string {
  const by = colors.dim(`by ${seen.author}${seen.isDraft ? ", draft" : ""}`);
  const labels = seen.labels.map((label) => `  ${showLabel(label, colors)}`).join("");
  return `${colors.bold(`#${seen.number} ${seen.title}`)}  ${by}${labels}`;
}

const showLabel = (label: string, colors: Colors) =>
  colors.isColorSupported ? colors.inverse(` ${label} `) : `[${label}]`;

/** One line: what the check concludes. */
export function showVerdict({ name, conclusion, title }: SeenCheckRun, colors: Colors): string {
  const marks: Record<string, string> = {
    success: colors.green("✓"),
    neutral: colors.yellow("■"),
    failure: colors.red("✗"),
  };
  return `${marks[conclusion ?? ""] ?? "?"} ${colors.bold(name)}  ${title ?? ""}`;
}

function showCheckRun(run: SeenCheckRun, colors: Colors): string[] {
  const buttons = run.actions.map(({ label }) => colors.cyan(`[${label}]`)).join(" ");
  return [
    `  ${showVerdict(run, colors)}`,
    ...indent(showMarkdown(run.summary ?? "", colors), colors),
    ...(buttons === "" ? [] : [`    ${buttons}`]),
  ];
}

function showComment({ author, body }: SeenComment, colors: Colors): string[] {
  return [`  💬 ${colors.bold(author)} commented`, ...indent(showMarkdown(body, colors), colors)];
}

function indent(lines: string[], colors: Colors): string[] {
  return lines.map((line) => `${colors.dim("  │")} ${line}`.trimEnd());
}
