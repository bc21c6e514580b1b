import { Temporal } from "temporal-polyfill";
import type { Instant } from "../core/pull-request.ts";
import type { MinimumVersion, Job, Look, Outcome, Queue, Subject } from "./ports.ts";
import type { ReconcileParts } from "./parts.ts";

type FanOutSubject = Extract<Subject, { kind: "repository" | "installation" }>;

/**
 * Pause between two looks of a fan-out, so that a large repository does not use up the rate limit in a burst.
 */
const pauseBetween = { milliseconds: 500 };

/**
 * Fans out: a repository to its open pull requests, an installation to its repositories, spread over time. A
 * subject that is said to be gone is forgotten, unless GitHub still has it: its deliveries arrive in any
 * order.
 */
export function createFanOut({
  github,
  queue,
  clock,
}: Pick<ReconcileParts, "github" | "clock"> & { queue: Pick<Queue, "look" | "forget"> }) {
  return async (job: Job & { subject: FanOutSubject }): Promise<Outcome> => {
    const { subject } = job;
    const spread = createSpread(clock.now());
    if (subject.reason === "stop" && !(await github.isCovered(subject))) {
      const { installationId } = subject;
      await queue.forget(
        subject.kind === "repository"
          ? { installationId, repositoryId: subject.repository.id }
          : { installationId },
      );
      return { type: "gone" };
    }
    if (subject.kind === "repository") {
      for await (const open of github.listOpenPullRequests(subject)) {
        const { installationId, repository } = subject;
        await queue.look(
          open.map(({ number }) =>
            toLook(
              { kind: "pull_request", installationId, repository, number },
              job.minimumVersion,
              spread(),
            ),
          ),
        );
      }
    } else {
      for await (const repositories of github.listRepositories(subject.installationId)) {
        const { installationId } = subject;
        const reason = subject.reason === "stop" ? "resync" : subject.reason;
        await queue.look(
          repositories
            .filter(({ isArchived }) => !isArchived)
            .map(({ id, owner, name }) =>
              toLook(
                { kind: "repository", installationId, repository: { id, owner, name }, reason },
                job.minimumVersion,
                spread(),
              ),
            ),
        );
      }
    }
    return { type: "done", wakeAt: null, memory: { ...job.memory, staleReads: 0 } };
  };
}

/** Keeps the fan-out's own minimum version: what a push says of the config holds for each pull request. */
function toLook(subject: Subject, minimumVersion: MinimumVersion | null, notBefore: Instant): Look {
  return { subject, minimumVersion, intents: [], notBefore };
}

function createSpread(now: Instant): () => Instant {
  let next = Temporal.Instant.from(now);
  return () => {
    const instant = next;
    next = next.add(pauseBetween);
    return instant.toString();
  };
}
