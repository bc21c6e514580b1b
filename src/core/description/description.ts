import type { Finding, Level, UnreadReason } from "../finding.ts";
import type { Conclusion } from "../planned.ts";
import type { ParsedDescription, Unread } from "./parts.ts";

/**
 * The first that applies, in this order: missing, unedited, empty, placeholder, too-short, not-applicable,
 * filled. `unread`: the description was not read, so nothing is known about its sections.
 */
export type SectionStatus =
  | "filled"
  | "missing"
  | "empty"
  | "placeholder"
  | "unedited"
  | "too-short"
  | "not-applicable"
  | "unread";

/** The verdict on one configured section. */
export interface SectionVerdict {
  id: string;
  /** The configured heading, for people. */
  heading: string;
  /** The heading in the body that matched, as written; null when none did. */
  writtenHeading: string | null;
  /** Its line in the body, from 1. */
  line: number | null;
  status: SectionStatus;
  /** The level after `when`. */
  level: Level;
  hint: string;
  /** The conditions of the `when` entry that set the level; null when it is the section's own. */
  levelBecause: Condition[] | null;
  /** The rule that found something in it; null when none did. */
  rule: string | null;
}

/** A condition of a `when` entry that holds. `lines` and patterns are the config's own. */
export type Condition =
  | { type: "lines below" | "lines above"; lines: number }
  | { type: "a file" | "all files"; globs: string[] }
  | { type: "label"; name: string }
  | { type: "base" | "title"; pattern: string };

/** Why nothing is asked of a pull request. Patterns and names are the config's own. */
export type Exemption =
  | { type: "merge queue" | "draft" | "bot" }
  | { type: "label"; name: string }
  | { type: "author" | "title"; pattern: string };

/** The verdict on the description: the same for the check run, the comment and `lint`. */
export interface DescriptionVerdict {
  /** Why nothing is asked; null when something is. When set, there are no findings. */
  exempt: Exemption | null;
  /** Why the text was not read; null when it was. */
  unread: UnreadReason | null;
  /** The line of an unclosed comment, which hides the rest of the text; null when there is none. */
  openComment: number | null;
  /** Every configured section in order, `off` included. */
  sections: SectionVerdict[];
  findings: Finding[];
}

/** The facts of a pull request and its description: everything that a rule sees. */
export interface DescriptionFacts {
  parsed: ParsedDescription | Unread;
  /** The repository's pull request templates, parsed in the same way. */
  templates: readonly ParsedDescription[];
  title: string;
  body: string;
  /** Login in the REST form: `dependabot[bot]`. */
  author: string;
  labels: readonly string[];
  isDraft: boolean;
  isInMergeQueue: boolean;
  baseRef: string;
  files: readonly { path: string; additions: number; deletions: number }[];
  /** Lines; null when unknown. */
  additions: number | null;
  deletions: number | null;
  /** GitHub's own count; `files` may hold fewer. */
  changedFiles: number;
  /** The text of the repository's `.gitattributes`; null or absent when it has none or was not read. */
  gitattributes?: string | null;
  /** The pull request's repository, to recognise references to it. */
  repository?: { owner: string; name: string };
  number?: number;
}

/** The check run's conclusion: failure only when findings may block and one is an error. */
export function concludeDescription(
  verdict: DescriptionVerdict,
  { enforcement }: { enforcement: "advise" | "block" },
): Conclusion {
  if (verdict.findings.length === 0) return "success";
  const hasError = verdict.findings.some(({ level }) => level === "error");
  return enforcement === "block" && hasError ? "failure" : "neutral";
}

/** Additions plus deletions; null when unknown. */
export function countChangedLines({
  additions,
  deletions,
}: Pick<DescriptionFacts, "additions" | "deletions">): number | null {
  return additions === null || deletions === null ? null : additions + deletions;
}
