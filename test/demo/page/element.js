/** An element; `on…` are listeners, `html` is HTML that the server has sanitised, everything else is an attribute. */
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

const shown = new Map();
const markedMs = 1500;

/** Marks an element for a moment when its content is not what was shown before in the same place. */
export function markChange(element, place, content) {
  const before = shown.get(place);
  const at = before === undefined ? Number.NEGATIVE_INFINITY : performance.now();
  if (before?.content !== content) shown.set(place, { content, at });
  if (performance.now() - shown.get(place).at < markedMs) element.classList.add("changed");
  return element;
}

const folds = new Map();

/** A part that can be folded, and stays as somebody left it when the page is drawn again. */
export function fold(place, isOpen, summary, ...content) {
  const element = el("details", { open: folds.get(place) ?? isOpen }, el("summary", {}, summary), ...content);
  element.firstChild.addEventListener("click", () => folds.set(place, !element.open));
  return element;
}

const icons = { success: "✓", neutral: "■", failure: "✕" };
const words = { success: "passed", neutral: "has remarks", failure: "failed" };

/** What a check run concludes, as a small round sign. */
export function checkIcon({ conclusion, status }) {
  const kind = status === "completed" ? conclusion : "waiting";
  const word = words[kind] ?? "under way";
  return el(
    "span",
    { class: `icon ${kind}`, title: word, role: "img", "aria-label": word },
    icons[kind] ?? "●",
  );
}
