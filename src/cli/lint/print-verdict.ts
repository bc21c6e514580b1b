import type { Conclusion, DescriptionVerdict } from "../../core/description/description.ts";
import { wordFinding } from "../../core/render/finding.ts";
import { english } from "../../core/render/words/en/index.ts";
import { countOf, printFinding, printJson, printLine, printWorkflowCommand } from "../print.ts";

/** One judged description. */
export interface Judged {
  /** As it was named; `-` for standard input. */
  file: string;
  verdict: DescriptionVerdict;
  /** No finding of level error. */
  ok: boolean;
  /** What the check run would say. */
  conclusion: Conclusion;
}

export type LintFormat = "text" | "json" | "github";

export const printers: Record<LintFormat, (judged: Judged) => void> = {
  text: printVerdict,
  json: printVerdictJson,
  github: printAnnotations,
};

/** The keys and their order are a contract (`lint` on the command-line page). */
function printVerdictJson({ file, verdict, ok, conclusion }: Judged): void {
  const sections = verdict.sections.map(({ id, heading, line, status, level }) => ({
    id,
    heading,
    line,
    status,
    level,
  }));
  const findings = verdict.findings.map(({ rule, level, section, line, seen }) => {
    const { message, hint } = wordFinding({ seen }, english);
    return { rule, level, section, message, hint, line };
  });
  printJson({ file, ok, conclusion, exempt: describeExemption(verdict), sections, findings });
}

function printVerdict({ file, verdict }: Judged): void {
  for (const { rule, level, line, seen } of verdict.findings)
    printFinding({ file, line, column: 1, level, message: wordFinding({ seen }, english).message, rule });
  const exempt = describeExemption(verdict);
  if (exempt !== null) printLine(`${file}  not checked: ${exempt}`);
}

/** As annotations of a workflow run. Names a file only where GitHub can show one. */
function printAnnotations({ file, verdict }: Judged): void {
  const isFile = file !== "-" && !file.includes("#");
  for (const { rule, level, line, seen } of verdict.findings) {
    const place = isFile ? { file, ...(line === null ? {} : { line }) } : {};
    const { message } = wordFinding({ seen }, english);
    printWorkflowCommand(level, { ...place, title: `async-review: ${rule}` }, message);
  }
  const exempt = describeExemption(verdict);
  if (exempt !== null) printWorkflowCommand("notice", {}, `Not checked: ${exempt}`);
}

const describeExemption = ({ exempt }: DescriptionVerdict) =>
  exempt === null ? null : english.description.exemption(exempt);

/** The last line: `2 descriptions: 1 error, 0 warnings`. */
export function printSummary(judged: readonly Judged[]): void {
  if (judged.length === 0) return;
  const findings = judged.flatMap(({ verdict }) => verdict.findings);
  const errors = findings.filter(({ level }) => level === "error").length;
  const said =
    findings.length === 0
      ? "complete"
      : `${countOf(errors, "error")}, ${countOf(findings.length - errors, "warning")}`;
  const exempt = judged.filter(({ verdict }) => verdict.exempt !== null).length;
  const parts =
    exempt === judged.length ? ["not checked"] : exempt === 0 ? [said] : [said, `${exempt} not checked`];
  printLine(`${countOf(judged.length, "description")}: ${parts.join(", ")}`);
}
