import type { Source } from "../../../config/layers.ts";
import type { Condition, Exemption, SectionStatus } from "../../../description/description.ts";
import type { Level } from "../../../finding.ts";
import { configPath, type OptionalPart } from "../../../observation.ts";
import { cutText } from "../../../text/quote-text.ts";
import { list, listSome, number, plural } from "./format.ts";

/** What sections without an answer lack, for titles: one of them, several. */
const lacks: Record<SectionStatus, { one: string; other: string }> = {
  filled: { one: "needs a look", other: "need a look" },
  missing: { one: "is missing", other: "are missing" },
  empty: { one: "is empty", other: "are empty" },
  placeholder: { one: "is a placeholder", other: "are placeholders" },
  unedited: { one: "is not filled in yet", other: "are not filled in yet" },
  "too-short": { one: "is very short", other: "are very short" },
  unread: { one: "was not read", other: "were not read" },
  "not-applicable": { one: "is marked not applicable", other: "are marked not applicable" },
};

const statuses: Record<SectionStatus, string> = {
  filled: "filled",
  missing: "missing",
  empty: "empty",
  placeholder: "a placeholder",
  unedited: "not filled in yet",
  "too-short": "very short",
  "not-applicable": "not applicable",
  unread: "not read",
};

/** The states that a row of the table shows in place of a finding. */
export type Lack = "missing" | "empty" | "unedited" | "placeholder" | "too-short";

const rows: Record<Lack, { alone: string; first: string }> = {
  missing: { alone: "missing", first: "Missing" },
  empty: { alone: "empty", first: "Empty" },
  unedited: { alone: "not filled in yet", first: "Not filled in yet" },
  placeholder: { alone: "only a placeholder", first: "Only a placeholder" },
  "too-short": { alone: "very short", first: "Very short" },
};

const levels: Record<Level, string> = { error: "required", warning: "recommended", off: "not required" };

const sources: Record<Source, string> = {
  repository: `\`${configPath}\``,
  organisation: "the organisation's file",
  locked: "the organisation's file",
  default: "default",
};

const optionalParts: Record<OptionalPart, string> = {
  "organisation file": "the organisation's file",
  teams: "teams",
  checks: "checks",
  "merge queues": "merge queues",
  "deleted comments": "deleted comments",
  "review threads": "review threads",
  reviews: "reviews",
  "commands that were answered": "earlier commands",
  templates: "pull request templates",
};

function exemption(exempt: Exemption): string {
  switch (exempt.type) {
    case "merge queue":
      return "in the merge queue";
    case "draft":
      return "draft";
    case "bot":
      return "opened by a bot";
    case "author":
      return `opened by an exempt author (\`${exempt.pattern}\`)`;
    case "label":
      return `label \`${exempt.name}\``;
    case "title":
      return `title matches \`${exempt.pattern}\``;
  }
}

function condition(holds: Condition): string {
  switch (holds.type) {
    case "lines below":
      return `fewer than ${number(holds.lines)} changed lines`;
    case "lines above":
      return `more than ${number(holds.lines)} changed lines`;
    case "a file":
      return `a file matches ${inCode(holds.globs)}`;
    case "all files":
      return `all files match ${inCode(holds.globs)}`;
    case "label":
      return `label \`${holds.name}\``;
    case "base":
      return `base branch matches \`${holds.pattern}\``;
    case "title":
      return `title matches \`${holds.pattern}\``;
  }
}

const inCode = (globs: readonly string[]) => globs.map((glob) => `\`${glob}\``).join(", ");

/** The description check, and what it shares with the comment. */
export const description = {
  /** Why nothing is asked, to follow a colon. */
  exemption,
  /** Which conditions of a `when` entry hold, for parentheses. */
  conditions: (conditions: readonly Condition[]) => conditions.map(condition).join(", "),
  /** A section's name inside a sentence: "QA" and "API risk" keep their capitals. */
  inSentence: (name: string) => {
    const [first = "", second = ""] = name;
    return cutText(second === second.toLowerCase() ? first.toLowerCase() + name.slice(1) : name, 60);
  },

  /** Titles. */
  complete: "Complete",
  unreadTitle: "This description can't be read",
  notCheckedTitle: (reason: string) => `Not checked: ${reason}`,
  skippedTitle: (by: string) => `Skipped by ${by}`,
  open: ({
    done,
    all,
    groups,
  }: {
    done: number;
    all: number;
    groups: readonly { status: SectionStatus; names: readonly string[] }[];
  }) => {
    const said = groups.map(
      ({ status, names }) => `${listSome(names)} ${plural(names.length, lacks[status])}`,
    );
    return `${done} of ${all} ${plural(all, { one: "section", other: "sections" })}: ${said.join("; ")}`;
  },
  completeWithRemarks: (count: number) =>
    plural(count, { one: "Complete, with one remark", other: `Complete, with ${count} remarks` }),
  remarksToSettle: (count: number) =>
    plural(count, {
      one: "Sections complete, one remark to settle",
      other: `Sections complete, ${count} remarks to settle`,
    }),

  /** Below the title. */
  notCheckedAsDraft: "Not checked while this is a draft.",
  notChecked: (reason: string) => `Not checked: ${reason}.`,
  skipped: ({ by, reason }: { by: string; reason: string }) => `Skipped by ${by}: ${reason}`,
  keptVerdict:
    "Reading the description took too long this time. It hasn't changed, so the last result stands. Press *Check again* to retry.",
  openComment: (line: number) =>
    `The comment on line ${line} never ends (\`-->\` is missing), so everything after it is hidden.`,

  /** The table's rows, and remarks. */
  optional: "optional",
  line: (line: number) => `line ${line}`,
  lineNotApplicable: (line: number) => `line ${line}, not applicable`,
  /** A finding that stands by itself, with or without its line. */
  remark: ({ line, message }: { line: number | null; message: string }) =>
    line === null ? message : `line ${line}: ${message}`,
  /** What a section lacks, when it asks no question of its own. */
  lack: ({ lack, line }: { lack: Lack; line: number | null }) =>
    line === null ? rows[lack].alone : `line ${line}, ${rows[lack].alone}`,
  /** The same before the section's question. */
  lackAndAsk: ({ lack, line, ask }: { lack: Lack; line: number | null; ask: string }) => {
    if (lack === "missing") return ask;
    const seen = line === null ? rows[lack].first : `${rows[lack].first} (line ${line})`;
    return lack === "placeholder" ? `${seen}. ${ask} If it doesn't apply, say why.` : `${seen}. ${ask}`;
  },

  /** Config problems and parts that can't be read. */
  configProblems: "Parts of the configuration can't be used:",
  organisationsFile: (place: string) => `the organisation's ${place}`,
  unavailable: (parts: readonly OptionalPart[]) =>
    `The app can't read ${list(parts.map((part) => optionalParts[part]))}; what depends on it is skipped.`,

  /** The details: for each section what was seen, what is asked, and by whom. */
  why: "Why",
  reason: (section: {
    line: number | null;
    heading: string | null;
    status: SectionStatus;
    rule: string | null;
    level: Level;
    because: string | null;
    source: Source;
  }) => {
    const { line, heading, status, rule, level, because, source } = section;
    const found =
      heading === null ? `text without a heading from line ${line}` : `heading "${heading}" on line ${line}`;
    const ruled = rule === null ? "" : ` (rule \`${rule}\`)`;
    const seen = line === null ? "no heading matched" : `${found}, ${statuses[status]}${ruled}`;
    const when = because === null ? "" : ` (${because})`;
    return `${seen}; ${levels[level]}${when} (${sources[source]})`;
  },
};
