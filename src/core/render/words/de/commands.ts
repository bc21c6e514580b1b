import type { CommandLine } from "../../../commands/answer-comment.ts";
import type { ArgumentProblem, CommandName, Who } from "../../../commands/commands.ts";
import type { Words } from "../words.ts";

const who: Record<Who, string> = {
  anyone: "alle",
  maintainer: "alle mit Schreibrechten",
  "author-or-maintainer": "die Person, die den Pull-Request geöffnet hat, und alle mit Schreibrechten",
  participant:
    "die Person, die den Pull-Request geöffnet hat, angefragte Reviewer und alle mit Schreibrechten",
  "remark-author": "die Person, die den verlinkten Kommentar geschrieben hat, und alle mit Schreibrechten",
};

const summaries: Record<CommandName, string> = {
  help: "die Befehle in der Zusammenfassung dieses Checks auflisten",
  recheck: "den Pull-Request jetzt noch einmal prüfen",
  explain: "die Checks erklären, mit der geltenden Konfiguration",
  insert: "die fehlenden Abschnitte in die Beschreibung einfügen",
  ready: "an die Reviewer übergeben",
  waiting: "an die Person übergeben, die den Pull-Request geöffnet hat",
  snooze: "die Uhr eine Weile anhalten",
  unsnooze: "die Pause vorzeitig beenden",
  due: "sagen, bis wann das Review gebraucht wird",
  skip: "die Beschreibung so akzeptieren; der Check wird neutral und zeigt den Grund",
  resolve: "einen Thread schließen, oder einen Kommentar oder ein Review mit Präfix",
  decision: "eine Entscheidung festhalten, auch mit Zeilen für Options:, Reason: und Revisit:",
};

function sayProblem(command: string, problem: ArgumentProblem): string {
  switch (problem.type) {
    case "no reason":
      return `${command} braucht einen Grund, zum Beispiel \`/async skip Hotfix für den Ausfall\`.`;
    case "no decision":
      return `${command} braucht die Entscheidung selbst, zum Beispiel \`/async decision die Queue bleibt in der Datenbank\`.`;
    case "no link":
      return `${command} braucht den Link eines Kommentars (*Copy link* in dessen Menü).`;
    case "past day":
      return `${command}: „${problem.said}“ ist schon vorbei. Nenne einen späteren Tag.`;
    case "two days":
      return `${command}: „${problem.said}“ kann zwei Tage meinen. Schreibe ${problem.days.map((day) => `\`${day}\``).join(" oder ")}.`;
    case "no day":
      return `${command} braucht ein Datum wie \`2026-11-30\` oder einen Wochentag wie \`Donnerstag\`${isNeither(problem.said)}.`;
    case "no span":
      return `${command} braucht eine Dauer wie \`2 Arbeitstage\` oder einen Tag wie \`bis Donnerstag\` oder \`bis 2026-11-30\`${isNeither(problem.said)}.`;
  }
}

const isNeither = (said: string) => (said === "" ? "" : `; „${said}“ ist keins von beiden`);

function sayLine(line: CommandLine): string {
  switch (line.type) {
    case "in effect":
      return line.argument === ""
        ? `\`/async ${line.command}\` (${line.by})`
        : `\`/async ${line.command}\` ${line.argument} (${line.by})`;
    case "unknown":
      return line.nearest === null
        ? `Unbekannter Befehl ${line.typed}. \`/async help\` listet die Befehle auf.`
        : `Unbekannter Befehl ${line.typed}. Meintest du \`/async ${line.nearest}\`?`;
    case "problem":
      return sayProblem(`\`/async ${line.command}\``, line.problem);
    case "not for you":
      return `\`/async ${line.command}\` ist nur für ${who[line.who]}.`;
    case "not allowed":
      return `\`/async ${line.command}\` war nicht erlaubt.`;
    case "edited by another":
      return `Ein Befehl von ${line.by} wurde von jemand anderem bearbeitet und zählt nicht mehr.`;
    case "edited later":
      return `Ein Befehl von ${line.by} wurde nachträglich bearbeitet und zählt nicht mehr. Schreibe ihn in einen neuen Kommentar.`;
  }
}

export const commands: Words["commands"] = {
  line: sayLine,
  columns: { command: "Befehl", does: "Wirkung", for: "Wer" },
  summaries,
  who,
};
