import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type DescribeOptions, judge } from "./describe.ts";

/**
 * A situation from public reports about description checkers. Only the listed fields are compared.
 */
interface Case {
  id: string;
  what: string;
  body: string;
  /** The config as YAML. */
  config: string | null;
  template: string | null;
  title: string | null;
  /** The changed files, as lines of `git diff --numstat`; without them, the helper's one file. */
  files?: string;
  /** Section → status; `a|b` either, `!filled` anything but filled. */
  sections: Record<string, string>;
  findings: string[];
  no_findings: string[];
  ok: boolean | null;
}

const cases = readFileSync(new URL("../../fixtures/cases/descriptions.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Case);

/** Where the verdict differs from the expected one. */
function findFaults(each: Case): string[] {
  const { body, config, template, title, files, sections, findings, no_findings, ok } = each;
  const verdict = judge(body, {
    ...(files === undefined ? {} : readFiles(files)),
    config: config === null ? undefined : parse(config).description,
    templates: template === null ? [] : [template],
    ...(title === null ? {} : { title }),
  });
  const faults: string[] = [];
  for (const { id, status } of verdict.sections) {
    const wanted = sections[id];
    if (wanted === undefined) continue;
    const isRight = wanted.startsWith("!") ? status !== wanted.slice(1) : wanted.split("|").includes(status);
    if (!isRight) faults.push(`${id} is ${status}, not ${wanted}`);
  }
  const rules = new Set(verdict.findings.map(({ rule }) => rule));
  for (const rule of findings) if (!rules.has(rule)) faults.push(`${rule} finds nothing`);
  for (const rule of no_findings) if (rules.has(rule)) faults.push(`${rule} finds something`);
  const isOk = verdict.findings.every(({ level }) => level !== "error");
  if (ok !== null && isOk !== ok) faults.push(`ok is ${isOk}`);
  return faults;
}

function readFiles(numstat: string): DescribeOptions {
  const files = numstat
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [additions = "", deletions = "", path = ""] = line.split("\t");
      return { path, additions: Number(additions) || 0, deletions: Number(deletions) || 0 };
    });
  const sum = (of: "additions" | "deletions") => files.reduce((total, file) => total + file[of], 0);
  return { files, additions: sum("additions"), deletions: sum("deletions"), changedFiles: files.length };
}

describe("situations from public reports", () => {
  it.each(cases)("$id: $what", (each) => {
    expect(findFaults(each)).toEqual([]);
  });
});
