import { stringify } from "yaml";
import type { EffectiveConfig } from "../config/effective.ts";
import {
  asTree,
  type ConfigTree,
  defaultTree,
  isAdditive,
  isLocked,
  isTree,
  type Source,
  toTree,
  valueAt,
} from "../config/layers.ts";
import { schemaUrl } from "../config/schema/json-schema.ts";
import { builtInPrefixes } from "../config/schema/review-schema.ts";
import { defaultLabelTargets } from "../config/schema/turns-schema.ts";
import { defaultSections } from "../config/section-names/default-sections.ts";
import type { Words } from "./words/words.ts";

interface ConfigLine {
  text: string;
  /** `hidden`: the value is the organisation's, and not shown. Null: there is none to name. */
  source: Source | "hidden" | null;
}

/**
 * The effective config as an `async.yml` that says the same, with a comment on each value that names its
 * source. Values of an organisation's file that fewer people may read are named, not shown. It prints people:
 * leave them out for GitHub.
 */
export function renderEffectiveConfig(effective: EffectiveConfig, { config: words }: Words): string {
  const lines = renderTree(effective, toFile(effective), []);
  const notes = { ...words.sources, hidden: words.hiddenValue };
  const text = lines.map(({ text: line, source }) =>
    source === null ? line : `${line}  # ${notes[source]}`,
  );
  const note = `# ${words.aliasesNote}`;
  return `# yaml-language-server: $schema=${schemaUrl}\n${note}\n${text.join("\n")}\n`;
}

const asYaml = (value: unknown) =>
  stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: false }).trimEnd();

/** Quotes `on`, `yes` and `09:00`, which YAML 1.1 and many editors read as something else. */
const scalar = (value: unknown) =>
  typeof value === "string" && /^(?:on|yes|no|y|n|\d[\d:.-]*)$/i.test(value)
    ? JSON.stringify(value)
    : asYaml(value);

/** The sections by id, each with only its own aliases: the built-in ones are many, and are added anyway. */
function withOwnAliases({ config }: EffectiveConfig): ConfigTree {
  const sections = config.description.sections.map(({ id, aliases, ...rest }): [string, ConfigTree] => {
    const known: readonly string[] = defaultSections.find((section) => section.id === id)?.aliases ?? [];
    const { heading, ...others } = rest;
    return [id, { heading, aliases: aliases.filter((alias) => !known.includes(alias)), ...others }];
  });
  return Object.fromEntries(sections);
}

/**
 * The file that gives the same effective config: removed targets are `off`, and a kind that lacks built-in
 * words has `replace`.
 */
function toFile(effective: EffectiveConfig): ConfigTree {
  const tree = toTree(effective.config);
  const { turns, review } = effective.config;
  const named = Object.keys(turns.targets.labels).map((label) => label.toLowerCase());
  const removed = Object.keys(defaultLabelTargets).filter((label) => !named.includes(label));
  const labels = { ...turns.targets.labels, ...Object.fromEntries(removed.map((label) => [label, "off"])) };
  const kinds = Object.entries(review.kinds).map(([kind, { prefixes, label }]) => {
    const known = builtInPrefixes[kind as keyof typeof builtInPrefixes];
    const hasAllKnown = known.every((word, index) => prefixes[index] === word);
    return [kind, { prefixes, ...(hasAllKnown ? {} : { replace: true }), label }];
  });
  return {
    ...tree,
    description: { ...asTree(tree.description), sections: withOwnAliases(effective) },
    turns: { ...turns, targets: { ...turns.targets, labels } },
    review: { ...review, kinds: Object.fromEntries(kinds) },
  };
}

/** The source of a value of the effective config (or of the file that says the same). */
export function sourceOf(effective: EffectiveConfig, path: readonly string[], value: unknown): Source {
  const written = effective.sources.get(path.join("."));
  if (written !== undefined) return written;
  if (isLocked(path, effective.config.locked)) return "locked";
  // A target that was taken away, and the `replace` of a layer below, are not values of the effective config.
  const isDefault = JSON.stringify(valueAt(defaultTree, path)) === JSON.stringify(value);
  const below = [...effective.sources].find(([key]) => key.startsWith(`${path.slice(0, -1).join(".")}.`));
  return isDefault || path[0] !== "review" ? "default" : (below?.[1] ?? "default");
}

/** Is the value withheld, because a file that fewer people may read sets it or adds to it? */
function isHidden(
  effective: EffectiveConfig,
  path: readonly string[],
  value: unknown,
  source: Source,
): boolean {
  if (effective.organisationIsHidden !== true) return false;
  if (source === "organisation" || source === "locked") return true;
  // An additive list holds the organisation's words too, even when the repository's file came last.
  return isAdditive(path) && source === "repository" && Array.isArray(value) && value.length > 0;
}

/** Are these keys people's own words? Those of a hidden file are left out. */
const hasFreeKeys = (path: readonly string[]) => path.join(".").startsWith("turns.targets.labels.");

function renderHidden(head: string, path: readonly string[]): ConfigLine[] {
  return hasFreeKeys(path) ? [] : [{ text: head, source: "hidden" }];
}

/** A list of maps, one entry a line: entries of `when` and of a person's `away`. */
const isListOfMaps = (value: unknown): value is ConfigTree[] =>
  Array.isArray(value) && value.length > 0 && value.every(isTree);

function renderSection(
  effective: EffectiveConfig,
  id: string,
  section: ConfigTree,
  indent: string,
): ConfigLine[] {
  const path = ["description", "sections", id];
  const keys = Object.entries(section).flatMap(([key, value]): ConfigLine[] => {
    const here = [...path, key];
    const source = sourceOf(effective, here, value);
    const head = `${indent}    ${key}:`;
    if (isHidden(effective, here, value, source)) return renderHidden(head, here);
    return [{ text: `${head} ${scalar(value)}`, source }];
  });
  return [{ text: `${indent}  - id: ${scalar(id)}`, source: null }, ...keys];
}

function renderTree(effective: EffectiveConfig, tree: ConfigTree, path: readonly string[]): ConfigLine[] {
  const indent = "  ".repeat(path.length);
  return Object.entries(tree).flatMap(([key, value]): ConfigLine[] => {
    const here = [...path, key];
    if (value === undefined) return [];
    if (here.join(".") === "description.sections" && isTree(value)) {
      const sections = Object.entries(value).flatMap(([id, section]) =>
        renderSection(effective, id, section as ConfigTree, indent),
      );
      const text = `${indent}sections:${sections.length === 0 ? " []" : ""}`;
      return [{ text, source: null }, ...sections];
    }
    if (isTree(value) && Object.keys(value).length > 0)
      return [{ text: `${indent}${scalar(key)}:`, source: null }, ...renderTree(effective, value, here)];
    const source = sourceOf(effective, here, value);
    if (isHidden(effective, here, value, source)) return renderHidden(`${indent}${scalar(key)}:`, here);
    if (isListOfMaps(value))
      return [
        { text: `${indent}${scalar(key)}:`, source },
        ...value.map((entry) => ({ text: `${indent}  - ${asYaml(entry)}`, source })),
      ];
    return [{ text: `${indent}${scalar(key)}: ${scalar(value)}`, source }];
  });
}
