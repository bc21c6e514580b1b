/** How much a finding matters. `off` never becomes a finding. */
export type Level = "off" | "warning" | "error";

/** A place in a text: line and column count from 1, the column in UTF-16 code units. */
export interface Place {
  line: number;
  column: number;
}

/** Why a text was not read: reading took too long or failed, or the text has too much of something. */
export type UnreadReason =
  | "time"
  | "crash"
  | "characters"
  | "lines"
  | "allLines"
  | "lazyLines"
  | "underlines"
  | "containers"
  | "marks"
  | "marksInParagraph"
  | "lookahead"
  | "bars";

/** What a section asks: its question, on one line, and the boxes to tick. */
export interface Hint {
  /** "" when it has none. */
  question: string;
  /** What follows each `- [ ] `. */
  boxes: string[];
}

/** A section that a finding is about. */
export interface SeenSection extends Hint {
  /** As configured. */
  heading: string;
  /** The heading that matched, shortened; null when it is the configured one, or missing. */
  writtenHeading: string | null;
  minWords: number;
}

/** What a rule saw, as data, which `render/` puts into words. People's words are cut and notify nobody. */
export type Seen =
  /** `comment`: the line of an unclosed comment that may hide it; null when there is none. */
  | ({ type: "missing"; comment: number | null } & SeenSection)
  | ({ type: "empty"; comment: number | null } & SeenSection)
  | ({ type: "unedited" } & SeenSection)
  | ({ type: "placeholder"; text: string } & SeenSection)
  | ({ type: "too-short"; count: number; unit: "word" | "character" } & SeenSection)
  | { type: "unread"; reason: UnreadReason }
  /** `pattern`: what the config accepts besides the built-in references; null when nothing. */
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

/** A finding of a rule; `rule` and `level` come from the runner. */
export interface Finding {
  rule: string;
  level: "error" | "warning";
  /** Id of the section that it is about; null for the whole pull request. */
  section: string | null;
  seen: Seen;
  /** A line of the body, from 1; null when it has none (something is missing, or it is about the title). */
  line: number | null;
}
