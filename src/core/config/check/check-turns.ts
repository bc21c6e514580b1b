import { defaultTree } from "../inherit/default-tree.ts";
import { valueAt } from "../inherit/layers.ts";
import { type FileProblem, formatPath, type Path } from "../problems/problem.ts";
import type { ConfigInput } from "../schema/config-schema.ts";
import { type Checked, placeIn, type ReadConfig } from "./checked.ts";

interface Hours {
  from?: string | undefined;
  to?: string | undefined;
}
type Turns = NonNullable<ConfigInput["turns"]>;
type Person = NonNullable<Turns["people"]>[string];

const usual = valueAt(defaultTree, ["turns", "hours"]) as Required<Hours>;

/** A working day of no length is taken out. */
function checkHours<Given extends Hours>(
  parsed: ReadConfig,
  hours: Given,
  path: Path,
  problems: FileProblem[],
): Given {
  if ((hours.from ?? usual.from) !== (hours.to ?? usual.to)) return hours;
  const { from, to, ...rest } = hours;
  const at = [...path, to === undefined ? "from" : "to"];
  const message = `${formatPath(path)} starts and ends at the same time. Give it a from and a to that differ.`;
  problems.push({ place: placeIn(parsed, at), path: at, kind: "value", message, dropped: at });
  return rest as Given;
}

/** Days away that end before they start are taken out. */
function checkAway(parsed: ReadConfig, person: Person, path: Path, problems: FileProblem[]): Person {
  if (person.away === undefined) return person;
  const away = person.away.filter((days) => {
    if (days.to >= days.from) return true;
    const at = parsed.paths.get(days) ?? path;
    const message = `${formatPath(at)} ends before it starts. Move \`to\` behind \`from\`.`;
    problems.push({ place: placeIn(parsed, at), path: at, kind: "value", message, dropped: at });
    return false;
  });
  return { ...person, away };
}

/** Hours and absences that cannot be meant are reported and left out. */
export function checkTurns(parsed: ReadConfig): Checked {
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
