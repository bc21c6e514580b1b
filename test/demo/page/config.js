import { renderCheckRun } from "./checks.js";
import { button, el, field, forget, readField } from "./element.js";

const key = "config";
const patienceMs = 300;
/** The problems that the server found, and the checked text; null before the first check. */
let checked = null;
let timer = null;

/**
 * The repository's `.github/async.yml` with its problems beside it, and the check of the pull request that
 * changes it.
 */
export function renderConfig(state, tools) {
  const { me, act, render } = tools;
  const text = readField(key, state.config);
  const problems = checked?.text === text ? checked.problems : text === state.config ? state.problems : null;
  const area = field(
    "textarea",
    key,
    {
      rows: "16",
      "aria-label": ".github/async.yml",
      "aria-describedby": "config-problems",
      spellcheck: "false",
      "data-lines": true,
    },
    state.config,
  );
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => check(area.value, tools), patienceMs);
  });
  const commit = async () => {
    if (!(await act({ action: "configure", config: area.value, by: me }))) return;
    forget(key);
    render();
  };
  const propose = () => act({ action: "propose", config: area.value, by: me });
  return [
    el("a", { class: "back", href: "#/" }, "← Pull requests"),
    el("h1", {}, "Configuration"),
    el(
      "p",
      { class: "note" },
      el("code", {}, ".github/async.yml"),
      " on the main branch. Propose a change to see its check, or commit it: open pull requests are then checked again within a minute.",
    ),
    el(
      "div",
      { class: "config" },
      el(
        "div",
        { class: "form" },
        area,
        el(
          "div",
          { class: "row end" },
          button("Propose in a pull request", propose),
          button("Commit to main", commit, { class: "primary" }),
        ),
      ),
      renderProblems(problems),
    ),
    ...renderProposal(state, tools),
  ];
}

async function check(text, { post, render }) {
  try {
    const { problems } = await post("/config", { config: text });
    checked = { text, problems };
  } catch {
    return;
  }
  render();
}

function renderProblems(problems) {
  const words =
    problems === null
      ? el("p", { class: "note" }, "Reading…")
      : problems.length === 0
        ? el("p", { class: "note" }, "✓ No problems.")
        : el(
            "ul",
            {},
            problems.map(({ line, column, message }) =>
              el(
                "li",
                {},
                button(`Line ${line}, column ${column}`, () => goTo(line, column), { class: "link place" }),
                ` ${message}`,
              ),
            ),
          );
  return el(
    "section",
    { id: "config-problems", class: "problems", "aria-live": "polite", "aria-label": "Problems" },
    words,
  );
}

/** Moves the caret to the place. */
function goTo(line, column) {
  const area = document.querySelector("textarea[data-lines]");
  const before = area.value.split("\n").slice(0, line - 1);
  const at = before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  area.focus();
  area.setSelectionRange(at, at + 1);
}

/** The newest open pull request that changes the config, with its check. */
function renderProposal({ pullRequests }, tools) {
  const one = pullRequests.findLast(({ isConfig, state }) => isConfig && state === "open");
  const run = one?.checkRuns.find(({ name }) => name.endsWith("config"));
  if (run === undefined) return [];
  return [
    el(
      "section",
      { class: "merge", "aria-label": "Proposed change" },
      el("header", {}, el("h2", {}, el("a", { href: `#/${one.number}` }, `#${one.number} ${one.title}`))),
      renderCheckRun(one, run, tools),
    ),
  ];
}
