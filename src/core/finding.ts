/** How much a finding weighs. `off` never becomes a finding. */
export type Level = "off" | "warning" | "error";

/** Where something is in a text: line and column count from 1, the column in UTF-16 code units. */
export interface Place {
  line: number;
  column: number;
}

/** Why a text was not read: reading it took too long or failed, or there is too much of something in it. */
export type UnreadReason =
  | "time"
  | "crash"
  | "characters"
  | "lines"
  | "underlines"
  | "containers"
  | "marks"
  | "marksInParagraph"
  | "lookahead"
  | "bars";

/** A section that a finding is about. */
export interface SeenSection {
  /** As the config calls it. */
  name: string;
  /** The heading that stands for it when it is another, in short; null when it is the same, or missing. */
  heading: string | null;
  /** Its own question; "" when it has none. */
  ask: string;
  minWords: number;
}

/**
 * What a rule saw: which message, and what a sentence about it needs. It is worded where it is shown. Words
 * of people are cut and notify nobody.
 */
export type Seen =
  /** `comment`: the line of a comment without an end that may hide it; null when there is none. */
  | ({ type: "missing"; comment: number | null } & SeenSection)
  | ({ type: "empty"; comment: number | null } & SeenSection)
  | ({ type: "unedited" } & SeenSection)
  | ({ type: "placeholder"; text: string } & SeenSection)
  | ({ type: "too-short"; count: number; unit: "word" | "character" } & SeenSection)
  | { type: "unread"; reason: UnreadReason }
  /** `pattern`: what the config asks for beside the known forms; null when it asks for nothing. */
  | { type: "linked-ticket"; pattern: string | null }
  | { type: "screenshots"; path: string }
  | { type: "review-order"; lines: number; files: number }
  /** `share`: per cent. */
  | { type: "generated-files"; share: number; path: string }
  | { type: "rollback"; path: string }
  | { type: "unfinished-tasks"; count: number; first: string }
  | { type: "title-pattern"; title: string; pattern: string }
  | { type: "title-short"; title: string; minWords: number }
  | { type: "vague-ask"; text: string };

/**
 * The one shape that every rule returns. The runner stamps `rule`, `level` and `section`; a rule only finds.
 */
export interface Finding {
  rule: string;
  level: "error" | "warning";
  /** The id of the section that it is about; null when it is about the whole pull request. */
  section: string | null;
  seen: Seen;
  /**
   * A line of the body, from 1; null when the finding has no line (something is missing, or it is about the
   * title).
   */
  line: number | null;
}
