import type { QueueReason, TurnRole } from "../../../turns/turns.ts";
import type { AskCounts, TurnTimes } from "../en/turns.ts";
import type { Words } from "../words.ts";
import { date, list, listSome, moment, plural } from "./format.ts";

const numerals = ["", "", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"];

/** `one` with its article: `eine Frage`. */
const count = (number: number, one: string, other: string): string[] =>
  number === 0 ? [] : [plural(number, { one, other: `${numerals[number] ?? number} ${other}` })];

/** `zwei Fragen und ein blockierender Kommentar`: the subject of a sentence. */
export const sayAsks = ({ questions, blocking, suggestions, comments, changesBy }: AskCounts) =>
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
  queueReason: sayQueueReason,
  removedFromQueue: (reason) =>
    reason === "" ? "von der Merge-Queue entfernt" : `von der Merge-Queue entfernt: ${reason}`,
  move: ({ who, role, asks, note, snoozedUntil, ...times }) => {
    const notes = [...(asks === null ? [] : [sayAsks(asks)]), ...(note === null ? [] : [note])];
    const task = [roles[role], ...notes.map((one) => `(${one})`)].join(" ");
    const snoozed = snoozedUntil === null ? "" : `, pausiert bis ${moment(snoozedUntil, times.timeZone)}`;
    return `${list(who)} ${task}, ${sayTimes(times)}${snoozed}`;
  },
  waiting: ({ moves, wantedBy }) =>
    wantedBy === null
      ? `Am Zug: ${moves.join("; ")}.`
      : `Am Zug: ${moves.join("; ")}. Gewünscht bis ${date(wantedBy)}.`,
  closed: (since) => `Geschlossen am ${since}. Nach dem erneuten Öffnen geht es weiter.`,
  merged: (since) => `Gemergt am ${since}.`,
  draft: (since) => `Entwurf seit ${since}. Am Zug ist erst jemand, wenn er bereit zum Review ist.`,
  approved: (since) => `Genehmigt am ${since}. Du kannst mergen oder noch ein Review anfordern.`,
  queued: (since) => `Genehmigt am ${since}, wartet in der Merge-Queue.`,
  bot: ({ login, since }) =>
    `Wartet seit ${since} auf einen Bot (${login}). Weise den Pull-Request jemandem mit Schreibrechten zu; dann ist diese Person am Zug.`,
  ownedBot: ({ login, since }) =>
    `Wartet seit ${since} auf einen Bot (${login}). Sein nächster Push gibt den Zug zurück.`,
  unreadAuthor: ({ login, since }) =>
    `Wartet seit ${since} auf den Autor, aber das Konto ${login} liest niemand. Weise den Pull-Request jemandem mit Schreibrechten zu; dann ist diese Person am Zug.`,
  ownedUnreadAuthor: ({ login, since }) =>
    `Wartet seit ${since} auf den Autor, aber das Konto ${login} liest niemand. Ein Push gibt den Zug zurück.`,
  botsAsked: ({ logins, since }) =>
    `Wartet seit ${since} nur auf ein Review von ${list(logins)}. Bitte einen Menschen darum; dann ist diese Person am Zug.`,
  nobodyAsked: (since) => `Seit ${since} ohne Reviewer. Fordere ein Review an; dann ist diese Person am Zug.`,
  answered: (since) =>
    `Seit ${since} ist niemand am Zug: Alle Reviewer haben geantwortet, aber niemand mit Schreibrechten hat genehmigt. Fordere noch ein Review an.`,
  answeredUnderRule: (since) =>
    `Seit ${since} ist niemand am Zug: Alle Reviewer haben geantwortet, aber der Branch braucht noch eine Genehmigung. Fordere eine an.`,
  rounds: (times) =>
    plural(times.length, {
      one: `Review nach ${times[0]} Arbeitszeit.`,
      other: `Review in ${times.length} Runden, nach ${listSome(times)} Arbeitszeit.`,
    }),
  status: ({ url, at }) => `[Status](${url}), ${at}:`,
};
