/** How much a finding weighs. `off` never becomes a finding. */
export type Level = "off" | "warning" | "error";

/** Where something is in a text: line and column count from 1, the column in UTF-16 code units. */
export interface Place {
  line: number;
  column: number;
}

/**
 * The one shape that every rule returns. The runner stamps `rule`, `level` and `section`; a rule only finds.
 */
export interface Finding {
  rule: string;
  level: "error" | "warning";
  /** The id of the section that it is about; null when it is about the whole pull request. */
  section: string | null;
  /** One sentence: what was seen, what is expected. */
  message: string;
  /** What to do about it, in the section's or rule's own words. */
  hint: string;
  /**
   * A line of the body, from 1; null when the finding has no line (something is missing, or it is about the
   * title).
   */
  line: number | null;
}
