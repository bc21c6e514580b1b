import type { Deliveries } from "../../github/webhooks/deliveries.ts";
import type { Delivery } from "../../github/webhooks/delivery.ts";

/** How deliveries reach the app while a story is told. */
export interface Post {
  begin(): void;
  /** Called after something happened: delivers some of the waiting deliveries. */
  step(): Promise<void>;
  /** Called at the chapter's end: delivers the rest. */
  end(): Promise<void>;
}

/** Delivers everything at once, in order. */
export function createStraightPost(deliveries: Deliveries): Post {
  return { begin() {}, step: () => deliveries.settled(), end: () => deliveries.settled() };
}

/**
 * Delivers late, in any order, several times, and several at once; some are first lost and come later.
 * `fate`, an endless row of numbers, decides.
 */
export function createCrookedPost(deliveries: Deliveries, fate: () => number): Post {
  const delivered = new Set<Delivery>();
  const waiting = () => deliveries.held.filter((delivery) => !delivered.has(delivery));
  const send = async (chosen: Delivery[]) => {
    for (const delivery of chosen) delivered.add(delivery);
    if (fate() % 2 === 0) await Promise.all(chosen.map((delivery) => deliveries.redeliver(delivery)));
    else for (const delivery of chosen) await deliveries.redeliver(delivery);
  };
  const pick = (from: readonly Delivery[], count: number) =>
    Array.from({ length: from.length === 0 ? 0 : count }, () => from[fate() % from.length]!);
  return {
    begin: () => deliveries.hold(),
    async step() {
      await send(pick(waiting(), fate() % 3));
      // A delivery may come again.
      await send(pick([...delivered], fate() % 2));
    },
    async end() {
      // The app's own writes cause new deliveries meanwhile.
      while (waiting().length > 0) {
        const rest = waiting();
        const order = rest.map((delivery) => ({ delivery, rank: fate() })).sort((a, b) => a.rank - b.rank);
        await send(order.map(({ delivery }) => delivery));
        await send(pick(rest, fate() % 2));
      }
      await deliveries.release(() => []);
    },
  };
}
