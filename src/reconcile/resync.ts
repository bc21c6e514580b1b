import type { GitHub, Look, Queue } from "./ports.ts";

/**
 * Looks at every open pull request of every installation: after the database was lost this restores all
 * wake-ups, since GitHub is the source of truth. Costs one request an installation, one a repository and one
 * a pull request, spread.
 */
export async function resync({
  github,
  queue,
}: {
  github: GitHub;
  queue: Pick<Queue, "look">;
}): Promise<number> {
  let installations = 0;
  for await (const ids of github.listInstallations()) {
    installations += ids.length;
    await queue.look(
      ids.map(
        (installationId): Look => ({
          subject: { kind: "installation", installationId, reason: "resync" },
          fence: null,
          intents: [],
          notBefore: null,
        }),
      ),
    );
  }
  return installations;
}
