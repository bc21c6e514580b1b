import type { EffectiveConfig } from "../config/effective.ts";
import type { Observation } from "../observation.ts";
import { quoteMessage } from "../text/quote-text.ts";
import { joinWords } from "./words.ts";

/** The lines under the description check's table: what merging waits for, config problems, blindness. */
export function renderNotes(input: {
  observation: Observation;
  effective: EffectiveConfig;
  /** About slash commands, when no other check shows them. */
  commandLines: readonly string[];
  /** The list of commands, when somebody asked for it and no other check shows it; "" otherwise. */
  help: string;
}): string[] {
  const { effective, observation, commandLines, help } = input;
  return [
    commandLines.map((line) => `- ${line}`).join("\n"),
    help,
    renderConfigProblems(effective),
    renderBlind(observation.blind),
  ].filter((note) => note !== "");
}

function renderConfigProblems({ problems }: EffectiveConfig): string {
  if (problems.length === 0) return "";
  const lines = problems.slice(0, 10).map(({ source, file, place, message, fallback }) => {
    const whose = source === "organisation" ? "the organisation's " : "";
    const position = place.line > 0 ? `:${place.line}:${place.column}` : "";
    return `- ${whose}\`${file}${position}\`: ${quoteMessage(message, 400)}${fallback === "" ? "" : ` ${quoteMessage(fallback, 200)}`}`;
  });
  const more = problems.length > lines.length ? [`- … and ${problems.length - lines.length} more`] : [];
  return ["Parts of the configuration can't be used:", "", ...lines, ...more].join("\n");
}

function renderBlind(blind: string[]): string {
  if (blind.length === 0) return "";
  return `The app can't read ${joinWords(blind)}; what depends on it is skipped.`;
}
