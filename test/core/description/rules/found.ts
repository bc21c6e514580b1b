import { wordFinding } from "../../../../src/core/render/finding.ts";
import { english } from "../../../../src/core/render/words/en/index.ts";
import { type DescribeOptions, judge } from "../describe.ts";

/** Level, section, line and message of each finding of one rule. */
export function found(rule: string, body: string, options: DescribeOptions = {}): string[] {
  return judge(body, options)
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => {
      const { level, section, line } = finding;
      return `${level} ${section ?? "-"} ${line ?? "-"} ${wordFinding(finding, english).message}`;
    });
}
