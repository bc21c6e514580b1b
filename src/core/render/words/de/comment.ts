import type { Words } from "../words.ts";
import { listSome } from "./format.ts";

export const comment: Words["comment"] = {
  asksAbout: (names) => `Im Review kommen Fragen zu ${listSome(names)}.`,
  asksWhereToStart: "Im Review kommt die Frage, wo man anfangen soll.",
  oneThing: "Eines würde beim Review helfen.",
  aFewThings: "Einiges würde beim Review helfen.",
  copy: "In die Beschreibung kopieren",
  insertOneByButton: "Der Button *Abschnitte einfügen* am Check fügt den fehlenden Abschnitt ein.",
  insertByButton: "Der Button *Abschnitte einfügen* am Check fügt die fehlenden Abschnitte ein.",
  insertOneByCommand: "Der Kommentar `/async insert` fügt den fehlenden Abschnitt ein.",
  insertByCommand: "Der Kommentar `/async insert` fügt die fehlenden Abschnitte ein.",
  blocks: "Das blockiert das Mergen, bis es behoben ist.",
  doesNotBlock: "Das blockiert das Mergen nicht.",
  fixed: "Beschreibung vollständig. Danke.",
  sufficient: "Die Beschreibung enthält, was ein Review braucht. Danke.",
  skipped: (by) => `Nicht geprüft: übersprungen von ${by}.`,
};
