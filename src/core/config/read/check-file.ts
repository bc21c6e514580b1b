import { z } from "zod";
import { findTooMany } from "../expressions.ts";
import { defaultTree, isTree, valueAt } from "../layers.ts";
import { type ConfigInput, configSchema } from "../schema/config-schema.ts";
import { describeExpected, expectations, shapeOf } from "../schema/expectations.ts";
import { expressionSchema, globSchema } from "../schema/values.ts";
import {
  type FileProblem,
  findKey,
  formatPath,
  formatSeen,
  type Path,
  placeIn,
  type ReadConfig,
} from "./problem.ts";

/** What is left of the values, and what was wrong with the rest. */
interface Checked {
  values: ConfigInput;
  problems: FileProblem[];
}

/** `replace: true` without any replacement. */
function checkKinds(parsed: ReadConfig): Checked {
  const problems = Object.entries(parsed.values.review?.kinds ?? {}).flatMap(
    ([kind, given]): FileProblem[] => {
      if (given?.replace !== true || given.prefixes !== undefined) return [];
      const path = ["review", "kinds", kind, "replace"];
      const message = `${formatPath(path)} is true, but there are no prefixes. Add some; until then the built-in ones count.`;
      return [{ place: placeIn(parsed, path), path, kind: "useless", message, dropped: null }];
    },
  );
  return { values: parsed.values, problems };
}

/** Checks what one file alone can show to be a mistake, and removes broken parts. */
export function checkFile(parsed: ReadConfig): Checked {
  let values = parsed.values;
  const problems: FileProblem[] = [];
  for (const check of [checkRules, checkWhen, checkKinds, checkTurns, checkLocked]) {
    const checked = check({ ...parsed, values });
    values = checked.values;
    problems.push(...checked.problems);
  }
  return { values, problems };
}

/** "" when a dotted key exists in the schema, else a sentence that says what to write. */
function unknownPart(key: string): string {
  let schema: z.core.$ZodType = configSchema;
  const steps = key.split(".");
  for (const [index, step] of steps.entries()) {
    const here = shapeOf(schema);
    if (here instanceof z.ZodRecord) return "";
    if (here instanceof z.ZodArray && shapeOf(here.element) instanceof z.ZodObject) {
      // `description.sections.<id>`: the step is an id, which only other files know.
      schema = here.element;
      continue;
    }
    const options = here instanceof z.ZodUnion ? here.options.map(shapeOf) : [here];
    const shape = options.find((option) => option instanceof z.ZodObject)?.shape;
    if (shape === undefined) return "Write a key of this file.";
    const next = Object.hasOwn(shape, step) ? shape[step] : undefined;
    if (next === undefined) {
      const before = steps.slice(0, index).map((known) => `${known}.`);
      return findKey(
        `${before.join("")}${step}`,
        Object.keys(shape).map((known) => `${before.join("")}${known}`),
      );
    }
    schema = next;
  }
  return "";
}

/** `locked` belongs in the organisation's file and names existing keys. */
function checkLocked(parsed: ReadConfig): Checked {
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
    const why = unknownPart(key);
    const path = ["locked", index];
    const message = `locked[${index}] is ${formatSeen(key)}, which is an unknown key. ${why}`;
    return why === "" ? [] : [{ place: placeIn(parsed, path), path, kind: "value", message, dropped: path }];
  });
  return { values: { ...rest, locked: locked.filter((key) => unknownPart(key) === "") }, problems };
}

/** The meaning of a rule's option, by name: the same name means the same in every rule. */
const meanings: Record<string, typeof globSchema> = {
  paths: globSchema,
  pattern: expressionSchema,
  patterns: expressionSchema,
};

function checkOption(parsed: ReadConfig, rule: string, option: string, value: unknown): FileProblem[] {
  const schema = Object.hasOwn(meanings, option) ? meanings[option] : undefined;
  if (schema === undefined) return [];
  const whole = ["description", "rules", rule, option];
  const entries: unknown[] = [value].flat();
  const tooMany = schema === expressionSchema ? findTooMany(entries.map(String)) : null;
  return entries.flatMap((entry, index): FileProblem[] => {
    const shape = schema.safeParse(entry);
    const own = shape.success ? expectations.get(schema)?.check?.(shape.data) : "";
    const reason = own ?? tooMany?.get(index);
    if (reason === null || reason === undefined) return [];
    const path = Array.isArray(value) ? [...whole, index] : whole;
    const why = typeof reason === "string" && reason !== "" ? ` (${reason})` : "";
    const message = `${formatPath(path)} can't be ${formatSeen(entry)}${why}. Write ${describeExpected(schema)}.`;
    return [{ place: placeIn(parsed, path), path, kind: "value", message, dropped: whole }];
  });
}

