import { findWord } from "../../text/suggest.ts";
import { type FileProblem, formatPath, formatSeen, type Path, pathKey } from "../problems/problem.ts";
import type { Config } from "../schema/config-schema.ts";
import { defaultSections } from "../schema/default-sections.ts";
import { placeIn, type ReadConfig } from "./checked.ts";

/** `when` names sections; which there are is known only once all files are merged. */
function checkSectionNames(parsed: ReadConfig, config: Config): FileProblem[] {
  const ids = config.description.sections.map(({ id }) => id);
  // The five may always be named: the default `when` does so too, whatever sections there are.
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
        const message = `${formatPath(at)} names the section ${formatSeen(id)}, which isn't configured. ${findWord(id, known)} It has no effect.`;
        return { place: placeIn(parsed, at), path: at, kind: "value", message, dropped: null };
      });
  });
}

/** Two things that GitHub tells apart only by their name. */
function checkNames(
  parsed: ReadConfig,
  what: string,
  named: readonly { path: string[]; name: string | false }[],
): FileProblem[] {
  const seen = new Map<string, string[]>();
  const problems: FileProblem[] = [];
  for (const { path, name } of named) {
    if (name === false) continue;
    const folded = name.toLowerCase();
    const first = seen.get(folded);
    seen.set(folded, first ?? path);
    const mine = [path, first ?? []].find((candidate) => parsed.places.has(pathKey(candidate)));
    if (first === undefined || mine === undefined) continue;
    const message = `${formatPath(first)} and ${formatPath(path)} are both ${formatSeen(name)}. Give each its own ${what}.`;
    problems.push({ place: placeIn(parsed, mine), path: mine, kind: "value", message, dropped: null });
  }
  return problems;
}

/** What is wrong with one file in the light of all of them. */
export function checkEffective(parsed: ReadConfig, config: Config): FileProblem[] {
  const { checks, review, turns } = config;
  const checkNameList = Object.entries(checks).map(([key, name]) => ({ path: ["checks", key], name }));
  const labels = [
    ...Object.entries(review.kinds).map(([kind, { label }]) => ({
      path: ["review", "kinds", kind, "label"],
      name: label,
    })),
    ...Object.entries(turns.labels).map(([key, name]) => ({ path: ["turns", "labels", key], name })),
  ];
  return [
    ...checkSectionNames(parsed, config),
    ...checkNames(parsed, "name", checkNameList),
    ...checkNames(parsed, "label", labels),
  ];
}
