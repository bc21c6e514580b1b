import { button, checkIcon, el, fold, markChange, readField, select } from "./element.js";

/** The box with the checks and the actions that they allow: merging, another commit, a draft. */
export function renderMerge(one, tools) {
  const { me, act } = tools;
  const { number } = one;
  const red = one.checkRuns.find(({ conclusion }) => conclusion === "failure");
  const title =
    one.state !== "open"
      ? "Merged"
      : red === undefined
        ? "No check holds the merge"
        : `${red.name} holds the merge`;
  const key = `${number} push`;
  const push = () => act({ action: "push", number, path: readField(key, one.paths[0]), by: me });
  const actions = el(
    "div",
    { class: "row merge-actions" },
    button("Merge", () => act({ action: "merge", number, by: me }), {
      class: "primary",
      disabled: red !== undefined || one.isDraft,
    }),
    button(one.isDraft ? "Ready for review" : "Convert to draft", () =>
      act({ action: "draft", number, isDraft: !one.isDraft, by: me }),
    ),
    el("span", { class: "push-right" }),
    select(
      key,
      { "aria-label": "File of the commit", class: "short" },
      one.paths[0],
      one.paths.map((path) => [path, path]),
    ),
    button("Push a commit", push, { title: "Threads on that file become outdated" }),
  );
  return el(
    "section",
    { class: "merge", "aria-label": "Checks" },
    el("header", {}, el("h2", {}, title)),
    one.checkRuns.map((run) => renderCheckRun(one, run, tools)),
    one.state === "open" ? actions : null,
  );
}

/** A check run with its summary, its buttons and its annotations, as below a pull request. */
export function renderCheckRun(one, run, { me, act }) {
  const place = `check ${one.number} ${run.name}`;
  const press = (identifier) => () =>
    act({ action: "press", number: one.number, run: run.id, identifier, by: me });
  const notes = run.annotations.map(({ path, line, message }) =>
    el("li", {}, renderPlace(one, path, line), ` ${message}`),
  );
  const check = el(
    "div",
    { class: "check" },
    checkIcon(run),
    el(
      "div",
      { class: "check-body" },
      el("div", {}, el("strong", {}, run.name), " ", el("span", { class: "note" }, run.title)),
      el(
        "div",
        { class: "row" },
        run.buttons.map(({ label, description, identifier }) =>
          button(label, press(identifier), { title: description }),
        ),
      ),
      fold(
        `${place} summary`,
        run.conclusion !== "success",
        el("span", {}, "Summary", el("span", { class: "hidden" }, ` of ${run.name}`)),
        el("div", { class: "markdown", html: run.html }),
        notes.length > 0 ? el("ul", {}, notes) : null,
      ),
      run.detailsHtml === ""
        ? null
        : fold(
            `${place} details`,
            false,
            "Details",
            el("div", { class: "markdown small", html: run.detailsHtml }),
          ),
    ),
  );
  return markChange(check, place, run.title + run.html);
}

/** The target of an annotation: a line of the config's editor when the pull request changes the config. */
const renderPlace = (one, path, line) =>
  one.isConfig
    ? el("a", { href: `#/config/line-${line}` }, `${path}:${line}`)
    : el("code", {}, `${path}:${line}`);
