import type { Probot } from "probot";
import type { Payload } from "./payload.ts";
import { type IntakeParts, receiveDelivery } from "./receive-delivery.ts";

/** Hands every verified delivery of a Probot app to the queue; it is answered when it is durably stored. */
export function registerWebhooks(app: Pick<Probot, "onAny">, parts: IntakeParts): void {
  app.onAny(({ id, name, payload }) =>
    receiveDelivery({ id, name, payload: payload as unknown as Payload }, parts),
  );
}
