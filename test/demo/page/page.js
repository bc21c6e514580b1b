/**
 * The demo's page: shows the state that the server sends, and posts a person's actions. Other people's texts
 * are inserted as text, or as HTML that the server has sanitised.
 */

import { renderConfig } from "./config.js";
import { checkIcon, el, markChange } from "./element.js";
import { keepFocus } from "./focus.js";
import { renderForm } from "./form.js";
import { isIntroSeen, renderIntro, seeIntro } from "./intro.js";
import { showPlace } from "./place.js";
import { renderPullRequest } from "./pull-request.js";

let state = null;
let isBusy = false;
let me = "bob";
const find = (id) => document.getElementById(id);
/** The shown pull request and a place in it, from `#/2/line-4`. */
const readPath = () => location.hash.replace(/^#\/?/, "").split("/");
const currentView = () => readPath()[0];
/** On a wide screen the lazy pull request stands beside the list, because it shows the most. */
const currentNumber = () => (currentView() === "" ? 2 : Number(currentView()));

/** Sends an action by the chosen person, and shows the result. Returns whether it worked. */
async function act(action) {
  // A second click on the same button would open a second pull request.
  if (isBusy) return false;
  isBusy = true;
  document.body.classList.add("busy");
  try {
    const data = await post("/actions", action);
    showProblem(null);
    state = data;
    return true;
  } catch (error) {
    showProblem(error.message);
    return false;
  } finally {
    isBusy = false;
    document.body.classList.remove("busy");
    render();
  }
}

async function post(path, content) {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(content),
    });
  } catch {
    throw new Error("The demo does not answer; is it still running?");
  }
  const data = await answer.json();
  if (!answer.ok) throw new Error(data.error);
  return data;
}

async function open(fields) {
  const known = new Set(state.pullRequests.map(({ number }) => number));
  const worked = await act({ action: "open", ...fields });
  const added = state.pullRequests.find(({ number }) => !known.has(number));
  if (added !== undefined) location.hash = `#/${added.number}`;
  return worked;
}

function showProblem(text) {
  find("problem").textContent = text ?? "";
  find("problem").hidden = text === null;
}

function renderItem(one) {
  const words = one.timeline.filter(({ kind }) => kind !== "event").length;
  const facts = [
    `#${one.number} by ${one.author}`,
    one.state === "open" ? (one.isDraft ? "draft" : "") : one.state,
    words === 0 ? "" : words === 1 ? "1 comment" : `${words} comments`,
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
      one.turn === "" ? null : el("span", { class: "by turn" }, one.turn),
    ),
  );
  const seen = `${one.checkRuns.map(({ title }) => title)} ${words} ${one.turn}`;
  return markChange(item, `item ${one.number}`, seen);
}

function renderMain() {
  const tools = { me, act, post, render, open };
  if (currentView() === "new") return renderForm(state, tools);
  if (currentView() === "config") return renderConfig(state, tools);
  const one = state.pullRequests.find(({ number }) => number === currentNumber());
  if (one === undefined)
    return [
      el("a", { class: "back", href: "#/" }, "← Pull requests"),
      el("p", { class: "note" }, "There is no such pull request."),
    ];
  return renderPullRequest(one, state, tools);
}

function renderTop() {
  find("repository").textContent = state.repository;
  find("clock").textContent = state.now;
  if (find("me").options.length === 0)
    find("me").append(...state.people.map((person) => el("option", { value: person }, person)));
  find("me").value = me;
  const isIntroShown = currentView() === "" && !isIntroSeen();
  find("about").hidden = isIntroShown;
  find("intro").replaceChildren(...(isIntroShown ? [renderIntro(render)] : []));
}

function render() {
  if (state === null) return;
  renderTop();
  document.body.dataset.view = currentView() === "" ? "list" : "one";
  keepFocus(find("items"), () => find("items").replaceChildren(...state.pullRequests.map(renderItem)));
  keepFocus(find("main"), () => find("main").replaceChildren(...renderMain()));
}

for (const step of document.querySelectorAll("[data-step]"))
  step.addEventListener("click", () => act({ action: "wait", step: step.dataset.step }));
find("me").addEventListener("change", () => {
  me = find("me").value;
  render();
});
find("about").addEventListener("click", () => {
  seeIntro(false);
  location.hash = "#/";
  render();
  window.scrollTo(0, 0);
});
// The link's target would be taken for a path.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  find("main").focus();
});
window.addEventListener("hashchange", () => {
  showProblem(null);
  render();
  const place = readPath()[1];
  if (place !== undefined && showPlace(place)) return;
  window.scrollTo(0, 0);
  find("main").focus({ preventScroll: true });
});

const events = new EventSource("/events");
events.addEventListener("message", ({ data }) => {
  const isFirst = state === null;
  state = JSON.parse(data);
  render();
  const place = readPath()[1];
  if (isFirst && place !== undefined) showPlace(place);
});
events.addEventListener("open", () => showProblem(null));
events.addEventListener("error", () => showProblem("The demo does not answer; is it still running?"));
