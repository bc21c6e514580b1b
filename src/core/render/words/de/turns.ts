import type { QueueReason } from "../../../turns/queue-reason.ts";
import type { TurnRole } from "../../../turns/turns.ts";
import type { Asks, TurnTimes } from "../en/turns.ts";
import type { Words } from "../words.ts";
import { date, list, listSome, moment, plural } from "./format.ts";

const numerals = ["", "", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"];

/** `one` with its article: `eine Frage`. */
const count = (number: number, one: string, other: string): string[] =>
  number === 0 ? [] : [plural(number, { one, other: `${numerals[number] ?? number} ${other}` })];

/** `zwei Fragen und ein blockierender Kommentar`: the subject of a sentence. */
export const sayAsks = ({ questions, blocking, suggestions, comments, changesBy }: Asks) =>
  list([
    ...count(questions, "eine Frage", "Fragen"),
    ...count(blocking, "ein blockierender Kommentar", "blockierende Kommentare"),
    ...count(suggestions, "ein Vorschlag", "Vorschläge"),
    ...count(comments, "ein Kommentar", "Kommentare"),
    ...(changesBy.length === 0 ? [] : [`die von ${list(changesBy)} verlangten Änderungen`]),
  ]);

const roles: Record<TurnRole, string> = {
  reviewer: "mit dem Review",
  author: "mit der Antwort",
  blocker: "mit dem, was hier blockiert",
  merger: "mit dem Mergen",
  queue: "mit dem erneuten Einreihen",
  conflict: "mit dem Lösen des Konflikts",
};

const queueReasons: Record<QueueReason, string> = {
  "checks failed": "Checks sind fehlgeschlagen",
  "checks timed out": "Checks haben zu lange gedauert",
  conflict: "Konflikt mit dem Base-Branch",
  rules: "Regeln des Branches sind nicht erfüllt",
  "no merge commit": "lässt sich so nicht mergen",
  cleared: "die Queue wurde geleert",
  "rolled back": "die Queue wurde zurückgerollt",
  removed: "von jemandem herausgenommen",
};

export const sayQueueReason = (reason: QueueReason) => queueReasons[reason];

/** `seit …`, and `, fällig …` if it ever falls due. */
export const sayTimes = ({ since, due, timeZone }: TurnTimes) =>
  due === null
    ? `seit ${moment(since, timeZone)}`
    : `seit ${moment(since, timeZone)}, fällig ${moment(due, timeZone)}`;

export const turns: Words["turns"] = {
  coverFor: (login) => `vertritt ${login}`,
  away: "abwesend, ohne Vertretung",
  asks: sayAsks,
  queueReason: sayQueueReason,
  removedFromQueue: (reason) =>
    reason === "" ? "von der Merge-Queue entfernt" : `von der Merge-Queue entfernt: ${reason}`,
  move: ({ who, role, note, snoozedUntil, ...times }) => {
    const snoozed = snoozedUntil === null ? "" : `, pausiert bis ${moment(snoozedUntil, times.timeZone)}`;
    const task = note === null ? roles[role] : `${roles[role]} (${note})`;
    return `${list(who)} ${task}, ${sayTimes(times)}${snoozed}`;
  },
  waiting: ({ moves, wantedBy }) =>
    wantedBy === null
      ? `Am Zug: ${moves.join("; ")}.`
      : `Am Zug: ${moves.join("; ")}. Gewünscht bis ${date(wantedBy)}.`,
  closed: (since) =>
    `Geschlossen seit ${since}: Niemand ist am Zug. Nach dem erneuten Öffnen geht es weiter.`,
  merged: (since) => `Gemergt seit ${since}: Niemand ist am Zug.`,
  draft: (since) => `Entwurf seit ${since}: Niemand ist am Zug, bis er bereit zum Review ist.`,
  approved: (since) =>
    `Genehmigt seit ${since}: Niemand ist am Zug. Mergen oder erneut um ein Review bitten.`,
  queued: (since) => `Genehmigt seit ${since}: Niemand ist am Zug. Wartet in der Merge-Queue.`,
  bot: ({ login, since }) =>
    `Seit ${since} wartet das auf einen Bot (${login}). Eine Person mit Schreibrechten zuweisen; dann ist sie am Zug.`,
  ownedBot: ({ login, since }) =>
    `Seit ${since} wartet das auf einen Bot (${login}). Sein nächster Push gibt den Zug zurück.`,
  botsAsked: ({ logins, since }) => {
    const are = plural(logins.length, { one: "ist", other: "sind" });
    return `Seit ${since} ${are} nur ${list(logins)} um ein Review gebeten. Eine Person bitten; dann ist sie am Zug.`;
  },
  nobodyAsked: (since) =>
    `Seit ${since} ist niemand um ein Review gebeten. Ein Review anfordern; dann ist diese Person am Zug.`,
  answered: (since) =>
    `Seit ${since} ist niemand am Zug: Alle Angefragten haben geantwortet, aber niemand mit Schreibrechten hat genehmigt. Erneut anfragen.`,
  answeredUnderRule: (since) =>
    `Seit ${since} ist niemand am Zug: Alle Angefragten haben geantwortet, aber der Branch braucht noch eine Genehmigung. Eine anfordern.`,
  rounds: (times) =>
    plural(times.length, {
      one: `Review nach ${times[0]} Arbeitszeit.`,
      other: `Review in ${times.length} Runden, nach ${listSome(times)} Arbeitszeit.`,
    }),
  status: ({ url, at }) => `[Status](${url}), ${at}:`,
};
