import { button, el } from "./element.js";

const key = "intro is seen";

export const isIntroSeen = () => localStorage.getItem(key) !== null;
export const seeIntro = (isSeen) =>
  isSeen ? localStorage.setItem(key, "yes") : localStorage.removeItem(key);

/** The introduction of a first visit: what the page is, and three things to try. */
export function renderIntro(render) {
  const close = () => {
    seeIntro(true);
    render();
  };
  return el(
    "section",
    { class: "intro", "aria-labelledby": "intro-title" },
    el("h1", { id: "intro-title" }, "Async Review at work"),
    el(
      "p",
      {},
      "This is the real app on a GitHub that runs on your machine: it asks for what a description lacks, holds a merge while a blocking thread is open, and reminds the person whose turn it is. Choose who you are at the top, do what you would do on GitHub, and move the clock to see what happens next.",
    ),
    el(
      "ol",
      {},
      el(
        "li",
        {},
        el("a", { href: "#/2" }, "Complete a description."),
        " Press Add missing sections on its check, or edit the text yourself.",
      ),
      el(
        "li",
        {},
        el("a", { href: "#/6" }, "Free a merge."),
        " Be dave, resolve the blocking thread, and watch the review check turn green.",
      ),
      el(
        "li",
        {},
        el("a", { href: "#/1" }, "Let a turn fall due."),
        " Press Next due until bob is reminded; then be bob, and comment ",
        el("code", {}, "/async snooze 1 day"),
        ".",
      ),
    ),
    button("Got it", close, { class: "primary" }),
  );
}
