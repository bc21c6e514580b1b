import colors from "picocolors";

/** What a person sees on a pull request's page. */
export interface SeenPullRequest {
  number: number;
  title: string;
  author: string;
  isDraft: boolean;
  body: string;
  labels: string[];
  checkRuns: { name: string; conclusion: string | null; title: string; summary: string; buttons: string[] }[];
  comments: { author: string; body: string }[];
}

const marks: Record<string, string> = {
  success: colors.green("✓"),
  neutral: colors.yellow("–"),
  failure: colors.red("✗"),
};

/** The page as lines for a terminal; colours only where the terminal has them. */
export function showPullRequest(seen: SeenPullRequest): string {
  const labels = seen.labels.map((label) => ` ${colors.inverse(` ${label} `)}`).join("");
  return [
    `${colors.bold(`#${seen.number} ${seen.title}`)} ${colors.dim(`by ${seen.author}${seen.isDraft ? ", draft" : ""}`)}${labels}`,
    "",
    ...seen.checkRuns.flatMap(showCheckRun),
    ...(seen.comments.length === 0 ? [colors.dim("  (no comment)")] : seen.comments.flatMap(showComment)),
    "",
  ].join("\n");
}

function showCheckRun({
  name,
  conclusion,
  title,
  summary,
  buttons,
}: SeenPullRequest["checkRuns"][number]): string[] {
  const offered = buttons.map((button) => colors.cyan(`[${button}]`)).join(" ");
  return [
    `  ${marks[conclusion ?? ""] ?? "?"} ${colors.bold(name)}  ${title}`,
    ...indent(showMarkdown(summary), colors.dim("  │ ")),
    ...(offered === "" ? [] : [`    ${offered}`]),
    "",
  ];
}

function showComment({ author, body }: SeenPullRequest["comments"][number]): string[] {
  return [`  ${colors.bold(author)} commented`, ...indent(showMarkdown(body), colors.dim("  │ "))];
}

/** Just enough of Markdown for a terminal: hidden markers go, bold is bold, tables lose their rules. */
export function showMarkdown(text: string): string[] {
  return text
    .replace(/<!-- async-review:.*?-->/g, "")
    .replace(/<\/?(details|summary)>/g, "")
    .replace(/\u200b/g, "")
    .trim()
    .split("\n")
    .filter((line) => !/^\|[\s|:-]*\|$/.test(line))
    .map((line) =>
      line
        .replace(/^\| ?(.*?) ?\|$/, (_row, cells: string) => cells.split(/ ?(?<!\\)\| ?/).join("  "))
        .replace(/\*\*(.+?)\*\*/g, (_match, bold: string) => colors.bold(bold)),
    );
}

function indent(lines: string[], by: string): string[] {
  return lines.map((line) => `${by}${line}`);
}
