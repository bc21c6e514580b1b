import { type NamedLooks, nothing } from "../named-look.ts";
import { objectAt, type Payload, textAt } from "../payload.ts";
import { findOrigin, lookAtRepository } from "./subjects.ts";

export const repositoryActions = ["renamed", "transferred", "edited"] as const;

/** A new name or owner (rows remember the old one), or another default branch, whose config is a pull request's fallback. */
export function findRepositoryLooks(payload: Payload): NamedLooks {
  const origin = findOrigin(payload);
  if (origin === null) return nothing;
  const isEdited = textAt(payload, "action") === "edited";
  if (isEdited && objectAt(objectAt(payload, "changes"), "default_branch") === null) return nothing;
  return { looks: [lookAtRepository(origin, isEdited ? "config_changed" : "resync")], byHead: [] };
}
