import { card } from "./card.js";
import { renderMerge } from "./checks.js";
import { renderTimeline } from "./conversation.js";
import { button, el, field, forget, markChange, readField, select, writeField } from "./element.js";
import { renderComment, renderReview } from "./review.js";

/** A pull request's page. */
export function renderPullRequest(one, state, tools) {
  return [
    el("a", { class: "back", href: "#/" }, "← Pull requests"),
    el("h1", {}, one.title, " ", el("span", { class: "number" }, `#${one.number}`)),
    renderMeta(one),
    one.state === "open" ? renderTurn(one, state, tools) : null,
    renderDescription(one, tools),
    ...renderTimeline(one, tools),
    renderMerge(one, tools),
    renderComment(one, tools),
    one.state === "open" ? renderReview(one, tools) : null,
  ].filter((part) => part !== null);
}

function renderMeta(one) {
  const { files, additions, deletions } = one.changes;
  const words = { open: one.isDraft ? "Draft" : "Open", merged: "Merged", closed: "Closed" };
  const word = words[one.state];
  return el(
    "div",
    { class: "meta" },
    el("span", { class: `pill ${word.toLowerCase()}` }, word),
    el(
      "span",
      {},
      el("strong", {}, one.author),
      one.state === "open" ? " wants to merge " : " opened ",
      el("code", {}, one.branch),
    ),
    el(
      "span",
      {},
      el("span", { class: "plus" }, `+${additions}`),
      " ",
      el("span", { class: "minus" }, `−${deletions}`),
      ` in ${files === 1 ? "1 file" : `${files} files`}`,
    ),
    one.labels.map(renderLabel),
  );
}

function renderLabel({ name, color }) {
  const dot = el("span", { class: "dot", "aria-hidden": "true" });
  // Not an attribute, because the page's policy allows no style attributes.
  dot.style.background = `#${color}`;
  return el("span", { class: "label" }, dot, name);
}

/** The turn's line, and the form to ask somebody. */
function renderTurn(one, { people }, { me, act }) {
  const key = `${one.number} reviewer`;
  const others = people.filter((person) => person !== one.author);
  const ask = () => {
    const reviewer = readField(key, others[0]);
    return act({ action: "request", number: one.number, reviewer, by: me });
  };
  const turn =
    one.turnHtml === ""
      ? el(
          "p",
          { class: "note" },
          "No turns yet: they need a review check and a time zone in the configuration.",
        )
      : el("div", { class: "markdown", html: one.turnHtml });
  const asked = one.reviewers.length === 0 ? "No reviewers." : `Asked: ${one.reviewers.join(", ")}.`;
  const form = el(
    "div",
    { class: "row" },
    el("span", { class: "note" }, asked),
    select(
      key,
      { "aria-label": "Reviewer", class: "short" },
      others[0],
      others.map((person) => [person, person]),
    ),
    button("Ask for a review", ask),
  );
  return markChange(
    el("section", { class: "turn-box", "aria-label": "Turn" }, turn, form),
    `turn ${one.number}`,
    one.turn,
  );
}

function renderDescription(one, { act, render }) {
  const key = `${one.number} description`;
  const typed = readField(key, null);
  if (typed === null) {
    const edit = () => {
      writeField(key, one.body);
      render();
      const area = document.querySelector(".editor textarea");
      area.focus();
      area.setSelectionRange(0, 0);
    };
    const content =
      one.body.trim() === ""
        ? el("div", { class: "markdown muted" }, "No description provided.")
        : el("div", { class: "markdown description", html: one.html });
    const element = card(
      one.author,
      "wrote the description",
      content,
      button("Edit", edit, { class: "link" }),
    );
    return markChange(element, `description ${one.number}`, one.body);
  }
  const close = () => {
    forget(key);
    render();
  };
  const save = async () => {
    if (await act({ action: "edit", number: one.number, body: readField(key) })) close();
  };
  const area = field("textarea", key, { rows: "18", "aria-label": "Description", spellcheck: "false" });
  const buttons = [button("Cancel", close), button("Update description", save, { class: "primary" })];
  return card(
    one.author,
    "edits the description",
    el("div", { class: "editor" }, area, el("div", { class: "row end" }, buttons)),
  );
}
