import type { ConfigProblem } from "../effective.ts";

/** One line: `.github/async.yml:14:11: turns.targets.default can't be …. Write …. Using … until it is fixed.` */
export function formatProblem({ source, file, place, message, fallback }: ConfigProblem): string {
  const whose = source === "organisation" ? "the organisation's " : "";
  return `${whose}${file}:${place.line}:${place.column}: ${[message, fallback].filter((part) => part !== "").join(" ")}`;
}
