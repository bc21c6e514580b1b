import { shapeLabel } from "../shapes/shape-label.ts";
import { findLabel } from "../state/find.ts";
import type { Account, Label, Repository } from "../state/model.ts";
import type { PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { emitPullRequest, record, touch } from "./emit-pull-request.ts";

export interface LabelFields {
  name: string;
  color: string;
  description: string | null;
}

/** A new label of the repository: `label.created`. */
export function createLabel(world: World, repository: Repository, given: LabelFields, by: Account): Label {
  const label = { id: world.nextId(), isDefault: false, ...given };
  repository.labels.push(label);
  emitLabel(world, repository, label, "created", by);
  return label;
}

/** Renames or recolours a label: `label.edited` with the previous values. */
export function editLabel(
  world: World,
  repository: Repository,
  label: Label,
  given: Partial<LabelFields>,
  by: Account,
): void {
  const changes: Record<string, unknown> = {};
  for (const key of ["name", "color", "description"] as const) {
    const value = given[key];
    if (value === undefined || value === label[key]) continue;
    changes[key] = { from: label[key] ?? "" };
    Object.assign(label, { [key]: value });
  }
  if (Object.keys(changes).length > 0) emitLabel(world, repository, label, "edited", by, { changes });
}

/** Deletes a label everywhere: `label.deleted`, and `unlabeled` on each pull request that had it. */
export function deleteLabel(world: World, repository: Repository, label: Label, by: Account): void {
  for (const pullRequest of repository.pullRequests.values()) {
    if (pullRequest.labels.includes(label)) removeLabel(world, pullRequest, label, by);
  }
  repository.labels = repository.labels.filter((one) => one !== label);
  emitLabel(world, repository, label, "deleted", by);
}

/**
 * Adds labels. A label that the repository lacks is created, grey and without description (sources.md §6).
 */
export function addLabels(world: World, pullRequest: PullRequest, names: string[], by: Account): void {
  for (const name of names) {
    const { repository } = pullRequest;
    const grey = { name, color: "ededed", description: null };
    const label = findLabel(repository.labels, name) ?? createLabel(world, repository, grey, by);
    if (pullRequest.labels.includes(label)) continue;
    pullRequest.labels.push(label);
    touch(world, pullRequest);
    record(world, pullRequest, { kind: "LabeledEvent", actor: by, label });
    emitPullRequest(world, pullRequest, "labeled", by, { label: shapeLabel(world, repository, label) });
  }
}

/** Removes a label. */
export function removeLabel(world: World, pullRequest: PullRequest, label: Label, by: Account): void {
  pullRequest.labels = pullRequest.labels.filter((one) => one !== label);
  touch(world, pullRequest);
  record(world, pullRequest, { kind: "UnlabeledEvent", actor: by, label });
  const shape = shapeLabel(world, pullRequest.repository, label);
  emitPullRequest(world, pullRequest, "unlabeled", by, { label: shape });
}

function emitLabel(
  world: World,
  repository: Repository,
  label: Label,
  action: "created" | "edited" | "deleted",
  sender: Account,
  more: Record<string, unknown> = {},
): void {
  const payload = { label: shapeLabel(world, repository, label), ...more };
  world.emit({ event: "label", action, repository, installation: null, sender, payload });
}
