import type { Probot } from "probot";
import { Temporal } from "temporal-polyfill";
import type { Instant } from "../core/pull-request.ts";
import type { Clock, Look, Queue } from "../reconcile/ports.ts";
import { type AppIdentity, findLooks, type ReceivedDelivery } from "./find-looks.ts";
import { IntakeError } from "./intake-error.ts";
import type { LookByHead, RequestedLooks } from "./looks.ts";
import { type Payload, textAt } from "./payload.ts";

interface IntakeDependencies {
  queue: Pick<Queue, "accept" | "findByHead">;
  /** Called for every delivery, because the slug may become known later. */
  app(): AppIdentity;
  clock: Clock;
}

/**
 * What became of an accepted delivery: stored, known (GitHub sent it again), or ignored (it requests
 * nothing).
 */
type Reception = "stored" | "known" | "ignored";

/**
 * Milliseconds that a delivery may wait for the database. GitHub waits ten seconds, and a 503 in its delivery
 * log says more than no answer.
 */
const storeTimeoutMs = 8000;

/**
 * How long a commit's `check_suite.requested` waits for the pull request's own event, which says more and
 * nearly always comes too. Without the pause, a push whose `check_suite` arrives first would be looked at
 * twice.
 */
const unseenPause = { seconds: 10 };

/**
 * Takes one verified delivery: finds the subjects to look at and stores them. Resolves when they are durable,
 * or when there is nothing to store. Throws an `IntakeError`: 400 when a field has the wrong type; 503 when
 * the database does not answer, so that GitHub records a failure and the delivery can be sent again.
 */
export async function receiveDelivery(
  delivery: ReceivedDelivery,
  dependencies: IntakeDependencies,
): Promise<Reception> {
  const named = findLooks(delivery, dependencies.app());
  if (named.looks.length === 0 && named.byHead.length === 0) return "ignored";
  try {
    return await withinTimeout(storeDelivery(delivery, named, dependencies));
  } catch (cause) {
    throw new IntakeError("Couldn't store the delivery; send it again later.", { status: 503, cause });
  }
}

async function storeDelivery(
  delivery: ReceivedDelivery,
  named: RequestedLooks,
  { queue, clock }: IntakeDependencies,
): Promise<Reception> {
  const found = await Promise.all(named.byHead.map((look) => listLooksByHead(look, queue)));
  const receivedAt = clock.now();
  const looks = [...named.looks, ...found.flat()].map((look) => pauseIfUnseen(look, receivedAt));
  if (looks.length === 0) return "ignored";
  const action = textAt(delivery.payload, "action");
  return queue.accept({ id: delivery.id, event: delivery.name, action, receivedAt }, looks);
}

function pauseIfUnseen(look: Look, now: Instant): Look {
  if (look.onlyIfUnseen !== true) return look;
  return { ...look, notBefore: Temporal.Instant.from(now).add(unseenPause).toString() };
}

async function listLooksByHead(
  { repository, headSha, intents, onlyIfUnseen }: LookByHead,
  queue: Pick<Queue, "findByHead">,
): Promise<Look[]> {
  const subjects = await queue.findByHead(repository.id, headSha);
  const minimumVersion = { updatedAt: null, headSha, commentIds: [] };
  return subjects.map((subject) => ({
    subject,
    minimumVersion,
    intents,
    ...(onlyIfUnseen && { onlyIfUnseen }),
    notBefore: null,
  }));
}

async function withinTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The database didn't answer in time.")), storeTimeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export interface WebhookDependencies extends IntakeDependencies {
  /** Called for every answered delivery. "failed": answered with 503, because it could not be stored. */
  countDelivery(delivery: { event: string; outcome: Reception | "failed" }): void;
}

/** Hands every verified delivery of a Probot app to the queue, and answers it when it is durably stored. */
export function registerWebhooks(app: Pick<Probot, "onAny">, dependencies: WebhookDependencies): void {
  app.onAny(async ({ id, name, payload }) => {
    try {
      const delivery = { id, name, payload: payload as unknown as Payload };
      dependencies.countDelivery({ event: name, outcome: await receiveDelivery(delivery, dependencies) });
    } catch (error) {
      if (!(error instanceof IntakeError && error.status < 500))
        dependencies.countDelivery({ event: name, outcome: "failed" });
      throw error;
    }
  });
}
