import type { SeenSection, UnreadReason } from "../../../finding.ts";
import type { Messages } from "../en/findings.ts";
import type { Words } from "../words.ts";
import { number, plural } from "./format.ts";

const nameOf = ({ name, heading }: SeenSection) =>
  heading === null ? `Abschnitt „${name}“` : `Abschnitt „${name}“ (dort „${heading}“)`;

const atLeast = (words: number) =>
  plural(words || 1, { one: "mindestens ein Wort", other: `mindestens ${words || 1} Wörter` });

const askOf = ({ ask, minWords }: SeenSection) => (ask === "" ? `bitte ${atLeast(minWords)} schreiben` : ask);

const unread: Record<UnreadReason, string> = {
  time: "es hat zu lange gedauert",
  crash: "beim Lesen ist ein Fehler aufgetreten",
  characters: "mehr als 131.072 Zeichen",
  lines: "mehr als 3.000 Zeilen außerhalb von Code",
  allLines: "mehr als 12.000 Zeilen",
  lazyLines: "mehr als 1.000 Zeilen, die Listen und Zitate ohne deren Zeichen fortsetzen",
  underlines: "mehr als 100 unterstrichene Überschriften",
  containers: "mehr als 2.500 Zeilen in Listen und Zitaten, jede Ebene mitgezählt",
  marks: "mehr als 4.000 Zeichen Markdown-Syntax",
  marksInParagraph: "ein Absatz mit mehr als 1.000 Zeichen Markdown-Syntax",
  lookahead: "zu viele Code-Spans, Tags, Links oder Linien ohne Ende",
  bars: "mehr als 4.000 senkrechte Striche in Tabellen",
};

const units = {
  word: { one: "Wort", other: "Wörter" },
  character: { one: "Zeichen", other: "Zeichen" },
};

const messages: Messages = {
  missing: ({ name, ask, minWords, comment }) => {
    const help = ask === "" ? `bitte eine Überschrift „${name}“ und ${atLeast(minWords)} ergänzen` : ask;
    return comment === null
      ? `Abschnitt „${name}“ fehlt: ${help}`
      : `Abschnitt „${name}“ fehlt, oder der Kommentar in Zeile ${comment} verdeckt ihn, weil er nicht endet: ${help}`;
  },
  empty: ({ comment, ...section }) =>
    comment === null
      ? `${nameOf(section)} ist leer: ${askOf(section)}`
      : `${nameOf(section)} ist leer, oder der Kommentar in Zeile ${comment} verdeckt ihn, weil er nicht endet: ${askOf(section)}`,
  unedited: (section) =>
    `${nameOf(section)} ist noch nicht ausgefüllt: bitte den Text der Vorlage durch eigene Worte ersetzen`,
  placeholder: ({ text, ...section }) =>
    `${nameOf(section)} sagt nur „${text}“: bitte ergänzen, was beim Review hilft, oder warum es nicht zutrifft`,
  "too-short": ({ count, unit, ...section }) =>
    `${nameOf(section)} hat ${count} ${plural(count, units[unit])}: bitte ergänzen, was man für das Review wissen muss (mindestens ${section.minWords})`,
  unread: ({ reason }) =>
    `Die Beschreibung lässt sich nicht lesen: ${unread[reason]}. Bitte kürzen oder vereinfachen`,
  "linked-ticket": ({ pattern }) =>
    pattern === null
      ? "Kein Ticket verlinkt: bitte einen Verweis wie #123, owner/repo#123 oder die URL eines Issues ergänzen"
      : `Kein Ticket verlinkt: bitte einen Verweis ergänzen, der zu ${pattern} passt, oder einen wie #123, owner/repo#123 oder die URL eines Issues`,
  screenshots: ({ path }) =>
    `\`${path}\` ändert, was man sieht: bitte einen Screenshot (vorher und nachher) oder eine kurze Aufnahme ergänzen`,
  "review-order": ({ lines, files }) =>
    `${number(lines)} Zeilen in ${number(files)} Dateien: bitte mindestens zwei in der Reihenfolge nennen, in der sie zu lesen sind, oder sagen, dass man Commit für Commit liest`,
  "generated-files": ({ share, path }) =>
    `${share} % der geänderten Zeilen stehen in generierten, mitgelieferten oder Lock-Dateien (\`${path}\`): bitte sagen, was man beim Review überspringen kann`,
  rollback: ({ path }) =>
    `\`${path}\` lässt sich schwer rückgängig machen: bitte beim Risiko sagen, wie es geht`,
  "unfinished-tasks": ({ count, first }) =>
    plural(count, {
      one: `Eine Aufgabe ist nicht abgehakt: „${first}“. Bitte erledigen oder entfernen`,
      other: `${count} Aufgaben sind nicht abgehakt, die erste ist „${first}“. Bitte erledigen oder entfernen`,
    }),
  "title-pattern": ({ title, pattern }) =>
    `Der Titel ist „${title}“: bitte so ändern, dass er zu ${pattern} passt`,
  "title-short": ({ title, minWords }) => `Der Titel ist „${title}“: bitte ${atLeast(minWords)} schreiben`,
  "vague-ask": ({ text }) =>
    `„${text}“ sagt nicht, worauf zu achten ist: bitte eine Frage stellen, die man im Review beantworten kann`,
};

const title = "Sagen, was sich wo ändert, so wie man es in der Historie suchen würde.";

export const findings: Words["findings"] = {
  messages,
  hints: {
    unread: "Logs und generierten Text in eine Datei oder einen Kommentar verschieben und verlinken.",
    "linked-ticket": "Im Titel oder im Text, beides zählt.",
    screenshots: "Wenn nichts anders aussieht, genügt dieser Satz.",
    "review-order": "",
    "generated-files": "Ein Satz genügt: welche Dateien, und was sie erzeugt.",
    rollback: "Wenn es nicht geht, genügt, warum das in Ordnung ist.",
    "unfinished-tasks": "Was später kommt, kann in ein Issue.",
    "title-pattern": title,
    "title-short": title,
    "vague-ask": "Entscheidung, Datei oder Abwägung nennen, um die es geht, und wer antworten soll.",
  },
};
