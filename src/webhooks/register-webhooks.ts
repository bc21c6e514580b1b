import type { Probot } from "probot";
import { IntakeError } from "./intake-error.ts";
import type { Payload } from "./payload.ts";
import { type IntakeParts, type Reception, receiveDelivery } from "./receive-delivery.ts";

export interface WebhookParts extends IntakeParts {
  /** Told of every delivery that is answered; "failed": with 503, since it could not be stored. */
  countDelivery(delivery: { event: string; outcome: Reception | "failed" }): void;
}

/** Hands every verified delivery of a Probot app to the queue; it is answered when it is durably stored. */
export function registerWebhooks(app: Pick<Probot, "onAny">, parts: WebhookParts): void {
  app.onAny(async ({ id, name, payload }) => {
    try {
      const delivery = { id, name, payload: payload as unknown as Payload };
      parts.countDelivery({ event: name, outcome: await receiveDelivery(delivery, parts) });
    } catch (error) {
      if (!(error instanceof IntakeError && error.status < 500))
        parts.countDelivery({ event: name, outcome: "failed" });
      throw error;
    }
  });
}
