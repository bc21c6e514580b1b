import type { WebhookEvent, World } from "../state/world.ts";
import { buildPayload } from "./build-payload.ts";

export interface WorkflowEvent {
  /** The webhook's name: `pull_request`, which starts `pull_request_target` too. */
  event: string;
  action: string | null;
  payload: Record<string, unknown>;
}

/**
 * Events in repositories in the form of a workflow run's event file: a webhook's payload without an
 * installation.
 */
export class WorkflowEvents {
  #world: World;
  #kept: WorkflowEvent[] | null = null;

  constructor(world: World) {
    this.#world = world;
  }

  /** Nothing is kept before the first read, because payloads are built at once and most tests need none. */
  list(): readonly WorkflowEvent[] {
    this.#kept ??= [];
    return this.#kept;
  }

  accept(event: WebhookEvent): void {
    if (this.#kept === null || event.repository === null) return;
    const { event: name, action } = event;
    this.#kept.push({ event: name, action, payload: buildPayload(this.#world, event, null) });
  }
}
