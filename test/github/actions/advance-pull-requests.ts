import { listPullRequests } from "../state/find.ts";
import type { PullRequest } from "../state/pull-request.ts";
import type { World } from "../state/world.ts";
import { mergeFiles, type NewFile } from "./changed-files.ts";
import { emitPullRequest, record, touch } from "./emit-pull-request.ts";
import type { Push } from "./push-commits.ts";

/** The heads of open pull requests follow a push to their branch: `pull_request.synchronize` for each. */
export function advancePullRequests(world: World, push: Push): void {
  const following = listPullRequests(world.state).filter(
    (one) => one.state === "open" && one.headRepository === push.repository && one.headRef === push.branch,
  );
  for (const pullRequest of following) advance(world, pullRequest, push);
}

function advance(world: World, pullRequest: PullRequest, push: Push): void {
  const before = pullRequest.headSha;
  const shas = push.commits.map((commit) => commit.sha);
  pullRequest.headSha = push.after;
  pullRequest.commitShas = push.forced ? shas : [...pullRequest.commitShas, ...shas];
  pullRequest.files = mergeFiles(push.forced ? [] : pullRequest.files, push.files ?? []);
  if (push.outdate ?? true) outdateThreads(world, pullRequest, push.files ?? []);
  touch(world, pullRequest);
  if (push.forced) {
    const shas = { beforeSha: before, afterSha: push.after };
    record(world, pullRequest, { kind: "HeadRefForcePushedEvent", actor: push.by, ...shas });
  }
  emitPullRequest(world, pullRequest, "synchronize", push.by, { before, after: push.after });
}

function outdateThreads(world: World, pullRequest: PullRequest, files: NewFile[]): void {
  const touched = new Set(files.map((file) => file.path));
  for (const thread of pullRequest.threads.filter((one) => touched.has(one.path))) {
    thread.isOutdated = true;
    thread.line = null;
    thread.updatedAt = world.clock.now();
  }
}
