import type { Language } from "../../language.ts";
import { hashOf } from "../hash.ts";
import { german } from "./de/index.ts";
import { english } from "./en/index.ts";
import type { Words } from "./words.ts";

export const catalogues: Record<Language, Words> = { en: english, de: german };

/**
 * A language without words: each message is a hash of its name and of its values. Two pages that are equal in
 * it say the same, however they are worded. A message's or value's new name rewrites the pages that are open.
 */
const wordless = withoutWords(english, []) as Words;

function withoutWords(messages: object, path: readonly string[]): object {
  const entries = Object.entries(messages).map(([name, message]) => {
    const here = [...path, name];
    if (typeof message === "function") return [name, (...values: unknown[]) => hashOf([here, ...values])];
    return [name, typeof message === "string" ? hashOf(here) : withoutWords(message, here)];
  });
  return Object.fromEntries(entries);
}

/**
 * A page in that language, with a hash of all that it says: of its data, the language and the renderer's
 * version. `render` puts messages in their places, never looks into them, and cuts nothing, because languages
 * differ in length.
 */
export function writePage<Page extends object>(
  language: Language,
  render: (words: Words) => Page,
): Page & { hash: string } {
  return { ...render(catalogues[language]), hash: hashOf([language, render(wordless)]) };
}
