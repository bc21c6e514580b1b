import type { TextPart } from "./parts.ts";

/** Equal for texts that differ only in punctuation, spaces and case. */
export function textKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** What the repository's templates have under a section's heading, by its `textKey`: lines and paragraphs. */
export type TemplateTexts = ReadonlyMap<string, TextPart>;

/** Of equal texts, the later list's one counts. */
export function toTemplateTexts(...lists: (readonly TextPart[])[]): TemplateTexts {
  const texts = new Map<string, TextPart>();
  for (const parts of lists) {
    for (const lines of paragraphsOf(parts)) {
      const [first] = lines;
      if (first !== undefined) texts.set(lines.map(({ text }) => textKey(text)).join(""), first);
    }
    for (const part of parts) texts.set(textKey(part.text), part);
  }
  return texts;
}

/** The parts of a text that are the template's, however their lines are wrapped. */
export function listTemplateTexts(
  content: readonly TextPart[],
  template: TemplateTexts,
): ReadonlySet<TextPart> {
  const found = new Set<TextPart>();
  if (template.size === 0) return found;
  for (const lines of paragraphsOf(content)) {
    const keys = lines.map(({ text }) => textKey(text));
    for (const [start, first] of lines.entries()) {
      let key = "";
      for (let end = start; end < Math.min(lines.length, start + maxWrapped); end++) {
        key += keys[end];
        const known = template.get(key);
        const isChosen = first.task === "ticked" && known?.task !== "ticked";
        if (known === undefined || key === "" || isChosen) continue;
        for (const line of lines.slice(start, end + 1)) found.add(line);
      }
    }
  }
  return found;
}

/** In lines: nobody wraps an instruction into more. */
const maxWrapped = 20;

/** Neighbouring lines of prose, which may be one paragraph; every other part alone. */
function paragraphsOf(parts: readonly TextPart[]): TextPart[][] {
  const paragraphs: TextPart[][] = [];
  for (const part of parts) {
    const lines = paragraphs.at(-1);
    const above = lines?.at(-1);
    if (lines !== undefined && above !== undefined && goesOn(above, part)) lines.push(part);
    else paragraphs.push([part]);
  }
  return paragraphs;
}

const goesOn = (above: TextPart, below: TextPart) =>
  above.kind === "prose" &&
  below.kind === "prose" &&
  below.task === null &&
  below.line === above.lastLine + 1 &&
  below.listDepth === above.listDepth;
