import picocolors from "picocolors";
import { toJsonLine, toOneTerminalLine, toTerminalText } from "../core/text/terminal-text.ts";

/**
 * Everything that the command line prints leaves here: files' names, configs, pull requests and arguments are
 * other people's texts, and a terminal obeys control characters. `test/cli/echo.test.ts` holds this.
 */

/**
 * Colours on a terminal only: picocolors alone would also colour what a CI's log or a pipe reads. NO_COLOR is
 * respected.
 */
const colors = picocolors.createColors(process.stdout.isTTY === true && picocolors.isColorSupported);

/** A line on standard output. */
export const printLine = (line: string): boolean => process.stdout.write(`${toOneTerminalLine(line)}\n`);

/** A text of many lines on standard output, with the line ending that it has. */
export const printText = (text: string): boolean => process.stdout.write(toTerminalText(text));

/** The machine form on standard output: one compact object on a line. */
export const printJson = (value: unknown): boolean => process.stdout.write(`${toJsonLine(value)}\n`);

/** What went wrong, or what to know besides, on standard error: a line or several. */
export const tell = (text: string): boolean => process.stderr.write(`${toTerminalText(text)}\n`);

/** A finding on standard output, as linters write them. */
export function printFinding(finding: {
  file: string;
  /** Null: it has no place, as something that is missing. */
  line: number | null;
  column: number;
  level: "error" | "warning";
  message: string;
  rule: string;
}): void {
  const { file, line, column, level, message, rule } = finding;
  const shown = level === "error" ? colors.red(level) : colors.yellow(level);
  const [place, words] = [line === null ? file : `${file}:${line}:${column}`, `${message}  (${rule})`].map(
    toOneTerminalLine,
  );
  process.stdout.write(`${place}  ${shown}  ${words}\n`);
}

/**
 * A workflow command, which the runner makes an annotation. What could end it, or begin another, is escaped
 * as the runner wants it:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function printWorkflowCommand(
  name: "error" | "warning" | "notice",
  properties: Record<string, string | number>,
  message: string,
): void {
  const data = (text: string) => toOneTerminalLine(text).replaceAll("%", "%25");
  const property = (value: string | number) =>
    data(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  process.stdout.write(`::${[name, list.join(",")].filter(Boolean).join(" ")}::${data(message)}\n`);
}

/** Wrong usage or unreadable input: told in one line on standard error, exit 2. */
export class UsageError extends Error {
  override name = "UsageError";
}
