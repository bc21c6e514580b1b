import type { CommandLine } from "../../../commands/answer-comment.ts";
import type { ArgumentProblem, CommandName, Who } from "../../../commands/commands.ts";
import type { Words } from "../words.ts";

const who: Record<Who, string> = {
  anyone: "alle",
  maintainer: "Personen mit Schreibrechten",
  "author-or-maintainer": "die Person, die den Pull-Request geöffnet hat, und Personen mit Schreibrechten",
  participant:
    "die Person, die den Pull-Request geöffnet hat, angefragte Reviewer und Personen mit Schreibrechten",
  "remark-author":
    "die Person, die den verlinkten Kommentar geschrieben hat, und Personen mit Schreibrechten",
};

const summaries: Record<CommandName, string> = {
  help: "die Befehle in der Zusammenfassung dieses Checks auflisten",
  recheck: "den Pull-Request jetzt noch einmal ansehen",
  explain: "sagen, warum die Checks sagen, was sie sagen, mit der geltenden Konfiguration",
  insert: "die fehlenden Abschnitte in die Beschreibung einfügen",
  ready: "die Reviewer sind am Zug",
  waiting: "die Person, die den Pull-Request geöffnet hat, ist am Zug",
  snooze: "die Uhr eine Weile anhalten",
  unsnooze: "die angehaltene Uhr weiterlaufen lassen",
  due: "sagen, bis wann ein Review gebraucht wird",
  skip: "die Beschreibung lassen, wie sie ist; der Check wird neutral und zeigt den Grund",
  resolve: "einen Kommentar oder Review-Text mit Präfix schließen, oder einen Thread",
  decision: "eine Entscheidung festhalten; Zeilen mit Options:, Reason: und Revisit: können folgen",
};

function sayProblem(command: string, problem: ArgumentProblem): string {
  switch (problem.type) {
    case "no reason":
      return `${command} nennt keinen Grund. Bitte ergänzen, zum Beispiel \`/async skip Hotfix für den Ausfall\`.`;
    case "no decision":
      return `${command} sagt nichts. Bitte ergänzen, was entschieden wurde.`;
    case "no link":
      return `${command} nennt keinen Kommentar. Bitte seinen Link ergänzen (*Copy link* im Menü des Kommentars).`;
    case "past day":
      return `${command} sagt „${problem.said}“, und das ist vorbei. Bitte einen kommenden Tag nennen.`;
    case "two days":
      return `${command} sagt „${problem.said}“, und das kann zwei Tage meinen. Bitte ${problem.days.map((day) => `\`${day}\``).join(" oder ")} schreiben.`;
    case "no day":
      return `${command} sagt ${seen(problem.said)}. Bitte ein Datum wie \`2026-11-30\` oder einen Wochentag wie \`Donnerstag\` nennen.`;
    case "no span":
      return `${command} sagt ${seen(problem.said)}. Bitte eine Dauer wie \`2 Arbeitstage\` nennen, oder \`bis 2026-11-30\`, oder \`bis Donnerstag\`.`;
  }
}

const seen = (said: string) => (said === "" ? "nichts" : `„${said}“`);

function sayLine(line: CommandLine): string {
  switch (line.type) {
    case "in effect":
      return line.argument === ""
        ? `\`/async ${line.command}\` (${line.by})`
        : `\`/async ${line.command}\` ${line.argument} (${line.by})`;
    case "unknown":
      return line.nearest === null
        ? `Unbekannter Befehl ${line.typed}. \`/async help\` listet die Befehle auf.`
        : `Unbekannter Befehl ${line.typed}. Ist \`/async ${line.nearest}\` gemeint?`;
    case "problem":
      return sayProblem(`\`/async ${line.command}\``, line.problem);
    case "not for you":
      return `\`/async ${line.command}\` ist nur für ${who[line.who]}.`;
    case "not allowed":
      return `\`/async ${line.command}\` war nicht erlaubt.`;
    case "edited by another":
      return `Ein Befehl von ${line.by} wurde von jemand anderem bearbeitet und zählt nicht mehr.`;
    case "edited later":
      return `Ein Befehl von ${line.by} wurde bearbeitet, nachdem er angenommen war, und zählt nicht mehr; ein neuer Kommentar zählt.`;
  }
}

export const commands: Words["commands"] = {
  line: sayLine,
  columns: { command: "Befehl", does: "Was er tut", for: "Für" },
  summaries,
  who,
};
