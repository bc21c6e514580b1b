import type { Words } from "../words.ts";
import { date, list } from "./format.ts";
import { sayAsks, sayQueueReason, sayTimes } from "./turns.ts";

const trips = [
  ...["", "einmal", "zweimal", "dreimal", "viermal", "fünfmal"],
  ...["sechsmal", "siebenmal", "achtmal", "neunmal", "zehnmal"],
];

export const reminders: Words["reminders"] = {
  reviewer: ({ who, ...times }) => `${list(who)}, das Review steht aus: ${sayTimes(times)}.`,
  team: ({ who, ...times }) => `${list(who)}, ein Review aus dem Team steht aus: ${sayTimes(times)}.`,
  cover: ({ who, coverFor, ...times }) =>
    `${list(who)}, in Vertretung von ${coverFor} steht das Review aus: ${sayTimes(times)}.`,
  reviewerAnswered: ({ who, ...times }) =>
    `${list(who)}, die Threads sind beantwortet, und der nächste Blick steht aus: ${sayTimes(times)}.`,
  reviewerDismissed: ({ who, ...times }) =>
    `${list(who)}, das Review wurde verworfen, und ein neues steht aus: ${sayTimes(times)}.`,
  author: ({ who, ...times }) => `${list(who)}, eine Reaktion steht aus: ${sayTimes(times)}.`,
  authorAsked: ({ who, asks, ...times }) => {
    const { questions, blocking, suggestions, comments, changesBy } = asks;
    const isOne = changesBy.length === 0 && questions + blocking + suggestions + comments === 1;
    return `${list(who)}, ${sayAsks(asks)} ${isOne ? "wartet" : "warten"} auf eine Reaktion: ${sayTimes(times)}.`;
  },
  merger: ({ who, ...times }) => `${list(who)}, genehmigt und bereit zum Mergen: ${sayTimes(times)}.`,
  blocker: ({ who, author, ...times }) =>
    `${list(who)}, ${author} wartet auf eine Reaktion: ${sayTimes(times)}.`,
  conflict: ({ who, base, reviewer }) =>
    `${list(who)}, es gibt einen Konflikt mit ${base}, und bis er gelöst ist, wartet das Review von ${reviewer}. Base-Branch mergen oder rebasen.`,
  queue: ({ who, at }) =>
    `${list(who)}, die Merge-Queue hat das am ${at} entfernt. Wieder einreihen, wenn es bereit ist.`,
  queueBecause: ({ who, at, reason }) =>
    `${list(who)}, die Merge-Queue hat das am ${at} entfernt: ${sayQueueReason(reason)}. Wieder einreihen, wenn es bereit ist.`,
  queueSays: ({ who, at, text }) =>
    `${list(who)}, die Merge-Queue hat das am ${at} entfernt. GitHub meldet: ${text}. Wieder einreihen, wenn es bereit ist.`,
  focus: "Worauf es beim Review ankommt:",
  wantedBy: (day) => `Gewünscht bis ${date(day)}.`,
  update:
    "Noch in Arbeit? Ein kurzes Update hilft allen weiter. `Status:` Stand · Fortschritt · Risiko oder Blocker · nächster Schritt · was gebraucht wird.",
  snooze: "Heute keine Zeit? `/async snooze 1 day`.",
  snoozeOrHandOn: "Heute keine Zeit? `/async snooze 1 day` oder abgeben.",
  escalation: ({ who, since }) => `${who}, seit ${since} ist niemand dazu gekommen. Wer kann übernehmen?`,
  stalled: ({ who, since }) => `${who}, seit ${since} geht es hier nicht weiter. Wer kann helfen?`,
  backAndForth: (count) =>
    `Dieser Thread ging ${trips[count] ?? `${count}-mal`} hin und her. Zehn Minuten im Gespräch sind vielleicht schneller; das Ergebnis hier als \`Decision: …\` festhalten, dann steht es in der Zusammenfassung.`,
};
