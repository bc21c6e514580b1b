import { z } from "zod";
import { suggestWord } from "../text/suggest.ts";
import { asTree, findSetter, type Layer, mergeLayers, valueAt } from "./layers.ts";
import {
  type FileProblem,
  formatPath,
  formatSeen,
  type Path,
  placeIn,
  type ShapedConfig,
  suggestKey,
} from "./read/problem.ts";
import { type Config, type ConfigInput, configSchema } from "./schema/config-schema.ts";
import { type Schema, shapeOf } from "./schema/expectations.ts";
import { defaultSections } from "./section-names/default-sections.ts";

/** The values that are left, and the problems of the others. */
interface Checked {
  values: ConfigInput;
  problems: FileProblem[];
}

/** Reports mistakes that one file shows by itself, and removes broken parts. */
export function checkFile(parsed: ShapedConfig): Checked {
  let values = parsed.values;
  const problems: FileProblem[] = [];
  for (const check of [checkWhen, checkAway, checkLocked]) {
    const checked = check({ ...parsed, values });
    values = checked.values;
    problems.push(...checked.problems);
  }
  return { values, problems };
}

/** What to write instead of a dotted key that is not in the schema; "" when it is. */
function explainUnknown(key: string): string {
  let schema: Schema = configSchema;
  const steps = key.split(".");
  for (const [index, step] of steps.entries()) {
    const here = shapeOf(schema);
    if (here instanceof z.ZodRecord) return "";
    if (here instanceof z.ZodArray && shapeOf(here.element) instanceof z.ZodObject) {
      // In `description.sections.<id>` the step is an id, which may be in another file.
      schema = here.element;
      continue;
    }
    const options = here instanceof z.ZodUnion ? here.options.map(shapeOf) : [here];
    const shape = options.find((option) => option instanceof z.ZodObject)?.shape;
    if (shape === undefined) return "Write a key of this file.";
    const next = Object.hasOwn(shape, step) ? shape[step] : undefined;
    if (next === undefined) {
      const before = steps.slice(0, index).map((known) => `${known}.`);
      return suggestKey(
        `${before.join("")}${step}`,
        Object.keys(shape).map((known) => `${before.join("")}${known}`),
      );
    }
    schema = next;
  }
  return "";
}

/** Reports and removes `locked` in a repository's file, and unknown keys in it. */
function checkLocked(parsed: ShapedConfig): Checked {
  const { locked, ...rest } = parsed.values;
  if (locked === undefined || locked.length === 0) return { values: parsed.values, problems: [] };
  if (parsed.source === "repository") {
    const path = ["locked"];
    const message = "locked only works in the organisation's file. Remove it here.";
    return {
      values: rest,
      problems: [{ place: placeIn(parsed, path), path, kind: "locked", message, dropped: path }],
    };
  }
  const problems = locked.flatMap((key, index): FileProblem[] => {
    const why = explainUnknown(key);
    const path = ["locked", index];
    const message = `locked[${index}] is ${formatSeen(key)}, which is an unknown key. ${why}`;
    return why === "" ? [] : [{ place: placeIn(parsed, path), path, kind: "value", message, dropped: path }];
  });
  return { values: { ...rest, locked: locked.filter((key) => explainUnknown(key) === "") }, problems };
}

/** Reports and removes days away that end before they start. */
function checkAway(parsed: ShapedConfig): Checked {
  const { turns } = parsed.values;
  if (turns?.people === undefined) return { values: parsed.values, problems: [] };
  const problems: FileProblem[] = [];
  const people = Object.entries(turns.people).map(([login, person]) => {
    const away = person.away?.filter((days) => {
      if (days.to >= days.from) return true;
      const path = parsed.paths.get(days) ?? ["turns", "people", login];
      const message = `${formatPath(path)} ends before it starts. Put \`to\` after \`from\`.`;
      problems.push({ place: placeIn(parsed, path), path, kind: "value", message, dropped: path });
      return false;
    });
    return [login, away === undefined ? person : { ...person, away }];
  });
  const values = { ...parsed.values, turns: { ...turns, people: Object.fromEntries(people) } };
  return { values, problems };
}

type WhenInput = NonNullable<NonNullable<ConfigInput["description"]>["when"]>[number];

const lists = ["paths", "labels", "base"] as const;

const hasCondition = (entry: WhenInput) =>
  entry.changed_lines_below !== undefined ||
  entry.changed_lines_above !== undefined ||
  entry.title !== undefined ||
  lists.some((key) => entry[key] !== undefined);

/** Why an entry can never match; null when it can. */
function findContradiction(entry: WhenInput): { key: string | null; reason: string } | null {
  const { changed_lines_below: below, changed_lines_above: above } = entry;
  if (!hasCondition(entry))
    return {
      key: null,
      reason: `it has no condition. Add one of changed_lines_below, changed_lines_above, title, ${lists.join(", ")}`,
    };
  if (below !== undefined && above !== undefined && below < above + 2)
    return {
      key: "changed_lines_below",
      reason: `no number of lines is below ${below} and above ${above}. Raise changed_lines_below`,
    };
  const empty = lists.find((key) => entry[key]?.length === 0);
  if (empty === undefined) return null;
  return { key: empty, reason: `${empty} is an empty list. Add an entry, or remove ${empty}` };
}

