import { el, markChange } from "./element.js";

/** A text that somebody wrote, with its writer and time above it. */
export function card(login, note, content, tools = null) {
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

/** A comment or a review; `more` comes below its text. */
export function remark(one, verb, ...more) {
  const note = `${verb}, ${one.at}${one.isEdited ? " · edited" : ""}`;
  const text = one.isMinimized
    ? el("div", { class: "markdown muted" }, "This comment was hidden.")
    : one.html.trim() === ""
      ? null
      : el("div", { class: "markdown", html: one.html });
  const element = card(one.author, note, el("div", { class: "inside" }, text, reactions(one), ...more));
  element.id = one.anchor;
  return markChange(element, one.anchor, `${one.html} ${one.isMinimized}`);
}

/** Reactions with names, because the app answers a command with a reaction. */
export function reactions({ reactions: given }) {
  if (given.length === 0) return null;
  return el(
    "ul",
    { class: "reactions" },
    given.map(({ emoji, name, by }) =>
      el(
        "li",
        { title: `${name} by ${by}` },
        el("span", { role: "img", "aria-label": name }, emoji),
        ` ${by}`,
      ),
    ),
  );
}
