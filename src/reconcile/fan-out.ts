import { Temporal } from "temporal-polyfill";
import type { Instant } from "../core/pull-request.ts";
import type { ReconcileDependencies } from "./dependencies.ts";
import type { FanOutSubject, GitHub, Job, Outcome, Queue, Subject } from "./ports.ts";

/**
 * Pause between two looks of a fan-out, so that a large repository does not use up the rate limit in a burst.
 */
const pauseBetween = { milliseconds: 500 };

/**
 * Fans out: a repository to its open pull requests, an installation to its repositories, spread over time.
 * Each look keeps the fan-out's minimum version, because a push to a config concerns every pull request. A
 * subject that a delivery says is gone is forgotten only if GitHub confirms it: deliveries arrive in any
 * order.
 */
export function createFanOut({
  github,
  queue,
  clock,
}: Pick<ReconcileDependencies, "github" | "clock"> & { queue: Pick<Queue, "look" | "forget"> }) {
  return async ({ subject, minimumVersion, memory }: Job<FanOutSubject>): Promise<Outcome> => {
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
    for await (const subjects of listSubjects(github, subject))
      await queue.look(
        subjects.map((each) => ({ subject: each, minimumVersion, intents: [], notBefore: spread() })),
      );
    return { type: "done", wakeAt: null, memory: { ...memory, staleReads: 0 } };
  };
}

/** The subjects of a fan-out, page by page. Skips archived repositories. */
async function* listSubjects(github: GitHub, subject: FanOutSubject): AsyncIterable<Subject[]> {
  const { installationId } = subject;
  if (subject.kind === "repository") {
    const { repository } = subject;
    for await (const open of github.listOpenPullRequests(subject))
      yield open.map(({ number }) => ({ kind: "pull_request", installationId, repository, number }));
    return;
  }
  const reason = subject.reason === "stop" ? "resync" : subject.reason;
  for await (const repositories of github.listRepositories(installationId))
    yield repositories
      .filter(({ isArchived }) => !isArchived)
      .map(({ id, owner, name }) => ({
        kind: "repository",
        installationId,
        repository: { id, owner, name },
        reason,
      }));
}

function createSpread(now: Instant): () => Instant {
  let next = Temporal.Instant.from(now);
  return () => {
    const instant = next;
    next = next.add(pauseBetween);
    return instant.toString();
  };
}
