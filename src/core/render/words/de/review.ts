import type { Kind } from "../../../config/schema/review-schema.ts";
import type { Remark } from "../../../conversation/remark.ts";
import { renderLink } from "../../markdown.ts";
import type { KindReason } from "../en/review.ts";
import type { Words } from "../words.ts";
import { plural } from "./format.ts";

const kinds: Record<Kind, string> = {
  blocking: "blockierend",
  question: "Frage",
  suggestion: "Vorschlag",
  nit: "Kleinigkeit",
  note: "Hinweis",
  praise: "Lob",
};

/** The other kinds have none. */
const plurals: Partial<Record<Kind, string>> = {
  question: "Fragen",
  suggestion: "Vorschläge",
  nit: "Kleinigkeiten",
  note: "Hinweise",
};

const sources: Record<Remark["source"], string> = {
  thread: "Thread",
  review: "Review",
  comment: "Kommentar",
};

function sayKind(why: KindReason): string {
  switch (why.type) {
    case "holder":
      return `${kinds[why.kind]}, weil ${why.holder} es sagt`;
    case "prefix":
      return `${kinds[why.kind]}, wegen des Präfixes`;
    case "by-review":
      return `${kinds[why.kind]}, weil das Review Änderungen verlangt und seitdem keine Genehmigung kam`;
    case "bot":
      return "ohne Art, weil Bots nicht eingeordnet werden";
    case "nothing":
      return "ohne Art, weil kein Präfix am Anfang steht und das Review keine Änderungen verlangt";
  }
}

export const review: Words["review"] = {
  nothingOpen: "Nichts offen",
  open: (counts) => `Offen: ${counts.join(", ")}`,
  count: ({ kind, count }) =>
    `${count} ${plural(count, { one: kinds[kind], other: plurals[kind] ?? kinds[kind] })}`,
  withoutKind: (count) => `${count} ohne Art`,
  unreadTitle: "Diese Unterhaltung ist nicht lesbar",
  unread:
    "Das Lesen der Kommentare hat zu lange gedauert, deshalb kann es offene blockierende Threads geben. Lösche sehr lange Texte, zum Beispiel eingefügte Logs.",

  holdsNothing: "Nichts davon blockiert das Mergen.",
  advises: "Dieser Check gibt nur Hinweise: Er blockiert das Mergen nicht.",
  holding: (counts) =>
    `Hält diesen Check auf: ${counts.join(", ")}. Er wird grün, sobald alles davon gelöst ist.`,

  columns: { what: "Was", from: "Von", since: "Seit", next: "Am Zug" },
  kinds,
  sources,
  outdated: "veraltet",
  noWriteAccess: "ohne Schreibrechte",
  reviewers: "Reviewer",

  vague: ({ url, more }) => {
    const comment = renderLink("Ein Kommentar", url);
    const leaves = more === 0 ? `${comment} lässt` : `${comment} und ${more} weitere lassen`;
    return `${leaves} offen, was gemeint ist. Auf „question: Ist die Reihenfolge hier Absicht?“ kommt schneller eine Antwort.`;
  },

  why: "Begründung",
  effectiveConfig: "Die geltende Konfiguration",
  kindBecause: sayKind,
  closed: "geschlossen",
  holdsNothingAsTheirs: "offen, aber nur Personen mit Schreibrechten können blockieren",
  asksNothing: "offen, verlangt nichts",
  asks: ({ isOutdated, isAnswered }) =>
    `offen${isOutdated ? " an veralteten Zeilen" : ""}, ${isAnswered ? "beantwortet" : "noch nicht beantwortet"}`,
};
