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
      one: "1 Stelle in der Konfiguration zu beheben",
      other: `${count} Stellen in der Konfiguration zu beheben`,
    }),
  nothingChangesTitle: "Nichts ändert sich",
  first: "Die erste Konfiguration",
  last: "Keine Konfiguration mehr",
  valuesChange: (count) => plural(count, { one: "1 Wert ändert sich", other: `${count} Werte ändern sich` }),
  withHints: ({ title, hints }) =>
    plural(hints, {
      one: `${title}, 1 Stelle ist einen Blick wert`,
      other: `${title}, ${hints} Stellen sind einen Blick wert`,
    }),
  unreadTitle: "Diese Konfiguration lässt sich nicht lesen",
  unread: `Das Lesen von \`${configPath}\` hat zu lange gedauert. Bitte kürzen oder vereinfachen.`,

  problems: "Was sich nicht verwenden lässt",
  problemColumns: { where: "Wo", what: "Was" },
  organisationsFile: (place) => `${place} der Organisation`,
  errorTitle: "Nicht verwendbar",
  hintTitle: "Einen Blick wert",

  firstFile: "Das ist die erste Datei: Mit ihr beginnen der Check des Reviews und die Labels.",
  lastFile:
    "Keine Datei bleibt: Der Check des Reviews, Labels, Züge und Erinnerungen enden, und der Check der Beschreibung gibt nur noch Hinweise.",
  changes: "Was sich beim Mergen ändert",
  changeColumns: { key: "Schlüssel", now: "Jetzt", after: "Dann" },
  sectionOrder: (path) => `${path} (Reihenfolge)`,
  value: sayValue,
  nothingChanges: "Für Pull-Requests ändert sich nichts.",
  lookedAtThen: "Offene Pull-Requests werden dann neu angesehen.",

  trials: (count) =>
    plural(count, {
      one: "Der letzte Pull-Request unter beiden",
      other: `Die letzten ${count} Pull-Requests unter beiden`,
    }),
  trialColumns: { pullRequest: "Pull-Request", now: "Jetzt", after: "Dann" },
  passing: ({ now, after }) =>
    `${plural(after, { one: "1 würde bestehen", other: `${after} würden bestehen` })}; jetzt: ${now}.`,
  same: "dasselbe",

  sources: {
    default: "Standard",
    organisation: "Organisation",
    repository: "Repository",
    locked: "gesperrt",
  },
  hiddenValue: "Wert der Organisation",
  aliasesNote: "Aliase kommen zu den bekannten hinzu.",

  optional: "Optional.",
};
