import { button, el, field, fold, forget, readField, select, writeField } from "./element.js";

const kinds = [
  ["", "no prefix"],
  ["blocking: ", "blocking:"],
  ["suggestion: ", "suggestion:"],
  ["question: ", "question:"],
  ["nit: ", "nit:"],
  ["praise: ", "praise:"],
];

const starts = ["/async help", "/async snooze 1 day", "/async explain", "Decision: \nReason: ", "Status: "];

/** The field for a comment on the conversation, with buttons that start a command or a decision. */
export function renderComment(one, { me, act, render }) {
  const key = `${one.number} comment`;
  const send = async () => {
    if (!(await act({ action: "comment", number: one.number, body: readField(key), by: me }))) return;
    forget(key);
    render();
  };
  const put = (text) => () => {
    writeField(key, text);
    render();
    const area = document.getElementById("comment");
    area.focus();
    area.setSelectionRange(text.length, text.length);
  };
  return el(
    "section",
    { class: "form" },
    el("h2", {}, el("label", { for: "comment" }, `Comment as ${me}`)),
    field("textarea", key, { id: "comment", rows: "3", placeholder: "/async help lists the commands" }),
    el(
      "div",
      { class: "row" },
      starts.map((text) => button(text.split("\n")[0].trim(), put(text), { class: "small" })),
      button("Comment", send, { class: "primary push-right" }),
    ),
  );
}

/** A review: comments on lines, with or without a prefix, and a verdict. */
export function renderReview(one, { me, act, render }) {
  const key = `${one.number} review`;
  const count = readField(`${key} count`, 1);
  const rows = Array.from({ length: count }, (_, at) => at);
  const read = (at, name, initial) => readField(`${key} ${at} ${name}`, initial);
  const submit = async () => {
    const comments = rows
      .filter((at) => read(at, "body").trim() !== "")
      .map((at) => ({
        path: read(at, "path", one.paths[0]),
        line: Number(read(at, "line", "1")),
        body: read(at, "kind") + read(at, "body"),
      }));
    const state = readField(`${key} state`, "commented");
    const given = { state, body: readField(`${key} text`), comments };
    if (!(await act({ action: "review", number: one.number, ...given, by: me }))) return;
    forget(key);
    render();
  };
  const add = () => {
    writeField(`${key} count`, count + 1);
    render();
    document.getElementById(`review-${count}`).focus();
  };
  const isOwn = me === one.author;
  const verdicts = [
    ["commented", "Comment"],
    ["changes_requested", "Request changes"],
    ["approved", "Approve"],
  ].filter(([value]) => !isOwn || value === "commented");
  return el(
    "section",
    { class: "form review" },
    fold(
      key,
      false,
      el("h2", {}, `Review as ${me}`),
      isOwn
        ? el(
            "p",
            { class: "note" },
            "Nobody approves a pull request of their own; be somebody else to do so.",
          )
        : null,
      rows.map((at) => renderRow(one, key, at)),
      button("Another line comment", add),
      el("label", {}, "In general", field("textarea", `${key} text`, { rows: "2" })),
      el(
        "div",
        { class: "row end" },
        el(
          "label",
          { class: "inline" },
          "Verdict ",
          select(`${key} state`, { class: "short" }, "commented", verdicts),
        ),
        button("Submit review", submit, { class: "primary" }),
      ),
    ),
  );
}

function renderRow(one, key, at) {
  const name = `${key} ${at}`;
  return el(
    "fieldset",
    {},
    el("legend", {}, `Line comment ${at + 1}`),
    el(
      "div",
      { class: "row fields" },
      el(
        "label",
        {},
        "File",
        select(
          `${name} path`,
          {},
          one.paths[0],
          one.paths.map((path) => [path, path]),
        ),
      ),
      el(
        "label",
        { class: "narrow" },
        "Line",
        field("input", `${name} line`, { type: "number", min: "1" }, "1"),
      ),
      el("label", { class: "narrow" }, "Prefix", select(`${name} kind`, {}, "", kinds)),
    ),
    el("label", {}, "Comment", field("textarea", `${name} body`, { id: `review-${at}`, rows: "2" })),
  );
}
