import { Temporal } from "temporal-polyfill";
import type { Look } from "../../src/reconcile/ports.ts";

const repository = { id: 7, owner: "acme", name: "shop" };

/** A look at a pull request at an instant, with a minimum version as a delivery would have left it. */
export function lookAt(number: number, notBefore: string): Look {
  return {
    subject: { kind: "pull_request", installationId: 3, repository, number },
    minimumVersion: {
      updatedAt: "2026-11-23T09:00:00Z",
      headSha: `${number}`.padStart(40, "a"),
      commentIds: [],
    },
    intents: [],
    notBefore,
  };
}

export function inSeconds(seconds: number): string {
  return Temporal.Now.instant().add({ seconds }).toString({ smallestUnit: "second" });
}

export const clock = { now: () => inSeconds(0) };
