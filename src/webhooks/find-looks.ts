import type { AppIdentity } from "./app-identity.ts";
import { events } from "./events/index.ts";
import { isEcho } from "./is-echo.ts";
import { type NamedLooks, nothing } from "./named-look.ts";
import { type Payload, textAt } from "./payload.ts";

/** A verified delivery, as it came. */
export interface ReceivedDelivery {
  /** `X-GitHub-Delivery`. */
  id: string;
  /** `X-GitHub-Event`. */
  name: string;
  payload: Payload;
}

/**
 * Which subjects a delivery is about. Nothing is decided from a payload: it only says where to look, and how
 * new what is seen there has to be. Unknown events and actions, and our own echoes, ask for nothing. Throws
 * an `IntakeError` (400) when a field that it reads has another type than GitHub sends.
 */
export function findLooks(delivery: ReceivedDelivery, app: AppIdentity): NamedLooks {
  const event = Object.hasOwn(events, delivery.name) ? events[delivery.name] : undefined;
  if (event === undefined || isEcho(delivery.name, delivery.payload, app)) return nothing;
  const action = textAt(delivery.payload, "action");
  if (event.actions !== null && !(event.actions as readonly (string | null)[]).includes(action))
    return nothing;
  return event.findLooks(delivery.payload, delivery.id);
}
