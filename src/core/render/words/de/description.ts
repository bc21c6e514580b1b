import type { Source } from "../../../config/layers.ts";
import type { Condition, Exemption, SectionStatus } from "../../../description/description.ts";
import type { Level } from "../../../finding.ts";
import { configPath, type OptionalPart } from "../../../observation.ts";
import { cutText } from "../../../text/quote-text.ts";
import type { Lack } from "../en/description.ts";
import type { Words } from "../words.ts";
import { list, listSome, number, plural } from "./format.ts";

/** Before the names: a name may be a plural ("Tests"), so that no verb fits them all. */
const lacks: Record<SectionStatus, string> = {
  filled: "noch anzusehen",
  missing: "fehlend",
  empty: "leer",
  placeholder: "nur Platzhalter",
  unedited: "noch nicht ausgefüllt",
  "too-short": "sehr kurz",
  unread: "nicht gelesen",
  "not-applicable": "nicht zutreffend",
};

const statuses: Record<SectionStatus, string> = {
  filled: "ausgefüllt",
  missing: "fehlt",
  empty: "leer",
  placeholder: "nur ein Platzhalter",
  unedited: "noch nicht ausgefüllt",
  "too-short": "sehr kurz",
  "not-applicable": "nicht zutreffend",
  unread: "nicht gelesen",
};

const rows: Record<Lack, { alone: string; first: string }> = {
  missing: { alone: "fehlt", first: "Fehlt" },
  empty: { alone: "leer", first: "Leer" },
  unedited: { alone: "noch nicht ausgefüllt", first: "Noch nicht ausgefüllt" },
  placeholder: { alone: "nur ein Platzhalter", first: "Nur ein Platzhalter" },
  "too-short": { alone: "sehr kurz", first: "Sehr kurz" },
};

const levels: Record<Level, string> = {
  error: "erforderlich",
  warning: "empfohlen",
  off: "nicht verlangt",
};

const sources: Record<Source, string> = {
  repository: `\`${configPath}\``,
  organisation: "Datei der Organisation",
  locked: "Datei der Organisation",
  default: "Standard",
};

/** Objects of "nicht lesen", so in the accusative. */
const optionalParts: Record<OptionalPart, string> = {
  "organisation file": "die Datei der Organisation",
  teams: "Teams",
  checks: "Checks",
  "merge queues": "Merge-Queues",
  "deleted comments": "gelöschte Kommentare",
  "review threads": "Review-Threads",
  reviews: "Reviews",
  "commands that were answered": "frühere Befehle",
  templates: "Vorlagen für Pull-Requests",
};

function exemption(exempt: Exemption): string {
  switch (exempt.type) {
    case "merge queue":
      return "in der Merge-Queue";
    case "draft":
      return "Entwurf";
    case "bot":
      return "von einem Bot geöffnet";
    case "author":
      return `von einer ausgenommenen Person geöffnet (\`${exempt.pattern}\`)`;
    case "label":
      return `Label \`${exempt.name}\``;
    case "title":
      return `Titel passt zu \`${exempt.pattern}\``;
  }
}

function condition(holds: Condition): string {
  switch (holds.type) {
    case "lines below":
      return `weniger als ${number(holds.lines)} geänderte Zeilen`;
    case "lines above":
      return `mehr als ${number(holds.lines)} geänderte Zeilen`;
    case "a file":
      return `eine Datei passt zu ${inCode(holds.globs)}`;
    case "all files":
      return `alle Dateien passen zu ${inCode(holds.globs)}`;
    case "label":
      return `Label \`${holds.name}\``;
    case "base":
      return `Base-Branch passt zu \`${holds.pattern}\``;
    case "title":
      return `Titel passt zu \`${holds.pattern}\``;
  }
}

const inCode = (globs: readonly string[]) => globs.map((glob) => `\`${glob}\``).join(", ");

export const description: Words["description"] = {
  exemption,
  conditions: (conditions) => conditions.map(condition).join(", "),
  // Nouns keep their capitals.
  inSentence: (name) => cutText(name, 60),

  complete: "Vollständig",
  unreadTitle: "Diese Beschreibung ist nicht lesbar",
  notCheckedTitle: (reason) => `Nicht geprüft: ${reason}`,
  skippedTitle: (by) => `Übersprungen von ${by}`,
  open: ({ done, all, groups }) => {
    const said = groups.map(({ status, names }) => `${lacks[status]}: ${listSome(names)}`);
    const sections = plural(all, { one: "Abschnitt", other: "Abschnitten" });
    return [`${done} von ${all} ${sections}`, ...said].join("; ");
  },
  completeWithRemarks: (count) =>
    plural(count, {
      one: "Vollständig, mit einer Anmerkung",
      other: `Vollständig, mit ${count} Anmerkungen`,
    }),
  remarksToSettle: (count) =>
    plural(count, {
      one: "Abschnitte vollständig, eine Anmerkung offen",
      other: `Abschnitte vollständig, ${count} Anmerkungen offen`,
    }),

  notCheckedAsDraft: "Nicht geprüft, solange das ein Entwurf ist.",
  notChecked: (reason) => `Nicht geprüft: ${reason}.`,
  skipped: ({ by, reason }) => `Übersprungen von ${by}: ${reason}`,
  keptVerdict:
    "Das Lesen der Beschreibung hat diesmal zu lange gedauert. Sie ist unverändert, also gilt das letzte Ergebnis weiter. *Erneut prüfen* versucht es noch einmal.",
  openComment: (line) =>
    `Der Kommentar in Zeile ${line} endet nicht (\`-->\` fehlt), deshalb ist alles danach unsichtbar.`,

  optional: "optional",
  line: (line) => `Zeile ${line}`,
  lineNotApplicable: (line) => `Zeile ${line}, nicht zutreffend`,
  remark: ({ line, message }) => (line === null ? message : `Zeile ${line}: ${message}`),
  lack: ({ lack, line }) => (line === null ? rows[lack].alone : `Zeile ${line}, ${rows[lack].alone}`),
  lackAndAsk: ({ lack, line, ask }) => {
    if (lack === "missing") return ask;
    const seen = line === null ? rows[lack].first : `${rows[lack].first} (Zeile ${line})`;
    return lack === "placeholder" ? `${seen}. ${ask} Falls es nicht zutrifft: Warum?` : `${seen}. ${ask}`;
  },

  configProblems: "Teile der Konfiguration können nicht verwendet werden:",
  organisationsFile: (place) => `${place} der Organisation`,
  unavailable: (parts) =>
    `Die App kann ${list(parts.map((part) => optionalParts[part]))} nicht lesen; was davon abhängt, entfällt.`,

  why: "Begründung",
  reason: ({ line, heading, status, rule, level, because, source }) => {
    const found =
      heading === null
        ? `Text ohne Überschrift ab Zeile ${line}`
        : `Überschrift „${heading}“ in Zeile ${line}`;
    const ruled = rule === null ? "" : ` (Regel \`${rule}\`)`;
    const seen = line === null ? "keine Überschrift passt" : `${found}, ${statuses[status]}${ruled}`;
    const when = because === null ? "" : ` (${because})`;
    return `${seen}; ${levels[level]}${when} (${sources[source]})`;
  },
};
