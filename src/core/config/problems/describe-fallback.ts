import { defaultTree, isAdditive, isTree, type Tree, valueAt } from "../inherit/layers.ts";
import { type FileProblem, formatSeen, isAboutPeople } from "./problem.ts";

/** What lies below the file that has the problem. */
export interface Below {
  /** The organisation's values, when the problem is in a repository's file and there is an organisation's. */
  organisation: Tree | null;
  /** They are named, never shown. */
  organisationIsHidden: boolean;
}

/** A value as a person says it: `1 business day`, `mon, tue`; "" for what is too much to say. */
export function formatValue(value: unknown): string {
  if (typeof value === "string") {
    const quoted = formatSeen(value);
    return /^[\w:. -]+$/.test(value) ? value : quoted;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return "none";
    const shown = value.every((entry) => typeof entry !== "object") && value.length <= 8;
    return shown ? value.map(formatValue).join(", ") : "";
  }
  // A rule's setting: its level says most.
  if (isTree(value) && typeof value.level === "string" && !("hint" in value)) return value.level;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

const inBrackets = (value: unknown) => {
  const text = formatValue(value);
  return text === "" ? "" : ` (${text})`;
};

const plainSection = { level: "error", min_words: 5, optional: false, not_applicable: false, hint: "" };

function defaultAt(path: readonly (string | number)[]): unknown {
  const known = valueAt(defaultTree, path);
  const isOfSection = path[1] === "sections" && path.length === 4;
  return known === undefined && isOfSection ? valueAt(plainSection, [path[3]!]) : known;
}

/**
 * "Using the organisation's value (1 business day) until it is fixed."; "" when the message already says it.
 */
export function describeFallback({ kind, path, dropped }: FileProblem, below: Below): string {
  if (dropped === null) return "";
  const until = kind === "locked" ? "" : " until it is fixed";
  const own = below.organisation === null ? undefined : valueAt(below.organisation, dropped);
  if (dropped.length === 0)
    return `Using ${below.organisation === null ? "the defaults" : "the organisation's file"}${until}.`;
  if (kind === "unknown-key" && dropped.length === path.length) return "It is ignored.";
  if (isAboutPeople(dropped)) return "It counts as not set until it is fixed.";
  if (kind === "locked" && path[0] === "locked") return "It is ignored.";
  if (own !== undefined)
    return `Using the organisation's value${below.organisationIsHidden ? "" : inBrackets(own)}${until}.`;
  if (typeof dropped.at(-1) === "number") return "The entry is left out until it is fixed.";
  if (isAdditive(dropped.map(String))) return "Using the known words alone until it is fixed.";
  const known = defaultAt(dropped);
  if (known !== undefined) return `Using the default${inBrackets(known)}${until}.`;
  return `It counts as not set${until}.`;
}
