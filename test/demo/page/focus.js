const focusable = "a[href], button, summary, input, select, textarea";

/**
 * Redraws a part of the page and restores focus and caret to the element with the same text and position. If
 * that element is gone, focuses the part itself, so that the next Tab continues from there.
 */
export function keepFocus(part, draw) {
  const focused = document.activeElement;
  const before = part.contains(focused) && focused !== part ? list(part) : [];
  const at = before.indexOf(focused);
  const caret = at < 0 ? null : [focused.selectionStart, focused.selectionEnd];
  draw();
  if (at < 0) return;
  const isSame = (element) => nameOf(element) === nameOf(focused);
  const nth = before.slice(0, at).filter(isSame).length;
  const same = list(part).filter(isSame);
  const next = same[nth] ?? same.at(-1) ?? part;
  next.focus({ preventScroll: true });
  if (typeof caret[0] === "number" && next.value === focused.value) next.setSelectionRange(...caret);
}

const list = (part) => [...part.querySelectorAll(focusable)];
const nameOf = (element) =>
  `${element.tagName} ${element.getAttribute("href") ?? element.getAttribute("aria-label") ?? element.textContent}`;
