import type { Decision } from "../conversation/find-decisions.ts";
import { quoteText } from "./quote-text.ts";
import { renderLink } from "./render-link.ts";

/** How many are listed; the others are counted. */
const most = 20;

/** The decision log of one pull request as Markdown, the newest last; "" without decisions. */
export function renderDecisionLog(decisions: readonly Decision[]): string {
  if (decisions.length === 0) return "";
  const earlier = decisions.length - most;
  return [
    "**Decisions**",
    "",
    ...decisions.slice(-most).map(renderDecision),
    ...(earlier > 0 ? ["", `And ${earlier} earlier.`] : []),
  ].join("\n");
}

function renderDecision({ text, options, reason, revisit, by, at, url }: Decision): string {
  const parts = [
    ["Options", options],
    ["Reason", reason],
    ["Revisit", revisit],
  ].filter(([, said]) => said !== "");
  const more = parts.map(([name, said]) => `  ${name}: ${quoteText(said!, 200)}`);
  return [`- ${quoteText(text, 300)} (${quoteText(by)}, ${renderLink(at.slice(0, 10), url)})`, ...more].join(
    "\n",
  );
}
