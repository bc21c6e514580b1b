import type { Finding, Seen } from "../finding.ts";
import { quoteMessage } from "../text/quote-text.ts";
import type { Words } from "./words/words.ts";

/** A finding in words. */
export interface WordedFinding {
  /** One sentence: what was seen, and what helps; no full stop at its end. */
  message: string;
  /** What else to do about it, in the section's or the rule's own words; "" for nothing. */
  hint: string;
}

export function wordFinding({ seen }: Pick<Finding, "seen">, { findings }: Words): WordedFinding {
  // Each message takes the `Seen` of its own type.
  const say = findings.messages[seen.type] as (seen: Seen) => string;
  return { message: say(seen), hint: "boxes" in seen ? findings.ask(seen) : findings.hints[seen.type] };
}

/** A finding as a list item of Markdown: its line, what was seen and expected, the hint, the rule. */
export function renderFinding(finding: Finding, words: Words): string {
  const { message, hint } = wordFinding(finding, words);
  const seen = words.description.remark({
    line: finding.line,
    message: endSentence(quoteMessage(message, 400)),
  });
  return `- ${seen}${hint === "" ? "" : ` ${quoteMessage(hint, 400)}`} (\`${finding.rule}\`)`;
}

const endSentence = (text: string) => (/[.?!…]$/.test(text) ? text : `${text}.`);
