import type { StatusUpdate } from "../turns/verdict.ts";
import { quoteText } from "./quote-text.ts";
import { renderLink } from "./render-link.ts";

/** The author's newest status update, in one line with a link to all of it. */
export function renderStatus({ at, url, text }: StatusUpdate): string {
  return `${renderLink(`Status of ${at.slice(0, 10)}`, url)}: ${quoteText(text, 300)}`;
}
