import type { Decision } from "../conversation/find-decisions.ts";
import { quoteMessage, quoteText } from "../text/quote-text.ts";
import { renderLink } from "./markdown.ts";
import type { Words } from "./words/words.ts";

/** How many are listed; the others are counted. */
const most = 20;
/** How many are seen at first sight; the earlier ones are folded. */
const mostInSight = 5;

/** The decision log of one pull request as Markdown, the newest last; "" without decisions. */
export function renderDecisionLog(decisions: readonly Decision[], words: Words): string {
  if (decisions.length === 0) return "";
  const listed = decisions.slice(-most);
  const folded = listed.slice(0, -mostInSight);
  return [
    `**${words.decisions.heading}**`,
    ...(folded.length === 0 ? [] : [renderFold(folded, decisions.length - listed.length, words)]),
    renderList(listed.slice(-mostInSight)),
  ].join("\n\n");
}

function renderFold(folded: readonly Decision[], left: number, { decisions }: Words): string {
  const rest = left > 0 ? `\n\n${decisions.andEarlier(left)}` : "";
  return `<details><summary>${decisions.earlier(folded.length)}</summary>\n\n${renderList(folded)}${rest}\n\n</details>`;
}

const renderList = (decisions: readonly Decision[]) => decisions.map(renderDecision).join("\n");

/**
 * Keys stay as they are typed. The parts are a list below the decision, because GitHub does not always break
 * a line where the text does.
 */
function renderDecision({ text, options, reason, revisit, by, at, url }: Decision): string {
  const parts = [
    ["Options", options],
    ["Reason", reason],
    ["Revisit", revisit],
  ].filter(([, said]) => said !== "");
  const more = parts.map(([name, said = ""]) => `  - ${name}: ${quoteMessage(said, 200)}`);
  return [
    `- ${quoteMessage(text, 300)} (${quoteText(by)}, ${renderLink(at.slice(0, 10), url)})`,
    ...more,
  ].join("\n");
}
