import type { Words } from "../words.ts";
import { listSome, plural } from "./format.ts";

export const comment: Words["comment"] = {
  asksAbout: (names) => `Im Review kommen Fragen zu ${listSome(names)}.`,
  asksWhereToStart: "Im Review kommt die Frage, wo man anfangen soll.",
  oneThing: "Eine Sache würde beim Review helfen.",
  aFewThings: "Ein paar Dinge würden beim Review helfen.",
  copy: "In die Beschreibung kopieren",
  insertByButton: "Klicke am Check auf *Abschnitte einfügen*, um einzufügen, was fehlt.",
  insertByCommand: "Kommentiere `/async insert`, um einzufügen, was fehlt.",
  blocks: "Bis das behoben ist, ist das Mergen blockiert.",
  doesNotBlock: "Das blockiert das Mergen nicht.",
  fixed: "Beschreibung vollständig. Danke.",
  sufficient: "Die Beschreibung enthält, was ein Review braucht. Danke.",
  skipped: (by) => `Nicht geprüft: übersprungen von ${by}.`,
};

export const decisions: Words["decisions"] = {
  heading: "Entscheidungen",
  earlier: (count) =>
    plural(count, { one: "1 frühere Entscheidung", other: `${count} frühere Entscheidungen` }),
  andEarlier: (count) => `Und ${count} frühere.`,
};
