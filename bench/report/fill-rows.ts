import pino from "pino";
import type { KeptLife } from "../../src/core/report/history/keep-life.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { emptyMemory, type Look } from "../../src/reconcile/ports.ts";
import type { GitHub } from "../../test/github/driver/github.ts";
import { nodeId } from "../../test/github/state/node-id.ts";
import { config } from "./fill.ts";

/**
 * A repository of `count` closed pull requests, and a server's database with a row for each. The given lives
 * are used in turn.
 */
export async function fillRows(
  github: GitHub,
  fullName: string,
  { count, lives, dataDir }: { count: number; lives: readonly KeptLife[]; dataDir: string },
): Promise<void> {
  const repository = github.createRepository(fullName, { files: { ".github/async.yml": config } });
  const rows = new Map<number, KeptLife>();
  for (let number = 1; number <= count; number += 1) {
    const opened = repository.openPullRequest({ author: "alice", title: "Change", body: "Change" });
    opened.merge("alice");
    // A list is read up to the newest instant of the last run, so each pull request has its own instant.
    github.clock.advance("PT1M");
    const { life, ...kept } = lives[number % lives.length]!;
    rows.set(number, {
      ...kept,
      id: nodeId("PullRequest", opened.state.id),
      updatedAt: "2026-12-31T00:00:00Z",
      life: { ...life, number },
    });
  }
  await github.deliveries.settled();
  const clock = { now: () => github.clock.now() };
  const database = await openDatabase({ dataDir }, { clock, logger: pino({ level: "silent" }) });
  const [owner = "", name = ""] = fullName.split("/");
  const subject = {
    kind: "pull_request" as const,
    installationId: 1,
    repository: { id: repository.state.id, owner, name },
  };
  await database.queue.look(
    [...rows.keys()].map(
      (number): Look => ({
        subject: { ...subject, number },
        minimumVersion: null,
        intents: [],
        notBefore: null,
      }),
    ),
  );
  await database.queue.start(
    async (job) => ({
      type: "done",
      wakeAt: null,
      memory: emptyMemory,
      life: job.subject.kind === "pull_request" ? rows.get(job.subject.number)! : null,
    }),
    { concurrency: 100 },
  );
  while ((await database.queue.count()).pending > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  await database.close();
}
