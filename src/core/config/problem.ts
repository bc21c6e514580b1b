import { escapeHiddenJson } from "../text/dangerous-characters.ts";
import type { Place } from "../finding.ts";

/** Steps from the top of a file to a value: keys, and positions in lists from 0. */
export type Path = readonly (string | number)[];

/** Something wrong in one file, before it is known what is used instead. */
export interface FileProblem {
  place: Place;
  path: Path;
  /** An unknown key is only a warning outside the pull request that changes the file. */
  kind: "file" | "value" | "unknown-key" | "useless" | "locked";
  /** One sentence with its full stop: what was seen, what is expected. */
  message: string;
  /** What the problem takes out of the file: a value, the list or the entry that it is in. Null: nothing. */
  dropped: Path | null;
}

/** A path as a key of a map; it is never shown. */
export const pathKey = (path: Path) => path.join("\u0000");

/** `turns.people.…` is never printed: neither logins nor values. */
export const isAboutPeople = (path: Path) => path[0] === "turns" && path[1] === "people" && path.length > 2;

/** A path as a person writes it: `turns.targets.default`, `description.when[1].paths`. */
export function formatPath(path: Path): string {
  if (isAboutPeople(path)) {
    const rest = formatPath(path.slice(3));
    return rest === "" ? "a person in turns.people" : `${rest} of a person in turns.people`;
  }
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      const text = /^[\p{L}\p{N}_ :-]+$/u.test(step) && step.length <= 60 ? step : formatSeen(step);
      return index === 0 ? text : `.${text}`;
    })
    .join("");
}

/** A value as it was seen, on one line, cut, without characters that hide or turn text around. */
export function formatSeen(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value !== "string") return String(value);
  const shown = value.length > 60 ? `${value.slice(0, 59)}…` : value;
  const quoted = escapeHiddenJson(JSON.stringify(shown));
  return value.length > 60 ? `${quoted} (${value.length} characters)` : quoted;
}

/** Other people's error messages in our own tone: words that scold are never used. */
export function plainWords(message: string): string {
  return message
    .replace(/\bmust not\b/gi, "should not")
    .replace(/\bmust\b/gi, "should")
    .replace(/\binvalid or unsupported Perl syntax\b/gi, "a syntax that RE2 does not have")
    .replace(/\binvalid\b/gi, "unusable");
}
