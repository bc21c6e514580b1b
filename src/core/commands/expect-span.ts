import { isPast, type Moment, type Span } from "../calendar/span.ts";
import { quoteText } from "../text/quote-text.ts";
import type { Parsed } from "./command.ts";

/** A span that is still to come, or the one sentence that says what was seen and what is expected. */
export function expectSpan(
  argument: string,
  span: Span | null,
  expected: string,
  moment: Moment,
): Parsed<Span> {
  if (span !== null && isPast(span, moment))
    return { ok: false, message: `says "${quoteText(argument, 60)}", which is past. Name a day to come` };
  if (span !== null) return { ok: true, value: span };
  const seen = argument === "" ? "nothing" : `"${quoteText(argument, 60)}"`;
  return { ok: false, message: `says ${seen}. Write ${expected}` };
}
