import type { Words } from "../words.ts";
import { list } from "./format.ts";

export const checks: Words["checks"] = {
  insertButton: { label: "Abschnitte einfügen", description: "Fügt die fehlenden Überschriften ein" },
  recheckButton: { label: "Erneut prüfen", description: "Liest die Beschreibung noch einmal" },
  retiredTitle: "Nicht mehr nötig",
  retired:
    "Dieser Check wird nicht mehr gebraucht: Er wurde abgeschaltet oder umbenannt, oder es gibt nichts mehr zu prüfen.",
  mergeGroupTitle: "Nicht geprüft: Merge-Queue",
  mergeGroup: "Die Pull-Requests dieser Merge-Gruppe wurden geprüft, bevor sie in die Queue kamen.",
  twins: ({ own, twins }) => {
    const all = twins.length === 1 ? "beide" : "alle";
    return `${own} entscheidet diesen Check. Er hat denselben Head-Commit wie ${list(twins)}, und ein Check gehört zum Commit; deshalb zählt für ${all} der Pull-Request, bei dem am meisten fehlt. Wenn du sie trennen willst, schließe ${own} oder pushe einen Commit dorthin.`;
  },
  unreachable: (numbers) => {
    const [have, could, count] =
      numbers.length === 1 ? ["hat", "konnte", "zählt"] : ["haben", "konnten", "zählen"];
    return `${list(numbers)} ${have} denselben Head-Commit, ${could} aber nicht geprüft werden und ${count} hier nicht mit.`;
  },
  cutHere: "… (hier abgeschnitten: GitHubs Größenlimit)",
};
