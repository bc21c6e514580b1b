import type { Decision } from "../conversation/find-decisions.ts";
import { quoteMessage, quoteText } from "../text/quote-text.ts";
import { renderLink } from "./markdown.ts";
import type { Words } from "./words/words.ts";

/** How many are listed; the earlier ones are counted. */
const maxListed = 20;
/** How many of these are in sight; the earlier ones are folded. */
const maxUnfolded = 5;

/** The decision log of one pull request as Markdown, the newest last; "" without decisions. */
export function renderDecisionLog(decisions: readonly Decision[], words: Words): string {
  if (decisions.length === 0) return "";
  const listed = decisions.slice(-maxListed);
  const folded = listed.slice(0, -maxUnfolded);
  return [
    `**${words.decisions.heading}**`,
    ...(folded.length === 0 ? [] : [renderFold(folded, decisions.length - listed.length, words)]),
    renderList(listed.slice(-maxUnfolded)),
  ].join("\n\n");
}

function renderFold(folded: readonly Decision[], left: number, { decisions }: Words): string {
  const rest = left > 0 ? `\n\n${decisions.andEarlier(left)}` : "";
  return `<details><summary>${decisions.earlier(folded.length)}</summary>\n\n${renderList(folded)}${rest}\n\n</details>`;
}

const renderList = (decisions: readonly Decision[]) => decisions.map(renderDecision).join("\n");

/**
 * Keys stay as people type them. The parts are a list below the decision, because GitHub does not always
 * break a line where the text does.
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

/** A pull request's decisions, for the export. */
export interface DecidedPullRequest {
  number: number;
  title: string;
  url: string;
  state: "open" | "closed" | "merged";
  /** Oldest first. */
  decisions: readonly Decision[];
}

const stateInWords = {
  open: "proposed, pull request open",
  closed: "pull request closed without a merge",
  merged: "accepted",
};

/**
 * Decision records as one Markdown document, with a section for each, in the given order of pull requests.
 * People's words and lines stay; what Markdown would turn into something else is escaped.
 */
export function renderDecisionRecords(
  repository: string,
  pullRequests: readonly DecidedPullRequest[],
): string {
  const records = pullRequests.flatMap((pullRequest) =>
    pullRequest.decisions.map((decision) => renderRecord(pullRequest, decision)),
  );
  const intro = records.length === 0 ? "No decisions were recorded." : countRecords(records.length);
  return `${[`# Decisions in ${quoteText(repository)}`, intro, ...records].join("\n\n")}\n`;
}

const countRecords = (count: number) => (count === 1 ? "1 decision." : `${count} decisions.`);

function renderRecord(pullRequest: DecidedPullRequest, decision: Decision): string {
  const [first = ""] = decision.text.split("\n", 1);
  const title = quoteMessage(first, 100);
  const facts = [
    `- Date: ${decision.at.slice(0, 10)}`,
    `- Decided by: ${quoteText(decision.by)}, ${renderLink("where it was said", decision.url)}`,
    `- Pull request: ${renderLink(`${pullRequest.number}`, pullRequest.url)} ${quoteText(pullRequest.title)}`,
    `- Status: ${stateInWords[pullRequest.state]}`,
  ].join("\n");
  const parts: [string, string][] = [
    ["Decision", decision.text],
    ["Options", decision.options],
    ["Reason", decision.reason],
    ["Revisit", decision.revisit],
  ];
  const sections = parts
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `### ${name}\n\n${quoteLines(text)}`);
  return [`## ${title}`, facts, ...sections].join("\n\n");
}

/** Each line quoted by itself; empty lines stay. */
function quoteLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => quoteMessage(line, 2000))
    .join("  \n");
}
