import { z } from "zod";
import { matchesPath } from "../../config/patterns/matches-path.ts";
import { visibleText } from "../readable-text.ts";
import { defineRule } from "./rule.ts";

/** Ways to say how a change is undone, or that it cannot be. */
const undo =
  /\b(?:revert\w*|roll(?:ed|ing|s)?[ -]?backs?|un-?do(?:ne|ing)?|back(?:ed|ing)?[ -]?outs?|restor\w+|downgrad\w+|down[ -]migration\w*|(?:feature|kill)[ -]?(?:flag|switch)\w*|switch(?:ed)? off|turn(?:ed)? off|disabl\w+|(?:ir)?reversibl\w+|backups?)\b|rückgängig|zurück|annul|rétabl|retour arrière|revert|deshacer|desfazer|ripristin|terugdraai|wycof|откат|вернуть|回滚|撤销|恢复|ロールバック|切り戻|元に戻|롤백|되돌/i;

export const rollback = defineRule({
  id: "rollback",
  summary: "When risky files change, the risk section says how to undo the change.",
  level: "warning",
  options: {
    paths: z.array(z.string()).default(["**/migrations/**"]).describe("Globs of the risky files."),
  },
  check({ input, parsed, sections, options }) {
    const file = input.files.find(({ path }) => matchesPath(options.paths, path));
    if (file === undefined) return [];
    const risk = sections.find(({ section }) => section.id === "risk");
    const text = risk?.line == null ? visibleText(parsed) : risk.content.map((part) => part.text).join("\n");
    if (
      undo.test(
        risk?.heading == null
          ? text
          : `${text}\n${/roll|revert|undo/i.test(risk.heading.text) ? risk.heading.text : ""}`,
      )
    )
      return [];
    return [
      {
        section: risk === undefined ? null : "risk",
        message: `\`${file.path}\` is hard to undo and nothing says how; expected a way back in the risk section`,
        hint: "If it cannot be undone, saying why that is fine is enough.",
        line: risk?.line ?? null,
      },
    ];
  },
});
