/**
 * Creates an element. `on…` are listeners, `html` is HTML that the server has sanitised, everything else is
 * an attribute.
 */
export function el(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "html") element.innerHTML = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export const button = (text, onclick, given = {}) =>
  el("button", { type: "button", onclick, ...given }, text);

const typed = new Map();

/** A field whose text survives a redraw: the text is kept under its key until it is forgotten. */
export function field(tag, key, given = {}, initial = "", ...children) {
  const isTick = given.type === "checkbox";
  const element = el(tag, given, ...children);
  const value = typed.get(key) ?? initial;
  if (isTick) element.checked = value === true;
  else element.value = value;
  element.addEventListener("input", () => typed.set(key, isTick ? element.checked : element.value));
  return element;
}

export const select = (key, given, initial, choices) =>
  field(
    "select",
    key,
    given,
    initial,
    choices.map(([value, text]) => el("option", { value }, text)),
  );

export const readField = (key, initial = "") => typed.get(key) ?? initial;
export const writeField = (key, value) => typed.set(key, value);

const shown = new Map();
const markedMs = 1500;

/** Highlights an element for a moment when its content differs from the last content in the same place. */
export function markChange(element, place, content) {
  const before = shown.get(place);
  const at = before === undefined ? Number.NEGATIVE_INFINITY : performance.now();
  if (before?.content !== content) shown.set(place, { content, at });
  if (performance.now() - shown.get(place).at < markedMs) element.classList.add("changed");
  return element;
}

const folds = new Map();

/** A foldable part that keeps its state when the page is redrawn. */
export function fold(place, isOpen, summary, ...content) {
  const element = el("details", { open: folds.get(place) ?? isOpen }, el("summary", {}, summary), ...content);
  element.firstChild.addEventListener("click", () => folds.set(place, !element.open));
  return element;
}

/** Forgets the typed text of every field, and the unfolded parts, whose key starts like this. */
export function forget(start) {
  for (const kept of [typed, folds])
    for (const key of [...kept.keys()]) if (key.startsWith(start)) kept.delete(key);
}

const icons = { success: "✓", neutral: "■", failure: "✕" };
const words = { success: "passed", neutral: "has remarks", failure: "failed" };

/** A check run's conclusion as a small round icon with a name. */
export function checkIcon({ name, conclusion, status }) {
  const kind = status === "completed" ? conclusion : "waiting";
  const word = `${name}: ${words[kind] ?? "under way"}`;
  return el(
    "span",
    { class: `icon ${kind}`, title: word, role: "img", "aria-label": word },
    icons[kind] ?? "●",
  );
}