/** Globs and expressions in rules' options. A broken one removes its option, so that the default counts. */
function checkRules(parsed: ReadConfig): Checked {
  const { description } = parsed.values;
  if (description?.rules === undefined) return { values: parsed.values, problems: [] };
  const problems: FileProblem[] = [];
  const rules = Object.entries(description.rules).map(([rule, setting]) => {
    if (!isTree(setting)) return [rule, setting];
    const kept = Object.entries(setting).filter(([option, value]) => {
      const found = checkOption(parsed, rule, option, value);
      problems.push(...found);
      return found.length === 0;
    });
    return [rule, Object.fromEntries(kept)];
  });
  const values = { ...parsed.values, description: { ...description, rules: Object.fromEntries(rules) } };
  return { values, problems };
}

interface FromTo {
  from?: string | undefined;
  to?: string | undefined;
}
type Turns = NonNullable<ConfigInput["turns"]>;
type Person = NonNullable<Turns["people"]>[string];

const defaultHours = valueAt(defaultTree, ["turns", "hours"]) as Required<FromTo>;

/** Removes a working day of no length. */
function checkHours<Given extends FromTo>(
  parsed: ReadConfig,
  hours: Given,
  path: Path,
  problems: FileProblem[],
): Given {
  if ((hours.from ?? defaultHours.from) !== (hours.to ?? defaultHours.to)) return hours;
  const { from, to, ...rest } = hours;
  const at = [...path, to === undefined ? "from" : "to"];
  const message = `${formatPath(path)} starts and ends at the same time. Make from and to differ.`;
  problems.push({ place: placeIn(parsed, at), path: at, kind: "value", message, dropped: at });
  return rest as Given;
}

/** Removes days away that end before they start. */
function checkAway(parsed: ReadConfig, person: Person, path: Path, problems: FileProblem[]): Person {
  if (person.away === undefined) return person;
  const away = person.away.filter((days) => {
    if (days.to >= days.from) return true;
    const at = parsed.paths.get(days) ?? path;
    const message = `${formatPath(at)} ends before it starts. Put \`to\` after \`from\`.`;
    problems.push({ place: placeIn(parsed, at), path: at, kind: "value", message, dropped: at });
    return false;
  });
  return { ...person, away };
}

/** Reports and removes hours and absences that make no sense. */
function checkTurns(parsed: ReadConfig): Checked {
  const { turns } = parsed.values;
  if (turns === undefined) return { values: parsed.values, problems: [] };
  const problems: FileProblem[] = [];
  const checked: Turns = { ...turns };
  if (turns.hours !== undefined)
    checked.hours = checkHours(parsed, turns.hours, ["turns", "hours"], problems);
  if (turns.people !== undefined) {
    const people = Object.entries(turns.people).map(([login, person]) => {
      const path = ["turns", "people", login];
      return [login, checkHours(parsed, checkAway(parsed, person, path, problems), path, problems)];
    });
    checked.people = Object.fromEntries(people);
  }
  return { values: { ...parsed.values, turns: checked }, problems };
}

type WhenInput = NonNullable<NonNullable<ConfigInput["description"]>["when"]>[number];

const lists = ["paths", "labels", "base"] as const;

const hasCondition = (entry: WhenInput) =>
  entry.changed_lines_below !== undefined ||
  entry.changed_lines_above !== undefined ||
  entry.title !== undefined ||
  lists.some((key) => entry[key] !== undefined);

/** Why an entry can't match any pull request; null when it can. */
function neverMatches(entry: WhenInput): { key: string | null; reason: string } | null {
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

/** Why a valid entry has no effect; null when it has one. */
function uselessness(entry: WhenInput): string | null {
  if (entry.all === true && entry.paths === undefined) return "has all, but no paths. Add paths";
  const changesNothing = Object.keys(entry.sections ?? {}).length === 0 && entry.prose_is === undefined;
  return changesNothing ? "changes nothing. Add sections or prose_is" : null;
}

/** Reports and removes entries of `description.when` that can never match. */
function checkWhen(parsed: ReadConfig): Checked {
  const { description } = parsed.values;
  if (description?.when === undefined) return { values: parsed.values, problems: [] };
  const problems: FileProblem[] = [];
  const pathOf = (entry: WhenInput): Path => parsed.paths.get(entry) ?? ["description", "when"];
  const when = description.when.filter((entry) => {
    const path = pathOf(entry);
    const never = neverMatches(entry);
    const useless = uselessness(entry);
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
