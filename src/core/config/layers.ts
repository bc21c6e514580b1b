import type { Language } from "../language.ts";
import {
  type CheckedConfig,
  type FileProblem,
  foldKey,
  formatPath,
  formatSeen,
  isAboutPeople,
  placeIn,
  type ShapedConfig,
} from "./read/problem.ts";
import { type Config, type ConfigInput, configSchema } from "./schema/config-schema.ts";
import { plainSection } from "./schema/section-schema.ts";
import { defaultSections, defaultTexts } from "./section-names/default-sections.ts";

/** Which file a value comes from. */
export type Source = "default" | "organisation" | "repository" | "locked";

/** A config as nested maps: `sections` by id, each rule as a map. Lists are values. */
export interface ConfigTree {
  [key: string]: unknown;
}

export const isTree = (value: unknown): value is ConfigTree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value if it is a map, else an empty map. */
export const asTree = (value: unknown): ConfigTree => (isTree(value) ? value : {});

/** The values of a file or of the effective config as a tree, which merges key by key. */
export function toTree(values: ConfigInput | Config): ConfigTree {
  const tree: ConfigTree = { ...values };
  if (!isTree(tree.description)) return tree;
  const description: ConfigTree = { ...tree.description };
  if (isTree(description.rules)) {
    const rules = Object.entries(description.rules);
    description.rules = Object.fromEntries(
      rules.map(([rule, given]) => [rule, isTree(given) ? given : { level: given }]),
    );
  }
  if (Array.isArray(description.sections)) {
    const sections = description.sections as { id: string }[];
    description.sections = Object.fromEntries(sections.map(({ id, ...rest }) => [id, rest]));
  }
  return { ...tree, description };
}

/** The reverse of `toTree`. */
export function fromTree(tree: ConfigTree): ConfigInput {
  const { description } = tree;
  if (!isTree(description) || !isTree(description.sections)) return tree;
  const sections = Object.entries(description.sections).map(([id, rest]) => ({ id, ...asTree(rest) }));
  return { ...tree, description: { ...description, sections } } as ConfigInput;
}

/** Does a list add to the layers below, as `aliases` and `prefixes` do? */
export const isAdditive = (path: readonly string[]) =>
  (path[0] === "description" && path[1] === "sections" && path[3] === "aliases") ||
  (path[0] === "review" && path[1] === "kinds" && path[3] === "prefixes");

function mergeValue(under: unknown, over: unknown, path: readonly string[]): unknown {
  if (isTree(under) && isTree(over)) return mergeTrees(under, over, path);
  if (isAdditive(path) && Array.isArray(under) && Array.isArray(over))
    return [...new Set([...under, ...over])];
  return over;
}

/** A layer with its logins and labels spelled as in the layer above, so that both use the same key. */
function spellAs(over: ConfigTree, under: ConfigTree, path: readonly string[] = []): ConfigTree {
  const spellings = new Map(Object.keys(over).map((key) => [foldKey(path, key), key]));
  return Object.fromEntries(
    Object.entries(under).map(([given, value]) => {
      const key = spellings.get(foldKey(path, given)) ?? given;
      return [key, isTree(value) ? spellAs(asTree(valueAt(over, [key])), value, [...path, key]) : value];
    }),
  );
}

/** One layer on top of another: maps key by key, `aliases` and `prefixes` add, everything else replaces. */
export function mergeTrees(under: ConfigTree, over: ConfigTree, path: readonly string[] = []): ConfigTree {
  const isKind = path.length === 3 && path[1] === "kinds";
  const merged = new Map(Object.entries(under));
  // `replace` also replaces the words of the layers below.
  if (isKind && over.replace === true && over.prefixes !== undefined) merged.delete("prefixes");
  for (const [key, value] of Object.entries(over))
    merged.set(key, mergeValue(merged.get(key), value, [...path, key]));
  return Object.fromEntries(merged);
}

/** One file of an effective config. */
export interface Layer {
  parsed: CheckedConfig;
  /** The values that count: without broken and locked ones. */
  tree: ConfigTree;
  problems: FileProblem[];
}

/** The files, the organisation's first; logins and labels are spelled as in the repository's. */
export function createLayers(organisation: CheckedConfig | null, repository: CheckedConfig | null): Layer[] {
  const layers: Layer[] = [];
  const above = repository === null ? {} : toTree(repository.values);
  if (organisation !== null) {
    const tree = spellAs(above, toTree(organisation.values));
    layers.push({ parsed: organisation, tree, problems: [...organisation.problems] });
  }
  if (repository !== null) {
    const { tree, problems } = takeLocked(above, repository, organisation?.values.locked ?? []);
    layers.push({ parsed: repository, tree, problems: [...repository.problems, ...problems] });
  }
  return layers;
}

export const mergeLayers = (layers: readonly Layer[]): ConfigTree =>
  layers.reduce<ConfigTree>((under, { tree }) => mergeTrees(under, tree), {});

/** The last file that sets one of these paths. */
export function findSetter(
  layers: readonly Layer[],
  paths: string[][],
): { layer: Layer; path: string[] } | null {
  for (const layer of layers.toReversed()) {
    const path = paths.find((candidate) => valueAt(layer.tree, candidate) !== undefined);
    if (path !== undefined) return { layer, path };
  }
  return null;
}

/** The tree without the value at a path. */
export function removeAt(tree: ConfigTree, [key, ...rest]: readonly string[]): ConfigTree {
  const entries = Object.entries(tree).flatMap(([name, value]): [string, unknown][] => {
    if (name !== key) return [[name, value]];
    return rest.length > 0 && isTree(value) ? [[name, removeAt(value, rest)]] : [];
  });
  return Object.fromEntries(entries);
}

