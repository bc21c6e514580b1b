import type { HeadingPart, LineRange, Part, TextPart } from "../parsed-description.ts";
import { countWords } from "./count-words.ts";
import type { TextLine } from "./text-line.ts";

/** Git's trailers: `Co-authored-by: …`, `Change-Id: …`; and who had a tool do it. */
const trailer =
  /^\W*(?:(?:[A-Z][a-z]+(?:-[A-Za-z]+)*-by|Change-Id|Cc|Message-ID|Differential Revision|Reviewers|Subscribers)|(?:Requested|Created|Reported|Opened|Triggered) by)\s*:\s+\S/i;
const reference = String.raw`(?:[\w.-]+\/[\w.-]+)?#\d+|GH-\d+|[A-Z][A-Z\d]+-\d+|https?:\/\/\S+\/(?:issues|pull|discussions|browse|issue)\/[\w#-]+(?:\/\S*)?`;
/** `Closes #1, fixes acme/shop#2`: GitHub's keywords, and their like, with nothing but references. */
const closing = new RegExp(
  String.raw`^\W*(?:this (?:pr |pull request |change )?)?(?:(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|refs?|references|part of|relate[sd] to|towards|addresses)\s*:?\s+(?:(?:${reference})(?:[\s,.;&()[\]]|and\b)*)+)+$`,
  "i",
);
/** The lines of `git diff --stat`. */
const diffstat =
  /^(?:\S+(?: => \S+)?\s+\|\s+(?:\d+ [+-]*|Bin .*)|\d+ files? changed(?:, \d+ insertions?\(\+\))?(?:, \d+ deletions?\(-\))?)$/;
/** "Generated with X", "This description was created by X", "Part of a stack managed by X". */
const signed =
  /^\W*(?:(?:this|the|an?|part|of|pr|pull|requests?|stack|description|summary|message|body|changes?|commits?|branch|diff|text|content|release|notes|was|is|has|been|are|were|ai|automatically|partially|mostly|entirely|auto)[\s-]+){0,9}(?:generated|created|opened|authored|written|managed|made|drafted|assisted|produced|powered|raised|synced)(?: automatically)? (?:with|by|using|via|from|through)\b/i;
const robot = /^\W*🤖/u;
/** Where tools keep what they made: no shape tells those links from an author's. */
const tools =
  /\b(?:previews?|sandbox|playground|stackblitz|codesandbox|gitpod|codespaces?|devin|cursor|claude|copilot|codex|linear|asana|reviewable|graphite|ghstack|sapling|reviewstack|chromatic|vercel|netlify)\b/i;
