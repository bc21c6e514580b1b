import { z } from "zod";
import { matchesPath } from "../../config/globs.ts";
import { globSchema } from "../../config/schema/values.ts";
import { isNotApplicable } from "../no-answer.ts";
import { isUsable, type Part, readableText } from "../parts.ts";
import { defineRule } from "./rule.ts";

const visiblePaths = ["css", "scss", "less", "tsx", "jsx", "vue", "svelte", "html"].map(
  (ending) => `**/*.${ending}`,
);

export const screenshots = defineRule({
  id: "screenshots",
  summary: "A change to what users see shows an image or a video of it.",
  level: "warning",
  options: {
    paths: z.array(globSchema).default(visiblePaths).describe("Globs of the files that users see."),
  },
  check({ input, parsed, options }) {
    const file = input.files.find(({ path }) => matchesPath(options.paths, path) && !isTest(path));
    if (file === undefined) return [];
    if (parsed.parts.some((part) => showsSomething(part) || saysNothingToSee(part))) return [];
    if (videoLink.test(readableText(input.body, parsed)) || hasEmptyHeading(parsed.parts)) return [];
    return [{ section: null, seen: { type: "screenshots", path: file.path }, line: null }];
  },
});

const showsSomething = (part: Part) => part.type === "text" && part.media === "image";

/** A link to a recording, by its target or its text. */
const videoLink =
  /https?:\/\/(?:[\w-]+\.)*(?:loom\.com|youtu\.be|youtube\.com|vimeo\.com|streamable\.com|asciinema\.org|jam\.dev|cap\.so|cleanshot\.com|cln\.sh|screencast\.com|recordit\.co|gyazo\.com|imgur\.com|giphy\.com|wistia\.com|tella\.tv)\/\S|https?:\/\/[^\s)>]{0,300}(?:\/|[-_.])(?:videos?|recordings?|screen-?casts?|screenshots?|screen-?recordings?)(?:\/|[-_.?]|\b)|\[[^\][\n]{0,60}\b(?:videos?|recordings?|screen[ -]?casts?|screen[ -]?shots?|gif|before|after)\b[^\][\n]{0,60}\]\(https?:/i;

const what =
  "(?:visual|visible|ui|ux|gui|user[- ](?:visible|facing)|appearance|look(?: and feel)?|layout|styling|design|cosmetic|optical)";
const difference =
  "(?:changes?|differences?|impacts?|effects?|diffs?|regressions?|modifications?|updates?|alterations?)";
/** "Not visible" and "nothing looked right" report a fault; only looks that stay the same count. */
const nothingToSee = [
  new RegExp(
    `\\b(?:no|zero|without(?: any)?|(?:not|n['’]t)(?: [\\w-]{1,30}){0,4} (?:a|any)|non)\\b[- ](?:[\\w-]{1,30}[ ]){0,2}?${what}(?:[ /]+(?:or )?[\\w-]{1,30}){0,2}?[ ]${difference}\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:no|without(?: any)?) ${difference} (?:to|in|for|of|on) (?:the |how |what )?(?:[\\w-]{1,30} ){0,2}?(?:${what}|visuals|looks?|rendering|users? sees?|screen)\\b`,
    "i",
  ),
  /\b(?:visually|pixel[- ](?:for[- ]pixel)?)[ -]*(?:identical|equal|equivalent|unchanged|perfect|the same|a no-?op)\b|\bpixel[- ]identical\b/i,
  /\b(?:looks?|ui|appearance|layout|design|styling|visuals)\b[^.;\n]{0,40}\b(?:the same|unchanged|identical)\b/i,
  /\b(?:appearance|look|layout|styling|rendering|rendered (?:output|page|result|html)|ui|visuals|pixels?)\b[^.;\n]{0,20}\b(?:(?:does|do|did|has|have|is|are)(?: not|n['’]t) (?:change[sd]?|altered|affected|touched)|(?:is|are|stays?|remains?) (?:unchanged|untouched|the same|identical))\b/i,
  /\b(?:does|do|did|should|will)(?: not|n['’]t) (?:visibly |visually )?(?:change|alter|affect|touch) (?:anything visible|(?:how|the|what|any)\b[^.;\n]{0,40}\b(?:looks?|appearance|ui|visuals?|layout|users? sees?|rendering))\b/i,
  /\bnothing (?:visible|visual|a user sees|users see) (?:has |is )?(?:change[sd]?|different)\b|\bnothing (?:changes|changed|is different) (?:visually|visibly|for (?:the |our )?users?|on (?:the )?screen|in the (?:ui|look))\b|\bnothing looks (?:any )?different\b/i,
  /\blooks? (?:exactly |just )?(?:as|like) (?:it (?:did|does|was) )?before\b|\bnon[- ]visual\b|\bno (?:[\w-]{1,30} ){0,2}changes? visible\b|\bnothing visible(?=[.,;)]|$)/im,
  /\bbyte[- ](?:for[- ]byte )?identical\b/i,
  /\bno screen ?shots?\b[^.;\n]{0,20}\b(?:needed|necessary|required|because|since|as)\b|\bscreen ?shots? (?:are |is )?(?:not (?:needed|necessary|required|applicable)|unnecessary)\b/i,
  /\bkeine (?:sichtbaren?|visuellen?|optischen?)\b|\bsieht (?:genauso|gleich|unverändert) aus\b/i,
];

/** "No visual change" in the author's words, not an unticked box of the template. */
function saysNothingToSee(part: Part): boolean {
  if (part.type !== "text" || part.kind !== "prose" || !isUsable(part)) return false;
  return nothingToSee.some((way) => way.test(part.text));
}

/** "Screenshots" with "N/A" below it. */
function hasEmptyHeading(parts: readonly Part[]): boolean {
  let isUnder = false;
  for (const part of parts) {
    if (part.type === "heading")
      isUnder = /screen ?(?:shot|record|cast)|\bvideos?\b|\bvisual/i.test(part.text);
    else if (isUsable(part)) {
      if (
        isUnder &&
        (isNotApplicable(part.text) ||
          /^\W*(?:n\s*\/\s*a|none|not (?:applicable|needed|necessary|required))\b/i.test(part.text))
      )
        return true;
      isUnder = false;
    }
  }
  return false;
}

/** A component's test shows users nothing. */
function isTest(path: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|spec)\/|\.(?:test|spec|stories)\.[a-z]+$/i.test(path);
}
