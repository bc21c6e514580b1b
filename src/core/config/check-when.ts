import { type Checked, placeIn, type ReadConfig } from "./checked.ts";
import { type FileProblem, formatPath, type Path } from "./problem.ts";
import type { ConfigInput } from "./schema.ts";

type WhenInput = NonNullable<NonNullable<ConfigInput["description"]>["when"]>[number];

const lists = ["paths", "labels", "base"] as const;

/** Why an entry never matches any pull request; null when it can. */
function neverMatches(entry: WhenInput): { key: string; reason: string } | null {
  const { changed_lines_below: below, changed_lines_above: above } = entry;
  if (below !== undefined && above !== undefined && below < above + 2)
    return {
      key: "changed_lines_below",
      reason: `no number of lines is below ${below} and above ${above}; expected a larger changed_lines_below`,
    };
  const empty = lists.find((key) => entry[key]?.length === 0);
  if (empty === undefined) return null;
  return { key: empty, reason: `${empty} is an empty list; expected at least one entry, or no ${empty}` };
}

const isUnconditional = (entry: WhenInput) =>
  entry.changed_lines_below === undefined &&
  entry.changed_lines_above === undefined &&
  entry.title === undefined &&
  lists.every((key) => entry[key] === undefined);

/** What an entry does not achieve, though it is right in itself. */
function uselessness(entry: WhenInput, isShadowed: boolean): string | null {
  if (isShadowed) return "comes after an entry without conditions, so it is never looked at";
  if (entry.all === true && entry.paths === undefined)
    return "says all, but has no paths; expected paths beside it";
  const changesNothing = Object.keys(entry.sections ?? {}).length === 0 && entry.prose_is === undefined;
  return changesNothing ? "changes nothing; expected sections or prose_is" : null;
}

/** Entries of `description.when` that can never match are reported and left out. */
export function checkWhen(parsed: ReadConfig): Checked {
  const { description } = parsed.values;
  if (description?.when === undefined) return { values: parsed.values, problems: [] };
  const problems: FileProblem[] = [];
  const pathOf = (entry: WhenInput): Path => parsed.paths.get(entry) ?? ["description", "when"];
  let isShadowed = false;
  const when = description.when.filter((entry) => {
    const path = pathOf(entry);
    const never = neverMatches(entry);
    const useless = uselessness(entry, isShadowed);
    isShadowed ||= isUnconditional(entry);
    const reason = never === null ? useless : `never matches: ${never.reason}`;
    if (reason === null) return true;
    problems.push({
      place: placeIn(parsed, never === null ? path : [...path, never.key]),
      path,
      kind: never === null ? "useless" : "value",
      message: `${formatPath(path)} ${reason}.`,
      dropped: never === null ? null : path,
    });
    return never === null;
  });
  return { values: { ...parsed.values, description: { ...description, when } }, problems };
}
