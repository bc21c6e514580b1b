import type { ShownValue } from "../../../config/diff-config.ts";
import { configPath } from "../../../observation.ts";
import type { Words } from "../words.ts";
import { plural } from "./format.ts";

function sayValue(value: Exclude<ShownValue, string>): string {
  switch (value.type) {
    case "not set":
      return "nicht gesetzt";
    case "none":
      return "keine";
    case "not shown":
      return "(nicht gezeigt)";
    case "not asked for":
      return "nicht verlangt";
    case "hidden value":
      return "Wert der Organisation";
    case "hidden section":
      return "Abschnitt der Organisation";
    case "hidden words":
      return plural(value.count, { one: "1 Wort", other: `${value.count} Wörter` });
  }
}

export const config: Words["config"] = {
  toFix: (count) =>
    plural(count, {
      one: "1 Fehler in der Konfiguration",
      other: `${count} Fehler in der Konfiguration`,
    }),
  nothingChangesTitle: "Keine Änderung",
  first: "Erste Konfiguration",
  last: "Konfiguration entfernt",
  valuesChange: (count) => plural(count, { one: "1 Wert ändert sich", other: `${count} Werte ändern sich` }),
  withHints: ({ title, hints }) =>
    plural(hints, {
      one: `${title}, 1 Hinweis`,
      other: `${title}, ${hints} Hinweise`,
    }),
  unreadTitle: "Diese Konfiguration ist nicht lesbar",
  unread: `Das Lesen von \`${configPath}\` hat zu lange gedauert. Kürze oder vereinfache die Datei.`,

  problems: "Was nicht verwendet werden kann",
  problemColumns: { where: "Wo", what: "Was" },
  organisationsFile: (place) => `${place} der Organisation`,
  errorTitle: "Nicht verwendbar",
  hintTitle: "Hinweis",

  firstFile: "Das ist die erste Konfiguration. Sie schaltet den Review-Check und die Labels ein.",
  lastFile:
    "Es gibt keine Konfiguration mehr. Review-Check, Labels, Züge und Erinnerungen entfallen, und der Check der Beschreibung gibt nur noch Hinweise.",
  changes: "Was sich beim Mergen ändert",
  changeColumns: { key: "Schlüssel", now: "Jetzt", after: "Danach" },
  sectionOrder: (path) => `${path} (Reihenfolge)`,
  value: sayValue,
  nothingChanges: "Für Pull-Requests ändert sich nichts.",
  lookedAtThen: "Offene Pull-Requests werden dann neu geprüft.",

  trials: (count) =>
    plural(count, {
      one: "Der letzte Pull-Request, vorher und nachher",
      other: `Die letzten ${count} Pull-Requests, vorher und nachher`,
    }),
  trialColumns: { pullRequest: "Pull-Request", now: "Jetzt", after: "Danach" },
  passing: ({ now, after }) =>
    `Jetzt ${plural(now, { one: "besteht 1", other: `bestehen ${now}` })}, nach der Änderung ${plural(after, { one: "wäre es 1", other: `wären es ${after}` })}.`,
  same: "dasselbe",

  sources: {
    default: "Standard",
    organisation: "Organisation",
    repository: "Repository",
    locked: "gesperrt",
  },
  hiddenValue: "Wert der Organisation",
  aliasesNote: "Aliase ergänzen die eingebauten.",

  optional: "Optional.",
};
