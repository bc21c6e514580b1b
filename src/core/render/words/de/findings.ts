import type { Hint, SeenSection, UnreadReason } from "../../../finding.ts";
import type { Messages } from "../en/findings.ts";
import { isOnlyBoxes, joinBoxes } from "../format.ts";
import type { Words } from "../words.ts";
import { number, plural } from "./format.ts";

const nameOf = ({ heading, writtenHeading }: SeenSection) =>
  writtenHeading === null ? `Abschnitt „${heading}“` : `Abschnitt „${heading}“ (dort „${writtenHeading}“)`;

const atLeast = (words: number) =>
  plural(words || 1, { one: "mindestens ein Wort", other: `mindestens ${words || 1} Wörter` });

const ask = (hint: Hint) =>
  isOnlyBoxes(hint) ? `Kreuze an, was zutrifft (${joinBoxes(hint.boxes)})` : hint.question;

const askOf = (section: SeenSection) => ask(section) || `Schreibe ${atLeast(section.minWords)}`;

const unread: Record<UnreadReason, string> = {
  time: "das Lesen hat zu lange gedauert",
  crash: "beim Lesen ist ein Fehler aufgetreten",
  characters: "mehr als 131.072 Zeichen",
  lines: "mehr als 3.000 Zeilen außerhalb von Code",
  allLines: "mehr als 12.000 Zeilen",
  lazyLines: "mehr als 1.000 Zeilen, die Listen und Zitate ohne deren Zeichen fortsetzen",
  underlines: "mehr als 100 unterstrichene Überschriften",
  containers: "mehr als 2.500 Zeilen in Listen und Zitaten, jede Ebene mitgezählt",
  marks: "mehr als 4.000 Zeichen Markdown-Syntax",
  marksInParagraph: "ein Absatz mit mehr als 1.000 Zeichen Markdown-Syntax",
  lookahead: "zu viele nicht geschlossene Code-Spans, Tags, Links oder Linien",
  bars: "mehr als 4.000 senkrechte Striche in Tabellen",
};

const units = {
  word: { one: "Wort", other: "Wörter" },
  character: { one: "Zeichen", other: "Zeichen" },
};

const messages: Messages = {
  missing: ({ comment, ...section }) => {
    const { heading, minWords } = section;
    const help = ask(section) || `Ergänze eine Überschrift „${heading}“ und ${atLeast(minWords)}`;
    return comment === null
      ? `Abschnitt „${heading}“ fehlt: ${help}`
      : `Abschnitt „${heading}“ fehlt oder ist vom nicht geschlossenen Kommentar in Zeile ${comment} verdeckt: ${help}`;
  },
  empty: ({ comment, ...section }) =>
    comment === null
      ? `${nameOf(section)} ist leer: ${askOf(section)}`
      : `${nameOf(section)} ist leer oder vom nicht geschlossenen Kommentar in Zeile ${comment} verdeckt: ${askOf(section)}`,
  unedited: (section) =>
    `${nameOf(section)} ist noch nicht ausgefüllt: ${isOnlyBoxes(section) ? ask(section) : "Ersetze den Text der Vorlage durch deinen eigenen"}`,
  placeholder: ({ text, ...section }) =>
    `${nameOf(section)} enthält nur „${text}“: Schreibe, was beim Review hilft, oder warum es nicht zutrifft`,
  "too-short": ({ count, unit, ...section }) =>
    `${nameOf(section)} hat ${count} ${plural(count, units[unit])}: Ergänze, was man fürs Review wissen muss (mindestens ${section.minWords})`,
  unread: ({ reason }) => `Die Beschreibung ist nicht lesbar (${unread[reason]}): Kürze oder vereinfache sie`,
  "linked-ticket": ({ pattern }) =>
    pattern === null
      ? "Kein Ticket verlinkt: Ergänze einen Verweis wie #123, owner/repo#123 oder die URL eines Issues"
      : `Kein Ticket verlinkt: Ergänze einen Verweis, der zu ${pattern} passt, oder einen wie #123, owner/repo#123 oder die URL eines Issues`,
  screenshots: ({ path }) =>
    `\`${path}\` ändert, was man sieht: Füge einen Screenshot (vorher und nachher) oder eine kurze Aufnahme hinzu`,
  "review-order": ({ lines, files }) =>
    `${number(lines)} Zeilen in ${number(files)} Dateien: Nenne mindestens zwei davon in Lesereihenfolge, oder schreibe, dass man Commit für Commit lesen kann`,
  "generated-files": ({ share, path }) =>
    `${share} % der geänderten Zeilen stehen in generierten, mitgelieferten oder Lock-Dateien (\`${path}\`): Schreibe, was man beim Review überspringen kann`,
  rollback: ({ path }) =>
    `\`${path}\` lässt sich schwer rückgängig machen: Schreibe beim Risiko, wie es ginge`,
  "unfinished-tasks": ({ count, first }) =>
    plural(count, {
      one: `Eine Aufgabe ist nicht abgehakt: „${first}“. Erledige oder entferne sie`,
      other: `${count} Aufgaben sind nicht abgehakt, als erste „${first}“. Erledige oder entferne sie`,
    }),
  "title-pattern": ({ title, pattern }) =>
    `Der Titel ist „${title}“: Ändere ihn so, dass er zu ${pattern} passt`,
  "title-short": ({ title, minWords }) => `Der Titel ist „${title}“: Schreibe ${atLeast(minWords)}`,
  "vague-ask": ({ text }) =>
    `„${text}“ sagt nicht, worauf man achten soll: Stelle eine Frage, die sich im Review beantworten lässt`,
};

const title = "Sage, was sich wo ändert, in Worten, nach denen man in der Historie suchen würde.";

export const findings: Words["findings"] = {
  ask,
  messages,
  hints: {
    unread: "Verschiebe Logs und generierten Text in eine Datei oder einen Kommentar, und verlinke sie.",
    "linked-ticket": "Im Titel oder in der Beschreibung.",
    screenshots: "Wenn sich am Aussehen nichts ändert, schreibe das.",
    "review-order": "",
    "generated-files": "Ein Satz genügt: welche Dateien, und was sie erzeugt.",
    rollback: "Wenn es nicht geht, schreibe, warum das in Ordnung ist.",
    "unfinished-tasks": "Was später kommt, gehört in ein Issue.",
    "title-pattern": title,
    "title-short": title,
    "vague-ask":
      "Nenne die Entscheidung, Datei oder Abwägung, bei der du unsicher bist, und wer antworten soll.",
  },
};
