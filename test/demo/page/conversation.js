import { reactions, remark } from "./card.js";
import { button, el, field, fold, forget, markChange, readField } from "./element.js";

const verbs = {
  commented: "reviewed",
  approved: "approved",
  changes_requested: "requested changes",
  dismissed: "reviewed; the review was dismissed",
};

/** The conversation, oldest first, as elements. */
export function renderTimeline(one, tools) {
  return one.timeline.map((entry) => {
    if (entry.kind === "event")
      return el("p", { class: "event" }, el("strong", {}, entry.author), ` ${entry.text}, ${entry.at}`);
    if (entry.kind === "comment") return remark(entry, "commented");
    return remark(
      entry,
      verbs[entry.state],
      ...entry.threads.map((thread) => renderThread(one, thread, tools)),
    );
  });
}

function renderThread(one, thread, { me, act, render }) {
  const { number } = one;
  const key = `${number} reply ${thread.id}`;
  const where = `${thread.path}:${thread.line}`;
  const reply = async () => {
    if (!(await act({ action: "reply", number, thread: thread.id, body: readField(key), by: me }))) return;
    forget(key);
    render();
  };
  const settle = () =>
    act({ action: "resolve", number, thread: thread.id, isResolved: !thread.isResolved, by: me });
  const comments = thread.comments.map((comment) =>
    el(
      "div",
      { class: "line-comment", id: comment.anchor },
      el("strong", {}, comment.author.replace(/\[bot\]$/, "")),
      el("span", { class: "note" }, ` ${comment.at}`),
      el("div", { class: "markdown", html: comment.html }),
      reactions(comment),
    ),
  );
  const states = [thread.isResolved ? "resolved" : "", thread.isOutdated ? "outdated" : ""].filter(Boolean);
  const summary = el(
    "span",
    {},
    el("code", {}, where),
    states.map((word) => el("span", { class: "badge" }, word)),
  );
  const part = fold(
    `thread ${thread.id} ${thread.isResolved}`,
    !thread.isResolved,
    summary,
    comments,
    field("textarea", key, { rows: "2", "aria-label": `Reply on ${where}`, placeholder: "Reply…" }),
    el(
      "div",
      { class: "row end" },
      button(thread.isResolved ? "Open again" : "Resolve", settle, {
        "aria-label": `${thread.isResolved ? "Open again" : "Resolve"} ${where}`,
      }),
      button("Reply", reply, { "aria-label": `Reply on ${where} as ${me}` }),
    ),
  );
  part.classList.add("thread");
  return markChange(part, `thread ${thread.id}`, `${thread.comments.length} ${thread.isResolved}`);
}
