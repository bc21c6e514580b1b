import type { TurnsConfig } from "../config/schema/turns-schema.ts";
import {
  findEarliest,
  type Instant,
  isPutOnByPerson,
  listLabelEvents,
  type PullRequest,
} from "../pull-request.ts";
import type { PlannedLabel } from "../planned.ts";
import type { Turn, TurnsVerdict } from "./turns.ts";

/** Did somebody remove the label while its condition held? Then it stays off until that was false once. */
function isRefused(name: string, since: Instant, { timeline }: Pick<PullRequest, "timeline">): boolean {
  return listLabelEvents(timeline, name).some(
    ({ type, actorIsOurs, createdAt }) => type === "unlabeled" && !actorIsOurs && createdAt >= since,
  );
}

/**
 * The labels that say whose turn it is, as far as the config has them. None is wanted when nobody has a turn,
 * as after closing. An unwanted label that a person added is left alone, because it is theirs.
 */
export function planTurnLabels(
  { turns }: Pick<TurnsVerdict, "turns">,
  names: TurnsConfig["labels"],
  pullRequest: Pick<PullRequest, "labels" | "timeline">,
): PlannedLabel[] {
  const sinceOf = (...roles: Turn["role"][]) =>
    findEarliest(turns.map((turn) => (roles.includes(turn.role) ? turn.since : null)));
  const overdue = findEarliest(turns.map(({ isOverdue, due }) => (isOverdue ? due : null)));
  const all = [
    {
      name: names.author,
      color: "fbca04",
      description: "The author has the next move",
      since: sinceOf("author", "queue"),
    },
    {
      name: names.reviewer,
      color: "1d76db",
      description: "A reviewer has the next move",
      since: sinceOf("reviewer"),
    },
    {
      name: names.overdue,
      color: "d93f0b",
      description: "Somebody's move is past its target",
      since: overdue,
    },
  ];
  return all.flatMap(({ name, since, ...look }) => {
    if (name === false || (since === null && isPutOnByPerson(name, pullRequest))) return [];
    return [{ name, ...look, wanted: since !== null && !isRefused(name, since, pullRequest) }];
  });
}
