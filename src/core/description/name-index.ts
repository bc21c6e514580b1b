import {
  builtInAliases,
  defaultSections,
  unstemmedAliases,
} from "../config/section-names/default-sections.ts";
import { hasCjk } from "../text/words.ts";
import { plainName, stemName, toName, unstemmedName } from "./parse/name.ts";
import type { Name } from "./parts.ts";

/** A section's names, which headings are compared with. */
export interface NamedSection {
  id: string;
  heading: string;
  aliases: readonly string[];
}

/** The names of sections, ready to be looked up: name → ids of the sections that it names. */
export interface NameIndex {
  /** Headings and aliases that only this config has. */
  given: Set<string>;
  exact: Map<string, Set<string>>;
  stem: Map<string, Set<string>>;
  /** Words of scripts without spaces, longest first. */
  cjk: { word: string; id: string }[];
  /** One-word aliases in other languages, most of which put adjectives after the noun. */
  translated: Set<string>;
}

const isCjk = (text: string) =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script_Extensions=Katakana}\p{Script=Hangul} ]{2,}$/u.test(text);

/** "Descricao" for "Descrição": many keyboards have no accents. */
const withoutAccents = (name: string) =>
  name
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .replaceAll("ł", "l")
    .replaceAll("đ", "d");

const aliasNames = new Map<string, Name | null>();
const indexes = new WeakMap<readonly NamedSection[], NameIndex>();

/** A name never changes, so it is computed once for each alias. */
function nameOf(alias: string): Name | null {
  let name = aliasNames.get(alias);
  if (name === undefined) {
    name = toName(plainName(alias), true);
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
  const index: NameIndex = {
    given: new Set(),
    exact: new Map(),
    stem: new Map(),
    cjk: [],
    translated: new Set(),
  };
  const unaccented: [name: string, id: string][] = [];
  // A configured heading names its own section only, even if it is an alias of another one.
  const headings = new Map(sections.map(({ heading, id }) => [nameOf(heading)?.exact, id]));
  for (const { id, heading, aliases } of sections) {
    for (const alias of [heading, ...aliases]) {
      const name = nameOf(alias);
      if (name === null) continue;
      const owner = headings.get(name.exact);
      if (owner !== undefined && owner !== id) continue;
      addTo(index.exact, name.exact, id);
      const isUnstemmed = unstemmedAliases.has(alias);
      const plain = isUnstemmed ? withoutAccents(name.exact) : name.exact;
      if (plain !== name.exact) unaccented.push([plain, id]);
      if (!isBuiltIn(id, alias)) index.given.add(name.exact);
      if (isUnstemmed && /^\p{L}{5,}$/u.test(name.exact)) index.translated.add(name.exact);
      const stems = isUnstemmed ? unstemmedName(name.exact) : stemName(name);
      for (const stem of stems) addTo(index.stem, stem, id);
      if (isCjk(name.exact) && !tooGeneralCjk.test(name.exact))
        index.cjk.push({ word: name.exact.replaceAll(" ", ""), id });
    }
  }
  for (const [name, id] of unaccented) if (!index.exact.has(name)) addTo(index.exact, name, id);
  index.cjk.sort((one, other) => other.word.length - one.word.length);
  return index;
}

const builtInIds = new WeakMap<NamedSection, string>();

/**
 * The id of the built-in section that a configured one stands for, by its id or else by its heading
 * ("To reviewers"); its own id when there is none.
 */
export function builtInIdOf(section: NamedSection): string {
  if (builtIn.has(section.id)) return section.id;
  const known = builtInIds.get(section);
  if (known !== undefined) return known;
  const name = nameOf(section.heading);
  const index = nameIndexOf(defaultSections);
  const ids =
    name === null ? null : (index.exact.get(name.exact) ?? findStem(name, index) ?? findCjk(name, index));
  const [builtInId = section.id] = ids ?? [];
  builtInIds.set(section, builtInId);
  return builtInId;
}

const builtIn = new Map<string, ReadonlySet<string>>(
  defaultSections.map(({ id, heading }) => [id, new Set([heading, ...builtInAliases[id]])]),
);

const isBuiltIn = (id: string, alias: string) => builtIn.get(id)?.has(alias) ?? false;

/** The index of a list of sections, built once for each list. */
export function nameIndexOf(sections: readonly NamedSection[]): NameIndex {
  let index = indexes.get(sections);
  if (index === undefined) {
    index = buildIndex(sections);
    indexes.set(sections, index);
  }
  return index;
}

/** The sections that a name means, whatever its word order and endings. */
export function findStem(name: Name, index: NameIndex): ReadonlySet<string> | undefined {
  for (const stem of stemName(name)) {
    const ids = index.stem.get(stem);
    if (ids !== undefined) return ids;
  }
  return undefined;
}

/**
 * Chinese, Japanese and Korean headings grow by particles and compounds, so the last known word decides; of
 * those that end at the same place, the longest.
 */
export function findCjk(name: Name, index: NameIndex): ReadonlySet<string> | undefined {
  const text = name.exact.replaceAll(" ", "");
  if (text.length > 30 || !hasCjk(text)) return undefined;
  let end = 0;
  let longest = 0;
  let found = new Set<string>();
  // The index has the longest words first, so the longer of two words with the same end is kept.
  for (const { word, id } of index.cjk) {
    const at = text.lastIndexOf(word);
    if (at === -1 || at + word.length < end) continue;
    if (at + word.length > end) found = new Set([id]);
    else if (word.length === longest) found.add(id);
    if (at + word.length > end) longest = word.length;
    end = at + word.length;
  }
  // More than a few characters after the word: the heading is about something else.
  return found.size === 0 || text.length - end > 4 ? undefined : found;
}

const tooGeneralCjk =
  /^(?:方法|内容|방법|내용|説明|설명|更新|如何|どうやって|限制|制限|设计|設計|部署|安全|접근|确认|確認)$/;