/** Why an entry that can match has no effect; null when it has one. */
function findUselessness(entry: WhenInput): string | null {
  if (entry.all === true && entry.paths === undefined) return "has all, but no paths. Add paths";
  const changesNothing = Object.keys(entry.sections ?? {}).length === 0 && entry.prose_is === undefined;
  return changesNothing ? "changes nothing. Add sections or prose_is" : null;
}

/** Reports entries of `description.when` that can never match, which it removes, or that do nothing. */
function checkWhen(parsed: ShapedConfig): Checked {
  const { description } = parsed.values;
  if (description?.when === undefined) return { values: parsed.values, problems: [] };
  const problems: FileProblem[] = [];
  const pathOf = (entry: WhenInput): Path => parsed.paths.get(entry) ?? ["description", "when"];
  const when = description.when.filter((entry) => {
    const path = pathOf(entry);
    const never = findContradiction(entry);
    const useless = findUselessness(entry);
    const reason = never === null ? useless : `never matches: ${never.reason}`;
    if (reason === null) return true;
    problems.push({
      place: placeIn(parsed, typeof never?.key === "string" ? [...path, never.key] : path),
      path,
      kind: never === null ? "useless" : "value",
      message: `${formatPath(path)} ${reason}.`,
      dropped: never === null ? null : path,
    });
    return never === null;
  });
  return { values: { ...parsed.values, description: { ...description, when } }, problems };
}

/** Adds the problems that only the merged files show, each to the last file that sets one of its values. */
export function checkMerged(layers: readonly Layer[], config: Config): void {
  const { checks, review, turns } = config;
  for (const { parsed, problems } of layers) problems.push(...checkSectionNames(parsed, config));
  for (const kind of Object.keys(review.kinds)) checkReplace(layers, ["review", "kinds", kind]);
  checkNames(
    layers,
    "name",
    Object.entries(checks).map(([key, name]) => ({ path: ["checks", key], name })),
  );
  checkNames(layers, "label", [
    ...Object.entries(review.kinds).map(([kind, { label }]) => ({
      path: ["review", "kinds", kind, "label"],
      name: label,
    })),
    ...Object.entries(turns.labels).map(([key, name]) => ({ path: ["turns", "labels", key], name })),
  ]);
}

/** Reports unknown sections in `when`. Sections are known only once all files are merged. */
function checkSectionNames(parsed: ShapedConfig, config: Config): FileProblem[] {
  const ids = config.description.sections.map(({ id }) => id);
  // The five default sections are always allowed, because the default `when` names them.
  const known: string[] = [...new Set<string>([...ids, ...defaultSections.map(({ id }) => id)])];
  return (parsed.values.description?.when ?? []).flatMap((entry) => {
    const path = parsed.paths.get(entry) ?? ["description", "when"];
    const named: { at: Path; id: string }[] = Object.keys(entry.sections ?? {}).map((id) => ({
      at: [...path, "sections", id],
      id,
    }));
    if (entry.prose_is !== undefined) named.push({ at: [...path, "prose_is"], id: entry.prose_is });
    return named
      .filter(({ id }) => !known.includes(id))
      .map(({ at, id }): FileProblem => {
        const message = `${formatPath(at)} names the section ${formatSeen(id)}, which isn't configured. ${suggestWord(id, known)} It has no effect.`;
        return { place: placeIn(parsed, at), path: at, kind: "value", message, dropped: null };
      });
  });
}

/** Reports check runs or labels with the same name, which GitHub cannot tell apart. */
function checkNames(
  layers: readonly Layer[],
  what: string,
  named: readonly { path: string[]; name: string | false }[],
): void {
  const seen = new Map<string, string[]>();
  for (const { path, name } of named) {
    if (name === false) continue;
    const folded = name.toLowerCase();
    const first = seen.get(folded);
    seen.set(folded, first ?? path);
    const setter = first === undefined ? null : findSetter(layers, [path, first]);
    if (first === undefined || setter === null) continue;
    const message = `${formatPath(first)} and ${formatPath(path)} are both ${formatSeen(name)}. Give each its own ${what}.`;
    const place = placeIn(setter.layer.parsed, setter.path);
    setter.layer.problems.push({ place, path: setter.path, kind: "value", message, dropped: null });
  }
}

/** Reports `replace: true` where no file has prefixes. */
function checkReplace(layers: readonly Layer[], kind: string[]): void {
  const merged = asTree(valueAt(mergeLayers(layers), kind));
  if (merged.replace !== true || merged.prefixes !== undefined) return;
  const path = [...kind, "replace"];
  const setter = findSetter(layers, [path]);
  if (setter === null) return;
  const message = `${formatPath(path)} is true, but there are no prefixes. Add some; until then the built-in ones count.`;
  const place = placeIn(setter.layer.parsed, path);
  setter.layer.problems.push({ place, path, kind: "useless", message, dropped: null });
}
