import { el, field, forget, readField, select } from "./element.js";

const sizes = ["6", "120", "900"];
const key = "new";

/** The form for a new pull request. It keeps typed text when a person leaves it. */
export function renderForm({ people, template }, { me, open }) {
  const others = people.filter((person) => person !== me);
  const read = (name, initial) => readField(`${key} ${name}`, initial);
  const submit = async (event) => {
    event.preventDefault();
    const reviewer = read("reviewer", others[0]);
    const worked = await open({
      by: me,
      title: read("title", ""),
      body: read("body", template),
      isDraft: read("draft", false),
      lines: Number(read("lines", "120")),
      reviewer: reviewer === "" || reviewer === me ? null : reviewer,
    });
    if (worked) forget(key);
  };
  const title = { required: true, maxlength: "256", placeholder: "fix bug" };
  return [
    el("a", { class: "back", href: "#/" }, "← Pull requests"),
    el("h1", {}, `Open a pull request as ${me}`),
    el(
      "form",
      { class: "form", onsubmit: submit },
      el("label", {}, "Title", field("input", `${key} title`, title)),
      el(
        "div",
        { class: "row fields" },
        el(
          "label",
          {},
          "Reviewer",
          select(`${key} reviewer`, {}, others[0], [
            ...others.map((person) => [person, person]),
            ["", "nobody yet"],
          ]),
        ),
        el(
          "label",
          {},
          "Change",
          select(
            `${key} lines`,
            {},
            "120",
            sizes.map((lines) => [lines, `${lines} lines`]),
          ),
        ),
        el("label", { class: "tick" }, field("input", `${key} draft`, { type: "checkbox" }, false), "Draft"),
      ),
      el(
        "label",
        {},
        "Description",
        field("textarea", `${key} body`, { rows: "16", spellcheck: "false" }, template),
      ),
      el("div", { class: "row end" }, el("button", { class: "primary" }, "Create pull request")),
    ),
  ];
}
