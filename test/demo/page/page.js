/**
 * The demo's page: shows the state that the server sends, and posts what somebody does. What others wrote is put in as text, or as
 * HTML that the server has sanitised.
 */
import { checkIcon, el, markChange } from "./element.js";
import { keepFocus } from "./focus.js";
import { renderConfig } from "./config.js";
import { renderForm } from "./form.js";
import { drafts, renderPullRequest } from "./pull-request.js";

let state = null;
let isBusy = false;
const find = (id) => document.getElementById(id);
const currentPath = () => location.hash.replace(/^#\/?/, "");
/** On a wide screen the lazy one is beside the list: it has the most to show. */
const currentNumber = () => (currentPath() === "" ? 2 : Number(currentPath()));

/** Does it, and shows what came of it; answers whether it worked. */
async function act(action) {
  // A second click on the same button would open a second pull request.
  if (isBusy) return false;
  isBusy = true;
  document.body.classList.add("busy");
  try {
    const answer = await fetch("/actions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(action),
    });
    const data = await answer.json();
    if (!answer.ok) throw new Error(data.error);
    showProblem(null);
    state = data;
    render();
    return true;
  } catch (error) {
    showProblem(
      error instanceof TypeError ? "The demo does not answer; is it still running?" : error.message,
    );
    return false;
  } finally {
    isBusy = false;
    document.body.classList.remove("busy");
  }
}

async function open(fields) {
  const known = new Set(state.pullRequests.map(({ number }) => number));
  const worked = await act({ action: "open", ...fields });
  const added = state.pullRequests.find(({ number }) => !known.has(number));
  if (added !== undefined) location.hash = `#/${added.number}`;
  return worked;
}

async function configure(config) {
  const worked = await act({ action: "configure", config });
  if (worked) location.hash = "#/";
  return worked;
}

function showProblem(text) {
  find("problem").textContent = text ?? "";
  find("problem").hidden = text === null;
}

function renderItem(one) {
  const { length } = one.comments;
  const facts = [
    `#${one.number} by ${one.author}`,
    one.isDraft ? "draft" : "",
    length === 0 ? "" : length === 1 ? "1 comment" : `${length} comments`,
  ];
  const item = el(
    "a",
    {
      class: "item",
      href: `#/${one.number}`,
      "aria-current": one.number === currentNumber() ? "page" : null,
    },
    el("span", { class: "icons" }, one.checkRuns.map(checkIcon)),
    el(
      "span",
      {},
      el("span", { class: "title" }, one.title),
      el("span", { class: "by" }, facts.filter((fact) => fact !== "").join(" · ")),
    ),
  );
  return markChange(item, `item ${one.number}`, `${one.checkRuns.map(({ title }) => title)} ${length}`);
}

function renderMain() {
  if (currentPath() === "new") return renderForm(state, open);
  if (currentPath() === "config") return renderConfig(state, configure);
  const one = state.pullRequests.find(({ number }) => number === currentNumber());
  if (one === undefined)
    return [
      el("a", { class: "back", href: "#/" }, "← Pull requests"),
      el("p", { class: "note" }, "There is no such pull request."),
    ];
  return renderPullRequest(one, { act, render });
}

/** Whoever is typing keeps the text field as it is. */
function isTyping() {
  const main = find("main");
  if (main.dataset.path !== currentPath() || !main.contains(document.activeElement)) return false;
  const isField = /^(TEXTAREA|INPUT|SELECT)$/.test(document.activeElement.tagName);
  return isField && (["new", "config"].includes(currentPath()) || drafts.has(currentNumber()));
}

function render() {
  if (state === null) return;
  const time = { weekday: "long", hour: "2-digit", minute: "2-digit", timeZone: "UTC" };
  find("repository").textContent = state.repository;
  find("clock").textContent = new Date(state.now).toLocaleString("en-GB", time);
  // Without a file only comments wait. Turns, which a file switches on, take days.
  find("wait").classList.toggle("primary", state.isWaiting && state.config === "");
  find("wait-long").hidden = state.config === "";
  document.body.dataset.view = currentPath() === "" ? "list" : "one";
  keepFocus(find("items"), () => find("items").replaceChildren(...state.pullRequests.map(renderItem)));
  if (isTyping()) return;
  keepFocus(find("main"), () => find("main").replaceChildren(...renderMain()));
  find("main").dataset.path = currentPath();
}

find("wait").addEventListener("click", () => act({ action: "wait", duration: "PT2M" }));
find("wait-long").addEventListener("click", () => act({ action: "wait", duration: "PT24H" }));
window.addEventListener("hashchange", () => {
  showProblem(null);
  render();
  window.scrollTo(0, 0);
  find("main").focus({ preventScroll: true });
});

const events = new EventSource("/events");
events.addEventListener("message", ({ data }) => {
  state = JSON.parse(data);
  render();
});
events.addEventListener("open", () => showProblem(null));
events.addEventListener("error", () => showProblem("The demo does not answer; is it still running?"));
