import type { TurnsConfig } from "../config/schema-turns.ts";
import type { PlannedLabel } from "../plan/plan.ts";
import type { TurnsVerdict } from "./verdict.ts";

/** The labels that say whose turn it is, as far as the config wants them; all unwanted when nobody has a turn, after closing too. */
export function planTurnLabels({ turns }: TurnsVerdict, names: TurnsConfig["labels"]): PlannedLabel[] {
  const has = (role: string) => turns.some((turn) => turn.role === role);
  const all = [
    {
      name: names.author,
      color: "fbca04",
      description: "The author has the next move",
      wanted: has("author"),
    },
    {
      name: names.reviewer,
      color: "1d76db",
      description: "A reviewer has the next move",
      wanted: has("reviewer"),
    },
    {
      name: names.overdue,
      color: "d93f0b",
      description: "Somebody's move is past its target",
      wanted: turns.some(({ isOverdue }) => isOverdue),
    },
  ];
  return all.flatMap((label) => (label.name === false ? [] : [{ ...label, name: label.name }]));
}
