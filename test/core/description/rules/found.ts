import { type DescribeOptions, judge } from "../describe.ts";

/** What one rule finds, without its constant parts: level, section, line and message. */
export function found(rule: string, body: string, options: DescribeOptions = {}): string[] {
  return judge(body, options)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ level, section, line, message }) => `${level} ${section ?? "-"} ${line ?? "-"} ${message}`);
}
