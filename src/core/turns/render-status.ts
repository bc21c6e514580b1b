import { quoteHarmlessly } from "../text/quote-harmlessly.ts";
import { renderMoment } from "./render-moment.ts";
import type { TurnsVerdict } from "./verdict.ts";

/** The author's newest status update for the sticky comment: when, a link, and the text as a harmless quote. "" when there is none. */
export function renderStatus({ status, timeZone }: Pick<TurnsVerdict, "status" | "timeZone">): string {
  const quote = quoteHarmlessly(status?.text ?? null);
  if (status === null || quote === null) return "";
  return `[Status](${status.url}) by the author, ${renderMoment(status.at, timeZone)}:\n${quote}`;
}
