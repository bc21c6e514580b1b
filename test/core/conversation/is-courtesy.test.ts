import { expect, it } from "vitest";
import { isCourtesy, isWithdrawal } from "../../../src/core/conversation/is-courtesy.ts";

it.each([
  "Thanks!",
  "thank you so much",
  "Thanks for the quick fix!",
  "Great, thanks @alice 🙏",
  "👍",
  ":+1: :tada:",
  "Nice catch, thank you.",
  "Thank you, that helps!",
  "Very helpful, much appreciated.",
  "Thanks Alice",
  "Many thanks, @alice",
  "tysm!",
  "Nice solution",
  "Great idea, I like it.",
  "Wow, brilliant",
  "> why three?\n\nThanks",
])("takes %j for a courtesy, whoever says it", (body) => {
  expect([isCourtesy(body, "asker"), isCourtesy(body, "asked")]).toEqual([true, true]);
});

it.each([
  "LGTM",
  "Makes sense to me.",
  "Ok, got it. Thanks!",
  "Fair enough 🙂",
  "Looks good now, thanks!",
  "That answers my question, thanks",
  "Gotcha",
  "Perfect, that works for me",
  "Ah ok, noted",
  "Much better now",
  "SGTM, ship it!",
  "Resolving this",
  "Good to know.",
  "Sounds good, feel free to resolve.",
  "No objections from me.",
  "You've convinced me.",
  "Makes total sense.",
  "Yep, all good from my side.",
  "Oh I see what you mean now",
  "Du hast recht, das ist besser so.",
  "OK, let's leave it as is.",
  "Passt für mich, danke!",
  "Alles klar, ergibt Sinn.",
])("takes %j for a courtesy from the person who asked, and for an answer from the person asked", (body) => {
  expect([isCourtesy(body, "asker"), isCourtesy(body, "asked")]).toEqual([true, false]);
});

it.each([
  ["Never mind, found it below.", true],
  ["Sorry, my mistake!", true],
  ["Ah, I misread that. All good.", true],
  ["nvm", true],
  ["Never mind.\n\n/async resolve", true],
  ["Hat sich erledigt.", true],
  ["Never mind the name, but why three?", false],
  ["Found it? Where?", false],
  ["Ok, got it.", false],
  ["", false],
])("knows whether %j takes back what was asked: %s", (body, expected) =>
  expect(isWithdrawal(body)).toBe(expected),
);

it.each([
  "Thanks! But what about the clock?",
  "Thanks, please rename it as well",
  "Makes sense?",
  "Works on my machine only",
  "Better rename it",
  "Fine, but rename it",
  "Yes please rename it",
  "Closing the file leaks",
  "Good, now the tests",
  "It is still wrong.",
  "Please resolve this.",
  "OK, call it retry then",
  "Make it nice",
  "Ok fix this then",
  "It is not clear",
  "Is that fine?",
  "A map is better",
  "Not sure",
  "Das passt nicht",
  "Let's do that then",
  "No objections, but rename it",
  "Passt nicht",
  "```suggestion\nretry(4)\n```",
  `Thanks${" for a".repeat(90)}`,
])("takes %j for more than a courtesy", (body) => {
  expect(isCourtesy(body, "asker")).toBe(false);
});
