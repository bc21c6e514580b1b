import { shapeAccount } from "../shapes/shape-account.ts";
import type { Account } from "../state/model.ts";
import type { PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { emitPullRequest, touch } from "./emit-pull-request.ts";

/** `pull_request.assigned`, with the person. */
export function assign(world: World, pullRequest: PullRequest, assignee: Account, by: Account): void {
  if (pullRequest.assignees.includes(assignee)) return;
  pullRequest.assignees.push(assignee);
  touch(world, pullRequest);
  emitPullRequest(world, pullRequest, "assigned", by, { assignee: shapeAccount(world, assignee) });
}

/** `pull_request.unassigned`, with the person. */
export function unassign(world: World, pullRequest: PullRequest, assignee: Account, by: Account): void {
  if (!pullRequest.assignees.includes(assignee)) return;
  pullRequest.assignees = pullRequest.assignees.filter((one) => one !== assignee);
  touch(world, pullRequest);
  emitPullRequest(world, pullRequest, "unassigned", by, { assignee: shapeAccount(world, assignee) });
}
