import { type FileProblem, formatPath, type Path } from "../problems/problem.ts";
import type { ConfigInput } from "../schema/config-schema.ts";
import { type Checked, placeIn, type ReadConfig } from "./checked.ts";

type WhenInput = NonNullable<NonNullable<ConfigInput["description"]>["when"]>[number];

const lists = ["paths", "labels", "base"] as const;

const hasCondition = (entry: WhenInput) =>
  entry.changed_lines_below !== undefined ||
  entry.changed_lines_above !== undefined ||
  entry.title !== undefined ||
  lists.some((key) => entry[key] !== undefined);

/** Why an entry never matches any pull request; null when it can. */
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

/** What an entry does not achieve, though it is right in itself. */
function uselessness(entry: WhenInput): string | null {
  if (entry.all === true && entry.paths === undefined) return "says all, but has no paths. Add paths";
  const changesNothing = Object.keys(entry.sections ?? {}).length === 0 && entry.prose_is === undefined;
  return changesNothing ? "changes nothing. Add sections or prose_is" : null;
}

/** Entries of `description.when` that can never match are reported and left out. */
export function checkWhen(parsed: ReadConfig): Checked {
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
