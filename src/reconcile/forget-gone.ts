import type { GitHub, Queue } from "./ports.ts";
import { GitHubError } from "./ports/github-error.ts";
import type { ReconcileLog } from "./parts.ts";

interface Parts {
  github: Pick<GitHub, "listInstallations" | "listRepositories">;
  queue: Pick<Queue, "listRepositories" | "forget">;
  log: ReconcileLog;
}

/**
 * Forgets what the app no longer looks after, even if the delivery that said so was lost: nothing is kept for
 * longer than a day after the app was removed. Costs one request, and one for each installation.
 */
export async function forgetGone({ github, queue, log }: Parts): Promise<void> {
  // The rows come first, so that nothing added meanwhile is among them.
  const known = Map.groupBy(await queue.listRepositories(), ({ installationId }) => installationId);
  if (known.size === 0) return;
  const installed = new Set<number>();
  for await (const ids of github.listInstallations()) for (const id of ids) installed.add(id);
  for (const [installationId, rows] of known) {
    if (!installed.has(installationId)) {
      await queue.forget({ installationId });
      continue;
    }
    try {
      const covered = new Set<number>();
      for await (const page of github.listRepositories(installationId))
        for (const { id } of page) covered.add(id);
      const gone = rows.filter(({ repositoryId }) => !covered.has(repositoryId));
      for (const { repositoryId } of gone) await queue.forget({ installationId, repositoryId });
    } catch (err) {
      // The others do not wait for it; it is tried again tomorrow.
      if (!(err instanceof GitHubError)) throw err;
      log.warn({ err, installationId }, "Couldn't read which repositories an installation covers");
    }
  }
}
