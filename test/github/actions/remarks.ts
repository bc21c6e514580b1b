import type { Account } from "../state/model.ts";
import type { PullRequest, ReactionContent, Remark } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";

/** The initial fields of every comment and review. */
export function newRemark(world: World, pullRequest: PullRequest, author: Account, body: string): Remark {
  const now = world.clock.now();
  return {
    id: world.nextId(),
    pullRequest,
    author,
    viaApp: author === world.app.bot,
    body,
    createdAt: now,
    updatedAt: now,
    lastEditedAt: null,
    editor: null,
    edits: 0,
    minimizedReason: null,
    reactions: [],
  };
}

/** Changes the text. Returns false when it is the same text. */
export function editRemark(world: World, remark: Remark, body: string, by: Account): boolean {
  if (remark.body === body) return false;
  const now = world.clock.now();
  Object.assign(remark, { body, editor: by, lastEditedAt: now, updatedAt: now, edits: remark.edits + 1 });
  return true;
}

/**
 * One reaction of a kind per person: adding it again changes nothing (sources.md §4). No webhook reports it.
 */
export function react(world: World, remark: Remark, content: ReactionContent, user: Account): void {
  if (remark.reactions.some((one) => one.user === user && one.content === content)) return;
  remark.reactions.push({ id: world.nextId(), user, content, createdAt: world.clock.now() });
}
