import type { NamedLooks } from "../named-look.ts";
import type { Payload } from "../payload.ts";
import { findPullRequestLooks, pullRequestActions } from "./pull-request.ts";

/** An event that the app listens to. */
export interface WebhookEvent {
  /** Those that ask for a look; null when the event has none. */
  actions: readonly string[] | null;
  findLooks(payload: Payload, deliveryId: string): NamedLooks;
}

const pullRequestEvents = Object.fromEntries(
  Object.entries(pullRequestActions).map(([event, actions]) => [
    event,
    { actions, findLooks: findPullRequestLooks },
  ]),
);

/** Every event that asks for something: one line each. */
export const events: Record<string, WebhookEvent> = {
  ...pullRequestEvents,
};
