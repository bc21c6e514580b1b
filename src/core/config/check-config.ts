import { z } from "zod";
import {
  type FileProblem,
  formatPath,
  formatSeen,
  type Path,
  placeIn,
  type ShapedConfig,
  suggestKey,
} from "./read/problem.ts";
import { type ConfigInput, configSchema } from "./schema/config-schema.ts";
import { type Schema, shapeOf } from "./schema/expectations.ts";

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

/** What to write instead of a dotted key that is not in the schema; null when it is. */
function explainUnknown(key: string): string | null {
  let schema: Schema = configSchema;
  const steps = key.split(".");
  for (const [index, step] of steps.entries()) {
    const here = shapeOf(schema);
    if (here instanceof z.ZodRecord) return null;
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
  return null;
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
  const problems: FileProblem[] = [];
  const known = locked.filter((key, index) => {
    const why = explainUnknown(key);
    if (why === null) return true;
    const path = ["locked", index];
    const message = `locked[${index}] is ${formatSeen(key)}, which is an unknown key. ${why}`;
    problems.push({ place: placeIn(parsed, path), path, kind: "value", message, dropped: path });
    return false;
  });
  return { values: { ...rest, locked: known }, problems };
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
function whyUseless(entry: WhenInput): string | null {
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
    const useless = whyUseless(entry);
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
