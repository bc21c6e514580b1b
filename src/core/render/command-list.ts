import { whoInWords } from "../commands/is-allowed.ts";
import { commands } from "../commands/index.ts";

/** What `/async help` shows in the review check's summary. */
export function renderCommandList(): string {
  const rows = commands.map(({ usage, summary, who }) => {
    return `| \`${usage.replaceAll("|", "\\|")}\` | ${summary} | ${whoInWords[who]} |`;
  });
  return ["| Command | What it does | For |", "|---|---|---|", ...rows].join("\n");
}
