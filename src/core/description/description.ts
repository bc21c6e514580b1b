import type { Finding, Level } from "../finding.ts";

/** First that applies, in this order: missing, unedited, empty, placeholder, too-short, not-applicable, filled. */
export type SectionStatus =
  | "filled"
  | "missing"
  | "empty"
  | "placeholder"
  | "unedited"
  | "too-short"
  | "not-applicable";

/** What was found out about one configured section. */
export interface SectionVerdict {
  id: string;
  /** The configured heading, for people. */
  name: string;
  /** The heading in the body that matched, as written; null when none did. */
  heading: string | null;
  /** Its line in the body, from 1. */
  line: number | null;
  status: SectionStatus;
  /** The level after `when`. */
  level: Level;
  hint: string;
}

/** The description judged: the same for the check run, the comment and `lint`. */
export interface DescriptionVerdict {
  /** Why nothing is asked, e.g. "author matches `*[bot]`" or "draft"; null when it is judged. Then there are no findings. */
  exempt: string | null;
  /** Every configured section in order, `off` included. */
  sections: SectionVerdict[];
  findings: Finding[];
}
