import type { EffectiveConfig } from "./effective.ts";
import { type ConfigTree, formatValue, isAdditive, isTree, toTree } from "./layers.ts";

/** A value as a person writes it (`1 business day`), or why there is none to show. */
export type ShownValue =
  | string
  | {
      type: "not set" | "none" | "not shown" | "not asked for" | "hidden value" | "hidden section";
    }
  | { type: "hidden words"; count: number };

/** One value that would change. */
export interface ConfigDifference {
  /** `turns.targets.default`; a section's is `description.sections.<id>`. A person is never named. */
  path: string;
  /** Only the order of the sections would change. */
  isOrder?: boolean;
  before: ShownValue;
  after: ShownValue;
}

interface Shown {
  path: string[];
  /** What is compared; never shown. */
  key: string;
  value: ShownValue;
}

const notSet: ShownValue = { type: "not set" };
const notAskedFor: ShownValue = { type: "not asked for" };

function shorten(value: unknown): ShownValue {
  if (Array.isArray(value) && value.length === 0) return { type: "none" };
  const text = formatValue(value);
  if (text !== "") return text;
  return Array.isArray(value) ? JSON.stringify(value) : String(value);
}

function isHidden(effective: EffectiveConfig, path: string[]): boolean {
  const source = effective.sources.get(path.join("."));
  return effective.organisationIsHidden && (source === "organisation" || source === "locked");
}

/** The value to show. A list that may have words of a hidden organisation is only counted. */
function showValue(effective: EffectiveConfig, path: readonly string[], value: unknown): ShownValue {
  const holdsHidden = effective.organisationIsHidden && isAdditive(path) && Array.isArray(value);
  return holdsHidden ? { type: "hidden words", count: value.length } : shorten(value);
}

/** Every value with its text. All people are one value, which is compared but never shown. */
function listValues(effective: EffectiveConfig, tree: ConfigTree, path: readonly string[] = []): Shown[] {
  return Object.entries(tree).flatMap(([key, value]): Shown[] => {
    const here = [...path, key];
    if (value === undefined || here.join(".") === "locked") return [];
    if (here.join(".") === "turns.people")
      return [{ path: here, key: JSON.stringify(value), value: { type: "not shown" } }];
    if (isTree(value)) return listValues(effective, value, here);
    const shown: ShownValue = isHidden(effective, here)
      ? { type: "hidden value" }
      : showValue(effective, here, value);
    return [{ path: here, key: JSON.stringify(value), value: shown }];
  });
}

const byPath = (shown: Shown[]) => new Map(shown.map((value) => [value.path.join("."), value]));

type Sections = Map<string, ShownValue>;

/** Each section's line, by id. */
function describeSections({ config, sources, organisationIsHidden }: EffectiveConfig): Sections {
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
      organisationIsHidden && hidden.has(id) ? { type: "hidden section" } : `${heading} (${level})`,
    ]),
  );
}

/** Added and removed sections, each as one difference instead of eight, and a changed order. */
function diffSections(old: Sections, now: Sections): ConfigDifference[] {
  const path = (id: string) => `description.sections.${id}`;
  const removed = [...old]
    .filter(([id]) => !now.has(id))
    .map(([id, before]) => ({ path: path(id), before, after: notAskedFor }));
  const added = [...now]
    .filter(([id]) => !old.has(id))
    .map(([id, after]) => ({ path: path(id), before: notAskedFor, after }));
  const orderOfKept = (sections: Sections, others: Sections) =>
    [...sections.keys()].filter((id) => others.has(id)).join(", ");
  const [oldOrder, newOrder] = [orderOfKept(old, now), orderOfKept(now, old)];
  const order =
    oldOrder === newOrder
      ? []
      : [{ path: "description.sections", isOrder: true, before: oldOrder, after: newOrder }];
  return [...removed, ...added, ...order];
}

/**
 * What changes when one effective config replaces another, in the file's order. A value from a hidden
 * organisation's file is named, not shown; `people` are never shown.
 */
export function diffConfig(before: EffectiveConfig, after: EffectiveConfig): ConfigDifference[] {
  const old = byPath(listValues(before, toTree(before.config)));
  const now = byPath(listValues(after, toTree(after.config)));
  const [oldSections, newSections] = [describeSections(before), describeSections(after)];
  const values = [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was?.key === is?.key) return [];
    const [top, second, id = ""] = (was ?? is)?.path ?? [];
    const isOnOneSide = second === "sections" && !(oldSections.has(id) && newSections.has(id));
    if (top === "description" && isOnOneSide) return [];
    return [{ path, before: was?.value ?? notSet, after: is?.value ?? notSet }];
  });
  return [...diffSections(oldSections, newSections), ...values];
}