const labelled =
  /^\W*(?:(?:link to|open in|view|see|deploy|try it on|stack from)\s+)?[\w .|·•,'()-]{1,60}(?:\s*[:–—-]\s*|\s+)?$/i;
const emoji = /\p{Extended_Pictographic}|\uFE0F/gu;

/** Is this line one that tools add to descriptions? Told by its shape, and by names where no shape serves. */
export function isToolLine(line: TextLine): boolean {
  const text = line.text.trim();
  if (text === "") return isButtons(line, text);
  if (text.length > 400) return false;
  if (trailer.test(text) || closing.test(text) || diffstat.test(text)) return true;
  const isAttributed = line.hasLink || line.media !== null || robot.test(text) || /^\W*this\b/i.test(text);
  if (signed.test(text) && !line.hasCode && isAttributed) return countWords(text) <= 40;
  return isButtons(line, text) || isToolLink(line, text);
}

/** `git diff --stat`, in a block of code. */
export function isDiffstat(code: string): boolean {
  const lines = code.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 0 && lines.every((line) => diffstat.test(line.trim()));
}

/** Images that are links to something else, and a few words: "This change is [button]". */
function isButtons(line: TextLine, text: string): boolean {
  const images = line.runs.filter(({ media }) => media !== null);
  const isButton = ({ media, link }: TextLine["runs"][number]) =>
    link !== null && link !== media && /\.svg\b|badge|button|shields\.io|icon|logo|open-in/i.test(media!);
  return images.length > 0 && images.every(isButton) && countWords(text) <= 6;
}

/**
 * "Link to Devin run: https://…", "[Open in StackBlitz](https://…)": a tool's name and its address, nothing
 * else.
 */
function isToolLink(line: TextLine, text: string): boolean {
  if (line.hasCode || line.media === "image") return false;
  if (!line.hasLink && !/https?:\/\//.test(text)) return false;
  const beside = line.runs
    .filter(({ link }) => link === null)
    .map((run) => run.text)
    .join("");
  return [text, beside].some((words) => {
    const label = words
      .replace(/https?:\/\/\S+/g, " ")
      .replace(emoji, " ")
      .replace(/\s+(?=[:.])/g, "")
      .trim();
    const isDeployment = /^\W*(?:live|deployed)\b.*\b(?:at|to)\W*$/i.test(label);
    return (tools.test(label) || isDeployment) && labelled.test(label) && countWords(label) <= 6;
  });
}

interface Marker {
  /** What it is called, without what says that it starts or ends something. */
  name: string;
  isEnd: boolean;
  isStart: boolean;
}

/** Text areas that forms mark for their writers. */
const forWriters =
  /^(?:release ?notes?|change ?logs?|(?:pr |pull request )?description|template|details?|notes?|summary|content|body|answer|here|this)?$/;
const starts = /\b(?:starts?|begins?|top|open)\b(?: of)?/;
const ends = /\b(?:ends?|stop|close|bottom)\b(?: of)?|^\//;

function readMarker(comment: string): Marker | null {
  const text = comment
    .toLowerCase()
    .replaceAll(/[\s_:=|]+/g, " ")
    .trim();
  if (text === "" || text.length > 200) return null;
  const plain = text.replaceAll("-", " ");
  const isEnd = ends.test(plain);
  const isStart = starts.test(plain);
  const name = plain
    .replace(/^this is (?:an? |the )?/, "")
    .replace(isEnd ? ends : starts, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return forWriters.test(name) ? null : { name, isEnd, isStart: isStart && !isEnd };
}

/** One word that is a name: `ELLIPSIS_HIDDEN`. Twice the same, it marks both ends. */
const isName = (comment: string) =>
  /^[\w.:-]*[A-Z\d_:-][\w.:-]{3,}$/.test(comment) && /[A-Z_:-]/.test(comment);

/**
 * Marks what stands between a tool's pair of comments, `<!-- x:start -->` … `<!-- x:end -->`: it is written
 * again on each push. Returns the pairs' lines: nothing can be put there.
 */
export function markToolBlocks(parts: Part[]): LineRange[] {
  const ranges: LineRange[] = [];
  let open: { index: number; comment: string; marker: Marker }[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.type !== "text" || part.kind !== "comment") continue;
    const marker = readMarker(part.text);
    if (marker === null) continue;
    const start = open.findLast(({ comment, marker: earlier }) =>
      marker.isEnd
        ? earlier.name === marker.name
        : comment === part.text && isName(part.text) && !marker.isStart,
    );
    if (start === undefined) {
      if (!marker.isEnd && open.length < mostOpen) open.push({ index, comment: part.text, marker });
      continue;
    }
    for (let inside = start.index; inside <= index; inside++) parts[inside] = toToolText(parts[inside]!);
    ranges.push({ first: parts[start.index]!.line, last: part.lastLine });
    open = open.filter((each) => each.index < start.index);
  }
  // A footer that is never closed ends with the text that nothing of the writer's follows.
  for (const { index, comment, marker } of open)
    if (marker.isStart && tools.test(comment) && parts.slice(index).every(({ type }) => type === "text"))
      for (let inside = index; inside < parts.length; inside++) parts[inside] = toToolText(parts[inside]!);
  return ranges;
}

const mostOpen = 200;

/** A tool's text is never a section, an answer or a task. */
export function toToolText(part: Part): TextPart {
  if (part.type === "text")
    return part.kind === "comment" ? part : { ...part, kind: "tool", task: null, media: null };
  return { ...asText(part), kind: "tool" };
}

/** What looks like a heading and is none: text. */
export function asText(heading: HeadingPart): TextPart {
  return {
    type: "text",
    kind: heading.isUnfilled ? "definition" : heading.form === "table" ? "table" : "prose",
    text: heading.form === "summary" ? "" : heading.text,
    line: heading.line,
    lastLine: heading.lastLine,
    task: heading.task,
    media: null,
    words: heading.form === "summary" ? 0 : heading.words,
    isQuote: heading.form === "quote",
    isSlot: false,
    listDepth: heading.listDepth,
    details: heading.details,
  };
}
