import { countWords } from "../../text/words.ts";
import type { TextLine } from "./text-line.ts";

const email = String.raw`<[^<>\s@]+@[^<>\s]+>`;
/** Git's trailers and the like: who did something, which change it is, and lines that end in an address. */
const trailers = [
  // A name, not a sentence about trailers
  new RegExp(String.raw`^\W*[A-Z][a-z]+(?:-[A-Za-z]+)*-by\s*:\s+(?:.*${email}|\S+(?: \S+){0,4})$`, "i"),
  /^\W*(?:change-id|cc|message-id|differential revision|reviewers|subscribers|(?:requested|created|reported|opened|triggered|pulled|reviewed|approved|merged|suggested|assigned) by)\s*:\s+\S/i,
  new RegExp(String.raw`^[A-Z][A-Za-z-]{1,30}:\s[^.!?:]{1,80}${email}$`),
  // `Amp-Thread-ID: T-0123`, `fbshipit-source-id: 0123abc`
  /^[A-Za-z]+(?:-[A-Za-z]+)+:\s+(?!https?:)(?=\S*\d)[\w.@/-]{4,}$/,
  /^[A-Za-z]+(?:-[A-Za-z]+)*-(?:id|url|link|session|thread|run):\s+\S+$/i,
  // From `git cherry-pick -x`
  /^\(?cherry[- ]picked from commit [\da-f]{7,40}\)?$/,
  // `BUG=b:123456`, `TEST=none`
  /^[A-Z][A-Z_-]{0,20}=\S*$/,
];
const reference = String.raw`(?:[\w.-]+\/[\w.-]+)?#\d+|GH-\d+|[A-Z][A-Z\d]+-\d[\dA-Z]*|[\da-f]{7,40}(?:\s\("[^"]*"\))?|https?:\/\/\S+\/(?:issues|pull|discussions|browse|issue)\/[\w#-]+(?:\/\S*)?`;
/** `Closes #1, fixes acme/shop#2`: GitHub's keywords and the like, with only references. */
const closing = new RegExp(
  String.raw`^\W*(?:this (?:pr |pull request |change )?)?(?:(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|refs?|references|part of|relate[sd](?: to)?|connect(?:s|ed)?(?: to)?|follow[- ]?up (?:to|of)|towards|addresses)\s*:?\s+(?:(?:${reference})(?:[\s,.;&()[\]]|and\b)*)+)+$`,
  "i",
);
/** The lines of `git diff --stat`. */
const diffstat =
  /^(?:\S+(?: => \S+)?\s+\|\s+(?:\d+(?: [+-]*)?|Bin .*)|\d+ files? changed(?:, \d+ insertions?\(\+\))?(?:, \d+ deletions?\(-\))?|(?:create|delete) mode \d{6} \S+)$/;
/** People to notify, without a message to them. */
const mentions =
  /^\W*(?:\/?(?:cc|fyi|ping|assign|unassign|uncc|r\?|reviewers?|attn)[\s:]+)?(?:@[\w-]*(?:\/[\w.-]+)?(?:[\s,;&]|and\b)*)+$/i;
/** Lines that their shape gives away. Each has a colon, a number, a bar or a mention. */
const shapes = [...trailers, closing, diffstat, mentions];
/** Commands to bots. */
const command =
  /^\/(?:kind|area|sig|label|priority|triage|milestone|hold|lgtm|approve|retest|test|ok-to-test|rebase|merge|squash|cherry-?pick|assign|uncc|cc|close|reopen|remove-[a-z-]+|release-note(?:-[a-z-]+)?|stage|lifecycle|committee|wg|backport)(?:\s+[@~\w./:-]+){0,4}$/;
const made =
  "(?:generated|created|opened|authored|written|managed|made|drafted|assisted|produced|powered|raised|sync(?:ed|hronized|hronised)|submitted|filed|sent|maintained|backported|imported|mirrored|done)";
/** "Generated with X", "This description was created by X", "Part of a stack managed by X". */
const signed = new RegExp(
  `^\\W*(?:(?:this|the|an?|part|of|pr|pull|requests?|stack|tree|table|list|block|report|chain|description|summary|message|body|changes?|commits?|branch|diff|text|content|release|notes|issue|task|ticket|\\d+|in|was|is|has|been|are|were|ai|automatic|automatically|partially|mostly|entirely|auto|backport|#\\d+)[\\s-]+){0,9}${made}(?: automatically)? (?:with|by|using|via|from|through)(?: this)?(?::|\\b)`,
  "i",
);
const automatic =
  /^\W*(?:this|the) (?:(?:pr|pull request|change|branch|commit|description|body) )?(?:is|was|has been) (?:an? )?auto(?:mat|[- ]?generat|[- ]?creat|[- ]?open)/i;
const tip = /^\W*(?:✨|💡|👉)/u;
/** Agents that write code and descriptions. Many names are also words, but without a capital. */
export const agents =
  /\b(?:Claude|Codex|Copilot|Devin|Cursor|Gemini|ChatGPT|GPT-?\d?|OpenAI|Anthropic|Aider|Jules|Amp|Sweep|Lovable|Windsurf|Cline|Roo|[Oo]pen[Cc]ode|OpenHands|Kiro|Junie|Augment|Sourcery|CodeRabbit|Greptile|Ellipsis|Qodo|Bugbot|Graphite|Renovate|Dependabot|Mergify|Sapling|ghstack|spr)\b/;
/** Where tools keep their output, by name, because those links look like an author's. */
export const tools =
  /\b(?:previews?|review apps?|storybook|sandbox|playground|stackblitz|codesandbox|gitpod|codespaces?|devin|cursor|claude|copilot|codex|linear|asana|reviewable|graphite|ghstack|sapling|reviewstack|chromatic|vercel|netlify)\b/i;
