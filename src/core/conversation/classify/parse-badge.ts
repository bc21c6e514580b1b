import type { Image } from "./parse-image.ts";

/** A badge's words: `suggestion` and `non-blocking`. */
export interface Badge {
  label: string;
  decorations: string[];
}

/**
 * The label on a badge that browser extensions for Conventional Comments insert. The alt text holds it
 * (`suggestion(non-blocking)`), or the address (`…/badge/suggestion-test,if--minor-577590`), or each a half.
 * Null for any other image: a screenshot called "issue.png" says nothing.
 */
export function parseBadge(image: Image): Badge | null {
  const path = badgePath(image.url);
  if (path === null) return null;
  const parts = splitBadgePath(path);
  const fromAlt = splitLabel(image.alt);
  const label = fromAlt.label || parts[0] || "";
  if (label === "") return null;
  // label-colour has no message; label-message-colour has one.
  const message = parts.length > 2 ? parts.slice(1, -1).join("-") : "";
  const decorations = fromAlt.decorations.length > 0 ? fromAlt.decorations : splitList(message);
  return { label, decorations };
}

function badgePath(url: string): string | null {
  const at = url.indexOf("/badge/");
  if (at < 0 || !url.startsWith("http")) return null;
  const rest = url.slice(at + 7).split(/[?#]/, 1)[0]!;
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}

/** shields.io: `-` separates, `--` is a dash, `_` a space, `__` an underscore. https://shields.io/badges */
function splitBadgePath(path: string): string[] {
  return path
    .replaceAll("--", "\u0000")
    .split("-")
    .map((part) => part.replaceAll("\u0000", "-").replaceAll("__", "\u0000").replaceAll("_", " "))
    .map((part) => part.replaceAll("\u0000", "_").trim());
}

function splitLabel(text: string): Badge {
  const open = text.indexOf("(");
  if (open < 0) return { label: text.replace(/:\s?$/, "").trim(), decorations: [] };
  const close = text.indexOf(")", open);
  return {
    label: text.slice(0, open).trim(),
    decorations: splitList(text.slice(open + 1, close < 0 ? text.length : close)),
  };
}

/** `ux,non-blocking` and `ux, non-blocking` alike, in lower case. */
export function splitList(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== "");
}
