import { el } from "./element.js";

const example = `# Nothing here: the defaults without a file. For example:
# enforcement: block
# turns: {hours: {time_zone: Europe/Berlin}}
`;

/** What was typed so far, so that leaving the page loses nothing; null: what the repository has. */
let typed = null;

/** The repository's `.github/async.yml`; `commit` gets the new text and answers whether it worked. */
export function renderConfig({ config }, commit) {
  const keep = (event) => {
    typed = event.target.value;
  };
  const area = el("textarea", {
    rows: "16",
    "aria-label": ".github/async.yml",
    spellcheck: "false",
    placeholder: example,
    oninput: keep,
  });
  area.value = typed ?? config;
  const save = async () => {
    if (await commit(area.value)) typed = null;
  };
  return [
    el("a", { class: "back", href: "#/" }, "← Pull requests"),
    el("h1", {}, "Configuration"),
    el(
      "p",
      { class: "note" },
      el("code", {}, ".github/async.yml"),
      " on the main branch. Open pull requests are looked at again within a minute.",
    ),
    el(
      "div",
      { class: "form" },
      area,
      el(
        "div",
        { class: "row end" },
        el("button", { type: "button", class: "primary", onclick: save }, "Commit to main"),
      ),
    ),
  ];
}
