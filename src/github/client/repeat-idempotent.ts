import { GitHubError } from "../../reconcile/ports.ts";
import type { Timing } from "./client.ts";
import type { Call } from "./describe-call.ts";

/** Pauses before the second and third try. Longer waits are the queue's: a worker is not held for them. */
const pauses = [250, 1_000];

/**
 * Sends a request again when GitHub gave no usable answer, but only if doing it twice is harmless. A create may have been
 * stored although its answer was lost: repeating it blindly is how duplicate comments come about.
 */
export async function repeatIdempotent<T>(call: Call, timing: Timing, send: () => Promise<T>): Promise<T> {
  for (const pause of call.idempotent ? pauses : []) {
    try {
      return await send();
    } catch (error) {
      if (!mayPass(error)) throw error;
      await timing.sleep(pause);
    }
  }
  return send();
}

function mayPass(error: unknown): boolean {
  return error instanceof GitHubError && error.reason === "unavailable" && error.retryAt === null;
}
