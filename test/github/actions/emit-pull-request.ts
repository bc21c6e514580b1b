import { shapePullRequest } from "../shapes/shape-pull-request.ts";
import type { Account } from "../state/model.ts";
import type { PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";

/** One `pull_request` event with the full object. */
export function emitPullRequest(
  world: World,
  pullRequest: PullRequest,
  action: string,
  sender: Account,
  more: Record<string, unknown> = {},
): void {
  const payload = {
    number: pullRequest.number,
    pull_request: shapePullRequest(world, pullRequest),
    ...more,
  };
  const { repository } = pullRequest;
  world.emit({ event: "pull_request", action, repository, installation: null, sender, payload });
}

/** Bumps `updated_at`: comments, labels, edits, reviews and pushes do; check runs do not. */
export function touch(world: World, pullRequest: PullRequest): void {
  pullRequest.updatedAt = world.clock.now();
}

/** Adds an event to the timeline. */
export function record(
  world: World,
  pullRequest: PullRequest,
  item: Omit<PullRequest["timeline"][number], "id" | "createdAt">,
): void {
  pullRequest.timeline.push({ ...item, id: world.nextId(), createdAt: world.clock.now() });
}