/** Every value of a tree with its path; an empty map has none. */
export function listLeaves(
  tree: ConfigTree,
  path: readonly string[] = [],
): { path: string[]; value: unknown }[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    isTree(value) ? listLeaves(value, [...path, key]) : [{ path: [...path, key], value }],
  );
}

/** Is a path a locked key, or below one? Ignores case, as logins and labels do. */
export const isLocked = (path: readonly string[], locked: readonly string[]) => {
  const dotted = path.join(".").toLowerCase();
  return locked.some((key) => dotted === key.toLowerCase() || dotted.startsWith(`${key.toLowerCase()}.`));
};

/** Dotted path → source, for every value that a layer sets. */
export function traceSources(layers: readonly Layer[], locked: readonly string[]): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const { parsed, tree } of layers)
    for (const { path } of listLeaves(tree))
      sources.set(path.join("."), isLocked(path, locked) ? "locked" : parsed.source);
  return sources;
}

/** The value at a path; undefined when there is none. */
export function valueAt(tree: ConfigTree, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (isTree(value) && Object.hasOwn(value, step) ? value[step] : undefined),
    tree,
  );
}

/** Adds the default sections' headings and hints in the tree's language, where the tree has none. */
export function nameSections(tree: ConfigTree): ConfigTree {
  const texts: Record<string, ConfigTree> = defaultTexts[(tree.language ?? "en") as Language];
  const description = asTree(tree.description);
  const given = description.sections ?? Object.fromEntries(defaultSections.map(({ id }) => [id, {}]));
  const sections = Object.entries(asTree(given)).map(([id, section]) => [
    id,
    { ...texts[id], ...asTree(section) },
  ]);
  return { ...tree, description: { ...description, sections: Object.fromEntries(sections) } };
}

/** All defaults, as a tree. */
export const defaultTree: ConfigTree = toTree(configSchema.parse({}));

const defaultTreeIn = (language: Language): ConfigTree =>
  toTree(configSchema.parse(fromTree(nameSections({ language }))));

/** Removes the keys that the organisation has locked from a repository's tree, and reports each. */
function takeLocked(
  tree: ConfigTree,
  parsed: Pick<ShapedConfig, "places">,
  locked: readonly string[],
  path: readonly string[] = [],
): { tree: ConfigTree; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const kept = new Map<string, unknown>();
  for (const [key, value] of Object.entries(tree)) {
    const here = [...path, key];
    if (isLocked(here, locked)) {
      const message = `${formatPath(here)} is locked by the organisation. Remove it here.`;
      problems.push({ place: placeIn(parsed, here), path: here, kind: "locked", message, dropped: here });
    } else if (isTree(value)) {
      const below = takeLocked(value, parsed, locked, here);
      problems.push(...below.problems);
      kept.set(key, below.tree);
    } else kept.set(key, value);
  }
  return { tree: Object.fromEntries(kept), problems };
}

/** What the file with the problem inherits. */
export interface Inherited {
  /** The organisation's values; null when the file is the organisation's own, or it has none. */
  organisation: ConfigTree | null;
  /** May the organisation's values be named, but not shown? */
  organisationIsHidden: boolean;
  /** The effective config's language, on which some defaults depend. */
  language: Language;
}

/** A value in plain words: `1 business day`, `mon, tue`; "" when it is too long to show. */
export function formatValue(value: unknown): string {
  if (typeof value === "string") {
    const quoted = formatSeen(value);
    return /^[\w:. -]+$/.test(value) ? value : quoted;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return "none";
    const shown = value.every((entry) => typeof entry !== "object") && value.length <= 8;
    return shown ? value.map(formatValue).join(", ") : "";
  }
  // The level says the most about a rule's setting.
  if (isTree(value) && typeof value.level === "string" && !("hint" in value)) return value.level;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

const inParentheses = (value: unknown) => {
  const text = formatValue(value);
  return text === "" ? "" : ` (${text})`;
};

function defaultAt(path: readonly (string | number)[], language: Language): unknown {
  const known = valueAt(defaultTreeIn(language), path);
  const isOfSection = path[1] === "sections" && path.length === 4;
  return known === undefined && isOfSection ? valueAt(plainSection, [path[3] ?? ""]) : known;
}

/**
 * `Using the organisation's value (1 business day) until it's fixed.`; "" when the message says it already.
 */
export function describeFallback({ kind, path, dropped }: FileProblem, inherited: Inherited): string {
  if (dropped === null) return "";
  const until = kind === "locked" ? "" : " until it's fixed";
  const own = inherited.organisation === null ? undefined : valueAt(inherited.organisation, dropped);
  if (dropped.length === 0)
    return `Using ${inherited.organisation === null ? "the defaults" : "the organisation's file"}${until}.`;
  if (kind === "unknown-key" && dropped.length === path.length) return "It is ignored.";
  if (isAboutPeople(dropped))
    return isAboutPeople(path)
      ? "Treated as unset until it's fixed."
      : "The person's own hours are ignored until it's fixed.";
  if (kind === "locked" && path[0] === "locked") return "It is ignored.";
  if (own !== undefined)
    return `Using the organisation's value${inherited.organisationIsHidden ? "" : inParentheses(own)}${until}.`;
  if (typeof dropped.at(-1) === "number") return "The entry is left out until it's fixed.";
  if (isAdditive(dropped.map(String))) return "Using only the built-in words until it's fixed.";
  const known = defaultAt(dropped, inherited.language);
  if (known !== undefined) return `Using the default${inParentheses(known)}${until}.`;
  return `Treated as unset${until}.`;
}
