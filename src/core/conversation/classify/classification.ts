import type { Kind } from "../../config/schema/review-schema.ts";

/** What a comment says that it is. The first five are the stable machine form of `async-review classify`. */
export interface Classification {
  /** What the prefix's word alone stands for; null without a prefix. */
  kind: Kind | null;
  /** The prefix as written, in lower case ("style nit"); null when there is none or only a suggestion fence. */
  prefix: string | null;
  /** What stands in parentheses after the prefix, in lower case, in order. */
  decorations: string[];
  /** What decorations and bang make of the kind: `issue (non-blocking)` is false, `nit (blocking)` is true. */
  blocking: boolean;
  /** The first line after the prefix; without a prefix the first line; "" when there is no such line. */
  subject: string;
  /** One sentence for people: what was seen where. */
  explanation: string;
}
