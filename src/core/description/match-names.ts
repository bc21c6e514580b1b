import type { HeadingPart, Name } from "./parsed-description.ts";
import { plainName, toName } from "./parse/name.ts";

/** What a heading is compared with: a section's heading and aliases. */
export interface NamedSection {
  id: string;
  heading: string;
  aliases: readonly string[];
}

interface NameIndex {
  exact: Map<string, Set<string>>;
  stem: Map<string, Set<string>>;
  /** Words of scripts without spaces, longest first. */
  cjk: { word: string; id: string }[];
}

const isCjk = (text: string) =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul} ]{2,}$/u.test(text);

const aliasNames = new Map<string, Name | null>();
const indexes = new WeakMap<readonly NamedSection[], NameIndex>();

/** A name never changes, so it is worked out once a word. */
function nameOf(alias: string): Name | null {
  let name = aliasNames.get(alias);
  if (name === undefined) {
    name = toName(plainName(alias));
    if (aliasNames.size < 5_000) aliasNames.set(alias, name);
  }
  return name;
}

function addTo(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, new Set([id]));
  else ids.add(id);
}

function buildIndex(sections: readonly NamedSection[]): NameIndex {
  const index: NameIndex = { exact: new Map(), stem: new Map(), cjk: [] };
  // A configured heading is that section's alone, whatever another's aliases say.
  const headings = new Map(sections.map(({ heading, id }) => [nameOf(heading)?.exact, id]));
  for (const { id, heading, aliases } of sections) {
    for (const alias of [heading, ...aliases]) {
      const name = nameOf(alias);
      if (name === null) continue;
      const owner = headings.get(name.exact);
      if (owner !== undefined && owner !== id) continue;
      addTo(index.exact, name.exact, id);
      if (name.stem !== "") addTo(index.stem, name.stem, id);
      if (isCjk(name.exact)) index.cjk.push({ word: name.exact.replaceAll(" ", ""), id });
    }
  }
  index.cjk.sort((one, other) => other.word.length - one.word.length);
  return index;
}

function indexOf(sections: readonly NamedSection[]): NameIndex {
  let index = indexes.get(sections);
  if (index === undefined) {
    index = buildIndex(sections);
    indexes.set(sections, index);
  }
  return index;
}

const nothing: ReadonlySet<string> = new Set();

/** Ids of the sections that a heading's words name: one, several ("What & Why"), or none. */
export function matchSections(heading: HeadingPart, sections: readonly NamedSection[]): ReadonlySet<string> {
  if (heading.isEmbedded) return nothing;
  const index = indexOf(sections);
  const exact = firstFound(heading.names, index.exact, "exact");
  if (exact !== undefined) return exact;
  const found = heading.parts.map((name) => index.exact.get(name.exact) ?? index.stem.get(name.stem));
  const named = new Set(found.flatMap((ids) => [...(ids ?? [])]));
  if (found.length > 1 && !found.includes(undefined)) return named;
  const whole = firstFound(heading.names.slice(0, 1), index.stem, "stem");
  if (whole !== undefined) return whole;
  // In a line of text, all of what stands before the colon has to be a name; a heading may say more.
  if (named.size > 0 && heading.isCertain) return named;
  return firstFound(heading.names, index.stem, "stem") ?? findCjk(heading, index) ?? nothing;
}

function firstFound(names: Name[], map: Map<string, Set<string>>, by: "exact" | "stem") {
  for (const name of names) {
    const ids = map.get(name[by]);
    if (ids !== undefined) return ids;
  }
  return undefined;
}

/** Chinese, Japanese and Korean headings grow by particles and compounds: the longest known word inside decides. */
function findCjk(heading: HeadingPart, index: NameIndex): ReadonlySet<string> | undefined {
  const text = heading.names[0]?.exact.replaceAll(" ", "") ?? "";
  if (
    text.length > 24 ||
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
  )
    return undefined;
  const longest = index.cjk.find(({ word }) => text.includes(word));
  if (longest === undefined) return undefined;
  return new Set(index.cjk.filter(({ word }) => word === longest.word).map(({ id }) => id));
}
