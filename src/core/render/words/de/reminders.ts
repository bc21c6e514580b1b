import type { Words } from "../words.ts";
import { date, list } from "./format.ts";
import { sayAsks, sayQueueReason, sayTimes } from "./turns.ts";

const trips = [
  ...["", "einmal", "zweimal", "dreimal", "viermal", "fünfmal"],
  ...["sechsmal", "siebenmal", "achtmal", "neunmal", "zehnmal"],
];

/** "du" or "ihr": one person or team is mentioned, or several. */
const you = (who: readonly string[], one: string, several: string) => (who.length === 1 ? one : several);

export const reminders: Words["reminders"] = {
  reviewer: ({ who, ...times }) =>
    `${list(who)}, das hier wartet auf ${you(who, "dein", "euer")} Review: ${sayTimes(times)}.`,
  team: ({ who, ...times }) =>
    `${list(who)}, das hier wartet auf ein Review von einem von euch: ${sayTimes(times)}.`,
  cover: ({ who, coverFor, ...times }) =>
    `${list(who)}, ${you(who, "du vertrittst", "ihr vertretet")} ${coverFor}, und das hier wartet auf ${you(who, "dein", "euer")} Review: ${sayTimes(times)}.`,
  reviewerAnswered: ({ who, ...times }) =>
    `${list(who)}, ${you(who, "deine", "eure")} Threads sind beantwortet, und das hier wartet wieder auf ${you(who, "dich", "euch")}: ${sayTimes(times)}.`,
  reviewerDismissed: ({ who, ...times }) =>
    `${list(who)}, ${you(who, "dein Review wurde", "eure Reviews wurden")} verworfen, und das hier wartet auf ein neues: ${sayTimes(times)}.`,
  author: ({ who, ...times }) =>
    `${list(who)}, das hier wartet auf ${you(who, "dich", "euch")}: ${sayTimes(times)}.`,
  authorAsked: ({ who, asks, ...times }) => {
    const { questions, blocking, suggestions, comments, changesBy } = asks;
    const isOne = changesBy.length === 0 && questions + blocking + suggestions + comments === 1;
    return `${list(who)}, ${sayAsks(asks)} ${isOne ? "wartet" : "warten"} auf ${you(who, "dich", "euch")}: ${sayTimes(times)}.`;
  },
  merger: ({ who, ...times }) =>
    `${list(who)}, das hier ist genehmigt und wartet darauf, dass ${you(who, "du mergst", "ihr mergt")}: ${sayTimes(times)}.`,
  blocker: ({ who, author, ...times }) =>
    `${list(who)}, ${author} wartet auf ${you(who, "dich", "euch")}: ${sayTimes(times)}.`,
  conflict: ({ who, base, reviewer }) =>
    `${list(who)}, es gibt einen Konflikt mit ${base}, deshalb kann ${reviewer} noch kein Review machen. ${you(who, "Merge", "Mergt")} ${base} oder ${you(who, "mache", "macht")} einen Rebase.`,
  queue: ({ who, at }) =>
    `${list(who)}, die Merge-Queue hat das am ${at} entfernt. ${you(who, "Reihe", "Reiht")} es wieder ein, wenn es bereit ist.`,
  queueBecause: ({ who, at, reason }) =>
    `${list(who)}, die Merge-Queue hat das am ${at} entfernt: ${sayQueueReason(reason)}. ${you(who, "Reihe", "Reiht")} es wieder ein, wenn es bereit ist.`,
  queueSays: ({ who, at, text }) =>
    `${list(who)}, die Merge-Queue hat das am ${at} entfernt. GitHub meldet: ${text}. ${you(who, "Reihe", "Reiht")} es wieder ein, wenn es bereit ist.`,
  focus: "Worauf es beim Review ankommt:",
  wantedBy: (day) => `Gewünscht bis ${date(day)}.`,
  update:
    "Noch in Arbeit? Ein kurzes Update hilft allen weiter. `Status:` aktueller Stand · Fortschritt · Risiko oder Blocker · nächster Schritt · was du brauchst.",
  snooze: "Heute keine Zeit? `/async snooze 1 day`.",
  snoozeOrHandOn: "Heute keine Zeit? `/async snooze 1 day`, oder gib es weiter.",
  escalation: ({ who, since }) => `${who}, seit ${since} ist niemand dazu gekommen. Wer kann übernehmen?`,
  stalled: ({ who, since }) => `${who}, seit ${since} geht es hier nicht weiter. Wer kann helfen?`,
  backAndForth: (count) =>
    `In diesem Thread ging es schon ${trips[count] ?? `${count}-mal`} hin und her. Zehn Minuten im Gespräch sind vielleicht schneller; haltet das Ergebnis hier als \`Decision: …\` fest, dann steht es in der Zusammenfassung.`,
};
