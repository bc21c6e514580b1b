import type { EffectiveConfig } from "./effective.ts";
import { formatValue, isAdditive, isTree, toTree, type ConfigTree } from "./layers.ts";

/** One value that would change. Texts for people: `1 business day`, "not set", "the organisation's value". */
export interface ConfigDifference {
  /** `turns.targets.default`; a section's is `description.sections.<id>`. A person is never named. */
  path: string;
  before: string;
  after: string;
}

interface Shown {
  path: string[];
  /** What is compared; never shown. */
  key: string;
  text: string;
}

const notSet = "not set";

function shorten(value: unknown): string {
  const text = formatValue(value);
  if (text !== "") return text;
  return Array.isArray(value) ? JSON.stringify(value) : String(value);
}

function isHidden(effective: EffectiveConfig, path: string[]): boolean {
  const source = effective.sources.get(path.join("."));
  return effective.organisationIsHidden === true && (source === "organisation" || source === "locked");
}

/** A list that adds to a hidden organisation's words shows only their number. */
function showValue(effective: EffectiveConfig, path: readonly string[], value: unknown): string {
  const holdsHidden = effective.organisationIsHidden === true && isAdditive(path) && Array.isArray(value);
  return holdsHidden ? `${value.length} words` : shorten(value);
}

/** Every value with its text. All people together are one value, compared but never shown. */
function listValues(effective: EffectiveConfig, tree: ConfigTree, path: readonly string[] = []): Shown[] {
  return Object.entries(tree).flatMap(([key, value]): Shown[] => {
    const here = [...path, key];
    if (value === undefined || here.join(".") === "locked") return [];
    if (here.join(".") === "turns.people")
      return [{ path: here, key: JSON.stringify(value), text: "(not shown)" }];
    if (isTree(value)) return listValues(effective, value, here);
    const text = isHidden(effective, here) ? "the organisation's value" : showValue(effective, here, value);
    return [{ path: here, key: JSON.stringify(value), text }];
  });
}

const byPath = (shown: Shown[]) => new Map(shown.map((value) => [value.path.join("."), value]));

/** Each section's line, by id. */
function describeSections({ config, sources, organisationIsHidden }: EffectiveConfig): Map<string, string> {
  const notOwn = [...sources]
    .filter(([, source]) => source !== "repository")
    .map(([path]) => path.split("."));
  const hidden = new Set(
    notOwn
      .filter(([first, second]) => first === "description" && second === "sections")
      .map(([, , id]) => id),
  );
  return new Map(
    config.description.sections.map(({ id, heading, level }) => [
      id,
      organisationIsHidden === true && hidden.has(id)
        ? "the organisation's section"
        : `${heading} (${level})`,
    ]),
  );
}

type Sections = Map<string, string>;

/** An added or removed section is one line, not eight. */
function diffSections(old: Sections, now: Sections): ConfigDifference[] {
  const path = (id: string) => `description.sections.${id}`;
  const gone = [...old]
    .filter(([id]) => !now.has(id))
    .map(([id, before]) => ({ path: path(id), before, after: "not asked for" }));
  const come = [...now]
    .filter(([id]) => !old.has(id))
    .map(([id, after]) => ({ path: path(id), before: "not asked for", after }));
  const stay = (sections: Sections, others: Sections) =>
    [...sections.keys()].filter((id) => others.has(id)).join(", ");
  const [oldOrder, newOrder] = [stay(old, now), stay(now, old)];
  const order =
    oldOrder === newOrder
      ? []
      : [{ path: "description.sections (order)", before: oldOrder, after: newOrder }];
  return [...gone, ...come, ...order];
}

/**
 * What changes for pull requests when one effective config replaces another: effective values only, in the
 * file's order. A value from a hidden organisation's file is named, not shown; `people` are never shown.
 */
export function diffConfig(before: EffectiveConfig, after: EffectiveConfig): ConfigDifference[] {
  const old = byPath(listValues(before, toTree(before.config)));
  const now = byPath(listValues(after, toTree(after.config)));
  const [oldSections, newSections] = [describeSections(before), describeSections(after)];
  const values = [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was?.key === is?.key) return [];
    const [top, second, id = ""] = (was ?? is)?.path ?? [];
    const isOfOneSide = second === "sections" && !(oldSections.has(id) && newSections.has(id));
    if (top === "description" && isOfOneSide) return [];
    return [{ path, before: was?.text ?? notSet, after: is?.text ?? notSet }];
  });
  return [...diffSections(oldSections, newSections), ...values];
}
