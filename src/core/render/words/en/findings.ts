import type { Hint, Seen, SeenSection, UnreadReason } from "../../../finding.ts";
import { isOnlyBoxes, joinBoxes } from "../format.ts";
import { number, plural } from "./format.ts";

/** What each message is given. */
export type Messages = {
  [Type in Seen["type"]]: (seen: Extract<Seen, { type: Type }>) => string;
};

const nameOf = ({ heading, writtenHeading }: SeenSection) =>
  writtenHeading === null ? heading : `${heading} ("${writtenHeading}")`;

/** A section's own question, else its template's boxes; "" when it has neither. */
const ask = (hint: Hint) =>
  isOnlyBoxes(hint) ? `Tick what applies (${joinBoxes(hint.boxes)})` : hint.question;

const atLeast = (words: number) =>
  plural(words || 1, { one: "at least one word", other: `at least ${words || 1} words` });

const askOf = (section: SeenSection) => ask(section) || `write ${atLeast(section.minWords)}`;

const unread: Record<UnreadReason, string> = {
  time: "it took too long",
  crash: "reading it failed",
  characters: "it has more than 131,072 characters",
  lines: "it has more than 3,000 lines outside of code",
  allLines: "it has more than 12,000 lines",
  lazyLines: "it has more than 1,000 lines that continue a list or quote without its marker",
  underlines: "it has more than 100 underlined headings",
  containers: "it has more than 2,500 lines in lists and quotes, counting each level",
  marks: "it has more than 4,000 characters of Markdown syntax",
  marksInParagraph: "a paragraph has more than 1,000 characters of Markdown syntax",
  lookahead: "it has too many unclosed code spans, tags, links or rules",
  bars: "it has more than 4,000 vertical bars in tables",
};

/** What was seen and what helps, without a full stop at the end: a place or a hint may follow. */
const messages: Messages = {
  missing: ({ comment, ...section }) => {
    const { heading, minWords } = section;
    const help = ask(section) || `add a heading "${heading}" and ${atLeast(minWords)}`;
    return comment === null
      ? `${heading} is missing: ${help}`
      : `${heading} is missing, or hidden by the unclosed comment on line ${comment}: ${help}`;
  },
  empty: ({ comment, ...section }) =>
    comment === null
      ? `${nameOf(section)} is empty: ${askOf(section)}`
      : `${nameOf(section)} is empty, or hidden by the unclosed comment on line ${comment}: ${askOf(section)}`,
  unedited: (section) =>
    `${nameOf(section)} is not filled in yet: ${isOnlyBoxes(section) ? ask(section) : "replace the template's text with your own words"}`,
  placeholder: ({ text, ...section }) =>
    `${nameOf(section)} says only "${text}": write something a reviewer can use, or say why it doesn't apply`,
  "too-short": ({ count, unit, minWords, ...section }) => {
    const units = plural(count, { one: unit, other: `${unit}s` });
    return `${nameOf({ minWords, ...section })} has ${count} ${units}: add what a reviewer needs to know (at least ${minWords})`;
  },
  unread: ({ reason }) => `The description can't be read: ${unread[reason]}. Shorten or simplify it`,
  "linked-ticket": ({ pattern }) =>
    pattern === null
      ? "No ticket is linked: add a reference such as #123, owner/repo#123 or an issue's URL"
      : `No ticket is linked: add a reference that matches ${pattern}, or one such as #123, owner/repo#123 or an issue's URL`,
  screenshots: ({ path }) =>
    `\`${path}\` changes what users see: add a screenshot (before and after) or a short recording`,
  "review-order": ({ lines, files }) =>
    `${number(lines)} lines in ${number(files)} files: name at least two in the order to read them, or say that it reads commit by commit`,
  "generated-files": ({ share, path }) =>
    `${share}% of the changed lines are in generated, vendored or lock files (\`${path}\`): say what a reviewer can skip`,
  rollback: ({ path }) => `\`${path}\` is hard to undo: say in the risk section how you would`,
  "unfinished-tasks": ({ count, first }) =>
    count === 1
      ? `1 task isn't ticked: "${first}". Finish it or remove it`
      : `${count} tasks aren't ticked, starting with "${first}". Finish them or remove them`,
  "title-pattern": ({ title, pattern }) => `The title is "${title}": make it match ${pattern}`,
  "title-short": ({ title, minWords }) => `The title is "${title}": write ${atLeast(minWords)}`,
  "vague-ask": ({ text }) =>
    `"${text}" doesn't say what to look at: ask a question that a reviewer can answer`,
};

const title = "Say what changes and where, in words that somebody would search the history for.";

/** What a rule finds, in words. A section's own question is its hint; other findings have one here. */
export const findings = {
  ask,
  messages,
  hints: {
    unread: "Move logs and generated text into a file or a comment, and link it.",
    "linked-ticket": "Put it in the title or in the description.",
    screenshots: "If nothing looks different, say so.",
    "review-order": "",
    "generated-files": "One sentence is enough: which files, and what generates them.",
    rollback: "If it can't be undone, say why that's fine.",
    "unfinished-tasks": "Move what comes later to an issue.",
    "title-pattern": title,
    "title-short": title,
    "vague-ask": "Name the decision, file or trade-off that you're unsure about, and who should answer.",
  },
};
