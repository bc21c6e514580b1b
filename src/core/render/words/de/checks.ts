import type { Words } from "../words.ts";
import { list } from "./format.ts";

export const checks: Words["checks"] = {
  insertButton: { label: "Abschnitte einfügen", description: "Fügt die fehlenden Überschriften ein" },
  recheckButton: { label: "Erneut prüfen", description: "Liest die Beschreibung noch einmal" },
  retiredTitle: "Nicht mehr nötig",
  retired:
    "Diesen Check verlangt nichts mehr: Er wurde abgeschaltet oder umbenannt, oder worum es ging, gibt es nicht mehr.",
  mergeGroupTitle: "Nicht geprüft: Merge-Queue",
  mergeGroup: "Die Pull-Requests dieser Merge-Gruppe wurden angesehen, bevor sie eingereiht wurden.",
  twins: ({ own, twins }) => {
    const [have, all] = twins.length === 1 ? ["hat", "beide"] : ["haben", "alle"];
    return `${own} entscheidet diesen Check. ${list(twins)} ${have} denselben Head-Commit, und ein Check gehört zum Commit, also teilen ihn sich ${all}: Es entscheidet, wem am meisten fehlt. Um sie zu trennen, ${own} schließen oder einen Commit dorthin pushen.`;
  },
  unseen: (numbers) => {
    const [have, could, count] =
      numbers.length === 1 ? ["hat", "konnte", "zählt"] : ["haben", "konnten", "zählen"];
    return `${list(numbers)} ${have} denselben Head-Commit, ${could} aber nicht angesehen werden und ${count} hier nicht.`;
  },
  cutHere: "… (hier abgeschnitten: Mehr nimmt GitHub nicht an)",
};
