import { suggestWord } from "../text/suggest.ts";
import {
  asTree,
  type ConfigTree,
  defaultTree,
  findSetter,
  isTree,
  type Layer,
  mergeLayers,
  mergeTrees,
  removeAt,
  valueAt,
} from "./layers.ts";
import {
  type FileProblem,
  formatPath,
  formatSeen,
  type Path,
  placeIn,
  type ShapedConfig,
} from "./read/problem.ts";
import type { Config } from "./schema/config-schema.ts";
import { defaultSections } from "./section-names/default-sections.ts";

/** Adds the problems that only the merged files show, each to the last file that sets one of its values. */
export function checkMerged(
  layers: readonly Layer[],
  { config, organisationIsHidden }: { config: Config; organisationIsHidden: boolean },
): void {
  const { checks, review, turns } = config;
  for (const { parsed, problems } of layers)
    problems.push(...checkSectionNames(parsed, { config, organisationIsHidden }));
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
function checkSectionNames(
  parsed: ShapedConfig,
  { config, organisationIsHidden }: { config: Config; organisationIsHidden: boolean },
): FileProblem[] {
  const idsOf = (sections: readonly { id: string }[] = []) => sections.map(({ id }) => id);
  // The five default sections are always allowed, because the default `when` names them.
  const known = new Set([...idsOf(config.description.sections), ...idsOf(defaultSections)]);
  const shown = organisationIsHidden
    ? [...idsOf(parsed.values.description?.sections), ...idsOf(defaultSections)]
    : [...known];
  return (parsed.values.description?.when ?? []).flatMap((entry) => {
    const path = parsed.paths.get(entry) ?? ["description", "when"];
    const named: { at: Path; id: string }[] = Object.keys(entry.sections ?? {}).map((id) => ({
      at: [...path, "sections", id],
      id,
    }));
    if (entry.prose_is !== undefined) named.push({ at: [...path, "prose_is"], id: entry.prose_is });
    return named
      .filter(({ id }) => !known.has(id))
      .map(({ at, id }): FileProblem => {
        const message = `${formatPath(at)} names the section ${formatSeen(id)}, which isn't configured. ${suggestWord(id, shown)} It has no effect.`;
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

const hoursPath = ["turns", "hours"];
const peoplePath = ["turns", "people"];
const startAndEnd = (path: string[]) => [
  [...path, "to"],
  [...path, "from"],
];

/**
 * Reports and removes hours that start and end at the same time: the team's from the last file that sets
 * them, a person's from every file. What a repository's file shows only together with a hidden one is
 * reported in the hidden one, so that nobody finds out its hours by trial.
 */
export function checkHours(layers: readonly Layer[], organisationIsHidden: boolean): void {
  const own = mergedTurns(layers.slice(-1));
  const report = (whose: string[], { layer, path }: { layer: Layer; path: string[] }, dropped: string[]) => {
    const isHidden = organisationIsHidden && !haveNoLength(hoursOf(own, whose));
    const { parsed, problems } = (isHidden ? layers[0] : undefined) ?? layer;
    const message = `${formatPath(whose)} starts and ends at the same time. Set \`from\` and \`to\` to different times.`;
    problems.push({ place: placeIn(parsed, path), path, kind: "value", message, dropped });
  };
  while (haveNoLength(hoursOf(mergedTurns(layers), hoursPath))) {
    const setter = findSetter(layers, startAndEnd(hoursPath));
    if (setter === null) return;
    report(hoursPath, setter, setter.path);
    for (const path of startAndEnd(hoursPath)) setter.layer.tree = removeAt(setter.layer.tree, path);
  }
  const turns = mergedTurns(layers);
  const logins = Object.keys(asTree(turns.people)).filter((login) =>
    haveNoLength(hoursOf(turns, [...peoplePath, login])),
  );
  for (const login of logins) {
    const path = [...peoplePath, login];
    const [to = path, from = path] = startAndEnd(path);
    const setter = findSetter(layers, [to, from, ...startAndEnd(hoursPath)]);
    if (setter !== null) report(path, setter, to);
  }
  if (logins.length === 0) return;
  for (const layer of layers) layer.tree = withoutHours(layer.tree, new Set(logins));
}

/** The tree without these people's `from` and `to`. */
function withoutHours(tree: ConfigTree, logins: ReadonlySet<string>): ConfigTree {
  const turns = asTree(tree.turns);
  if (!isTree(turns.people)) return tree;
  const people = Object.entries(turns.people).map(([login, person]) => {
    const { from, to, ...rest } = asTree(person);
    return [login, logins.has(login) ? rest : person];
  });
  return { ...tree, turns: { ...turns, people: Object.fromEntries(people) } };
}

const mergedTurns = (layers: readonly Layer[]) => asTree(mergeTrees(defaultTree, mergeLayers(layers)).turns);

/** The team's hours, or a person's over them. */
const hoursOf = (turns: ConfigTree, [, ...path]: readonly string[]) => ({
  ...asTree(turns.hours),
  ...asTree(valueAt(turns, path)),
});

/** Do the hours end when they start? Midnight to midnight is the whole day. */
const haveNoLength = ({ from, to }: ConfigTree) => from === to && from !== "00:00";
