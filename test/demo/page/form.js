import { el } from "./element.js";

const sizes = ["6", "120", "900"];

/** What was typed so far, so that leaving the form loses nothing. */
let fields = null;

/** The form for a new pull request; `open` gets what was typed and answers whether it worked. */
export function renderForm({ people, template }, open) {
  fields ??= { author: people[0], title: "", body: template, isDraft: false, lines: "120" };
  const typed = fields;
  const keep = (key) => (event) => {
    typed[key] = event.target.type === "checkbox" ? event.target.checked : event.target.value;
  };
  const pick = (key, choices) =>
    el(
      "select",
      { onchange: keep(key) },
      choices.map(([value, text]) => el("option", { value, selected: typed[key] === value }, text)),
    );
  const area = el("textarea", { rows: "16", spellcheck: "false", oninput: keep("body") });
  area.value = typed.body;
  const submit = async (event) => {
    event.preventDefault();
    if (await open({ ...typed, lines: Number(typed.lines) })) fields = null;
  };
  const title = { value: typed.title, required: true, maxlength: "256", placeholder: "fix bug" };
  return [
    el("a", { class: "back", href: "#/" }, "← Pull requests"),
    el("h1", {}, "Open a pull request"),
    el(
      "form",
      { class: "form", onsubmit: submit },
      el("label", {}, "Title", el("input", { ...title, oninput: keep("title") })),
      el(
        "div",
        { class: "row fields" },
        el(
          "label",
          {},
          "Author",
          pick(
            "author",
            people.map((person) => [person, person]),
          ),
        ),
        el(
          "label",
          {},
          "Change",
          pick(
            "lines",
            sizes.map((lines) => [lines, `${lines} lines`]),
          ),
        ),
        el(
          "label",
          { class: "tick" },
          el("input", { type: "checkbox", checked: typed.isDraft, onchange: keep("isDraft") }),
          "Draft",
        ),
      ),
      el("label", {}, "Description", area),
      el("div", { class: "row end" }, el("button", { class: "primary" }, "Create pull request")),
    ),
  ];
}
