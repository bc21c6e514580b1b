/** Shows a place on the page: a line of the description or of the config, or a comment by its anchor. */
export function showPlace(place) {
  const line = /^line-(\d+)$/.exec(place)?.[1];
  const area = document.querySelector("#main textarea[data-lines]");
  if (line !== undefined && area !== null) return selectLine(area, Number(line));
  const target = line === undefined ? document.getElementById(place) : findLine(Number(line));
  if (target === null) return false;
  target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
  target.classList.add("shown");
  return true;
}

/** The last element of the description that starts on that line or before. */
function findLine(line) {
  const elements = [...document.querySelectorAll(".description [data-line]")];
  return elements.findLast((element) => Number(element.dataset.line) <= line) ?? null;
}

function selectLine(area, line) {
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  return true;
}
