import type { Octokit } from "@octokit/core";
import type { OctokitOptions } from "@octokit/core/types";
import { GitHubError } from "../../reconcile/ports/github-error.ts";
import type { ClientOptions } from "./options.ts";
import { describeCall } from "./describe-call.ts";

/** Pauses before the second and third try. Longer waits are the queue's: a worker is not held for them. */
const pauses = [250, 1_000];

/**
 * An Octokit plug-in: sends a request again when GitHub gave no usable answer, but only if doing it twice is
 * harmless. A create may have been stored although its answer was lost: repeating it blindly is how duplicate
 * comments come about.
 */
export function repeatIdempotent(octokit: Octokit, options: OctokitOptions): void {
  const { timing }: ClientOptions = options.client;
  octokit.hook.wrap("request", async (request, sent) => {
    for (const pause of describeCall(sent).idempotent ? pauses : []) {
      try {
        return await request(sent);
      } catch (error) {
        if (!mayPass(error)) throw error;
        await timing.sleep(pause);
      }
    }
    return request(sent);
  });
}

function mayPass(error: unknown): boolean {
  return error instanceof GitHubError && error.reason === "unavailable" && error.retryAt === null;
}