/** Where tools keep their output, by a link's host: sessions, stacks, deployments of a pull request. */
const toolHost =
  /^https?:\/\/(?:[\w.-]+\.)?(?:claude\.(?:ai|com)|chatgpt\.com|devin\.ai|cursor\.(?:com|sh)|ampcode\.com|jules\.google(?:\.com)?|opencode\.ai|openhands\.dev|warp\.dev|app\.asana\.com|reviewable\.io|graphite\.(?:dev|com)|reviewstack\.dev|stackblitz\.com|pr\.new|codesandbox\.io|csb\.app|gitpod\.io|codespaces\.new|chromatic\.com|vercel\.(?:app|com)|netlify\.(?:app|com)|pages\.dev|herokuapp\.com|onrender\.com|fly\.dev|surge\.sh|amplifyapp\.com|readthedocs\.build|web\.app|sonarcloud\.io|codecov\.io|coveralls\.io|codacy\.com|codeclimate\.com|snyk\.io|deepsource\.(?:com|io))(?:[/:?#]|$)/i;
const labelled =
  /^\W*(?:(?:link to|open in|view|see|deploy|try it on|stack from)\s+)?[\w .|·•,'()-]{1,60}(?:\s*[:–—-]\s*|\s+)?$/i;
const emoji = /\p{Extended_Pictographic}|\uFE0F/gu;
const shortcodes = /:[a-z0-9_+-]{2,40}:/g;

/**
 * Is this a line that tools add to descriptions? Its shape tells, or a name where no shape does.
 */
export function isToolLine(line: TextLine): boolean {
  const text = line.text.trim();
  if (text === "") return isButtons(line, text);
  if (text.length > 400) return false;
  if (/[:=#@|\d]/.test(text) && shapes.some((shape) => shape.test(text))) return true;
  if (text.startsWith("/") && command.test(text)) return true;
  return isSigned(line, text) || isButtons(line, text) || isToolLink(line, text);
}

/** `git diff --stat`, in a code block. */
export function isDiffstat(code: string): boolean {
  const lines = code.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 0 && lines.every((line) => diffstat.test(line.trim()));
}

/** `#14`, `PR #13 👈 (this one)`, `main`: only what a stack's list has. */
export const isStackEntry = (text: string) =>
  text
    .replace(
      /^\s*\d{1,2}(?=\s+\S*#\d)|(?:[\w.-]+\/[\w.-]+)?#\d+|\b(?:prs?|main|master|trunk|this(?: (?:one|pr))?|you are here|current)\b/gi,
      "",
    )
    .search(/[\p{L}\p{N}]/u) === -1;
/** A pointer at this pull request's entry in a stack. */
export const pointsAtEntry = (text: string) => /[-=]>|<[-=]|[←→⬅➡◀▶👈👉⭐]/u.test(text);

/** Is it a tool's signature, or an agent's tip? */
function isSigned(line: TextLine, text: string): boolean {
  const isSignature = signed.test(text);
  const isAutomatic = automatic.test(text);
  const isTip = tip.test(text);
  if ((!isSignature && !isAutomatic && !isTip) || line.hasCode || countWords(text) > 40) return false;
  const isAttributed = line.hasLink || line.media !== null || agents.test(text);
  if (isAutomatic) return isAttributed || isSignature;
  if (isTip) return line.hasLink && agents.test(text);
  return isAttributed || /^\W*(?:🤖|this\b)/iu.test(text);
}

/** Images that link to something else, and a few words: "This change is [button]". */
function isButtons(line: TextLine, text: string): boolean {
  if (!line.hasLink) return false;
  const images = line.runs.filter(({ media }) => media !== null);
  const isButton = ({ media, link }: TextLine["runs"][number]) =>
    media !== null &&
    link !== null &&
    link !== media &&
    (toolHost.test(link) || /\.svg\b|badge|button|shields\.io|icon|logo|open-in/i.test(media));
  if (images.length === 0 || !images.every(isButton)) return false;
  return countWords(text) <= (images.every(({ link }) => link !== null && toolHost.test(link)) ? 12 : 6);
}

/** Words that say that a person did something. */
const namesDeed = /\b(?:i|we|ran|works?|(?!deployed\b)\w+ed)\b/i;
const urls = /https?:\/\/[^\s<>()]+/g;

/** "Link to Devin run: https://…", "[Open in StackBlitz](https://…)": only a tool's name and its address. */
function isToolLink(line: TextLine, text: string): boolean {
  if ((!line.hasLink && !text.includes("://")) || line.media === "image") return false;
  const links = [...line.runs.flatMap(({ link }) => link ?? []), ...(text.match(urls) ?? [])];
  if (links.length === 0) return false;
  const isHosted = links.every((link) => toolHost.test(link) || !link.includes("://"));
  if (line.hasCode && !isHosted) return false;
  const beside = line.runs
    .filter(({ link }) => link === null)
    .map((run) => run.text)
    .join("");
  return [text, beside].some((words) => {
    const label = words
      .replace(urls, " ")
      .replace(emoji, " ")
      .replace(shortcodes, " ")
      .replace(/\s+(?=[:.])/g, "")
      .trim();
    if (isHosted && countWords(label) <= 6 && !namesDeed.test(label)) return true;
    const isDeployment = /^\W*(?:live|deployed)\b.*\b(?:at|to)\W*$/i.test(label);
    return (tools.test(label) || isDeployment) && labelled.test(label) && countWords(label) <= 6;
  });
}
