import { checkIcon, el, fold, markChange } from "./element.js";

/** Numbers of the pull requests whose description is in the editor, with the text so far. */
export const drafts = new Map();

/** A pull request's page; `act` does something on it, `render` draws again. */
export function renderPullRequest(one, { act, render }) {
  const { files, additions, deletions } = one.changes;
  return [
    el("a", { class: "back", href: "#/" }, "← Pull requests"),
    el("h1", {}, one.title, " ", el("span", { class: "number" }, `#${one.number}`)),
    el(
      "div",
      { class: "meta" },
      renderState(one),
      el("span", {}, el("strong", {}, one.author), " wants to merge ", el("code", {}, one.branch)),
      el(
        "span",
        {},
        el("span", { class: "plus" }, `+${additions}`),
        " ",
        el("span", { class: "minus" }, `−${deletions}`),
        ` in ${files === 1 ? "1 file" : `${files} files`}`,
      ),
      one.labels.map((label) => el("span", { class: "label" }, label)),
    ),
    drafts.has(one.number) ? renderEditor(one, { act, render }) : renderDescription(one, render),
    ...one.comments.map(renderComment),
    renderChecks(one, act),
  ];
}

function renderState({ state, isDraft }) {
  const words = { open: isDraft ? "Draft" : "Open", merged: "Merged", closed: "Closed" };
  return el("span", { class: `pill ${words[state].toLowerCase()}` }, words[state]);
}

function renderCard(login, note, content, tools = null) {
  const letter = login.replace(/^\W+/, "").slice(0, 1).toUpperCase();
  const hue = [...login].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)) % 6, 7) % 6;
  const isBot = login.endsWith("[bot]");
  return el(
    "article",
    { class: "card" },
    el("span", { class: `avatar hue-${hue}${isBot ? " bot" : ""}`, "aria-hidden": "true" }, letter),
    el(
      "div",
      { class: "bubble" },
      el(
        "header",
        {},
        el("span", { class: "login" }, login.replace(/\[bot\]$/, "")),
        isBot ? el("span", { class: "badge" }, "bot") : null,
        el("span", { class: "note" }, note),
        tools,
      ),
      content,
    ),
  );
}

function renderDescription(one, render) {
  const edit = () => {
    drafts.set(one.number, one.body);
    render();
    const area = document.querySelector(".editor textarea");
    area.focus();
    area.setSelectionRange(0, 0);
  };
  const content =
    one.body.trim() === ""
      ? el("div", { class: "markdown muted" }, "No description provided.")
      : el("div", { class: "markdown", html: one.html });
  const tools = el("button", { type: "button", class: "link", onclick: edit }, "Edit");
  const card = renderCard(one.author, "wrote the description", content, tools);
  return markChange(card, `description ${one.number}`, one.body);
}

function renderEditor(one, { act, render }) {
  const keep = (event) => drafts.set(one.number, event.target.value);
  const area = el("textarea", {
    rows: "18",
    "aria-label": "Description",
    spellcheck: "false",
    oninput: keep,
  });
  area.value = drafts.get(one.number);
  const close = () => {
    drafts.delete(one.number);
    render();
  };
  const save = async () => {
    if (await act({ action: "edit", number: one.number, body: area.value })) close();
  };
  const buttons = [
    el("button", { type: "button", onclick: close }, "Cancel"),
    el("button", { type: "button", class: "primary", onclick: save }, "Update description"),
  ];
  const content = el("div", { class: "editor" }, area, el("div", { class: "row end" }, buttons));
  return renderCard(one.author, "edits the description", content);
}

function renderComment(comment) {
  const content = comment.isMinimized
    ? el("div", { class: "markdown muted" }, "This comment was hidden.")
    : el("div", { class: "markdown", html: comment.html });
  const card = renderCard(comment.author, comment.isEdited ? "commented · edited" : "commented", content);
  return markChange(card, `comment ${comment.id}`, comment.html);
}

function renderChecks(one, act) {
  const isBlocked = one.checkRuns.some(({ conclusion }) => conclusion === "failure");
  const toggle = () => act({ action: "draft", number: one.number, isDraft: !one.isDraft });
  const draft = el(
    "button",
    { type: "button", class: "link", onclick: toggle },
    one.isDraft ? "Ready for review" : "Convert to draft",
  );
  return el(
    "section",
    { class: "merge" },
    el(
      "header",
      {},
      el("h2", {}, isBlocked ? "Merging waits for a check" : "No check blocks merging"),
      one.state === "open" ? draft : null,
    ),
    one.checkRuns.map((run) => renderCheckRun(one, run, act)),
  );
}

function renderCheckRun(one, run, act) {
  const place = `check ${one.number} ${run.name}`;
  const press = (identifier) => () => act({ action: "press", number: one.number, run: run.id, identifier });
  const notes = run.annotations.map(({ where, message }) =>
    el("li", {}, el("code", {}, where), ` ${message}`),
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
          el("button", { type: "button", title: description, onclick: press(identifier) }, label),
        ),
      ),
      // The comment says the same: one of them is enough at first sight.
      fold(
        `${place} summary`,
        one.comments.length === 0,
        "Summary",
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
