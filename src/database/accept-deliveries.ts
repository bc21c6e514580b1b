import type { Delivery, Look, Queue } from "../reconcile/ports.ts";

/**
 * Stores a delivery and its looks in one transaction, and calls `last` at its end; an error from `last` rolls
 * it back.
 */
type StoreDelivery = (delivery: Delivery, looks: Look[], last: () => void) => Promise<"stored" | "known">;

const takenBack = new Error("Taken back");

/**
 * Accepts deliveries and remembers the last one that could not be stored. A server that isn't ready gets no
 * new deliveries, so only `check` can find out that storing works again: it tries the refused one. Calls
 * `onLooks` when there is something new to look at.
 */
export function acceptDeliveries(store: StoreDelivery, onLooks: () => void): Pick<Queue, "accept" | "check"> {
  let refused: { delivery: Delivery; looks: Look[] } | null = null;
  return {
    async accept(delivery, looks) {
      try {
        const answer = await store(delivery, looks, () => undefined);
        refused = null;
        if (answer === "stored" && looks.length > 0) onLooks();
        return answer;
      } catch (error) {
        refused = { delivery, looks };
        throw error;
      }
    },
    /** Throws while the refused delivery still cannot be stored. */
    async check() {
      if (refused === null) return;
      const { delivery, looks } = refused;
      try {
        await store(delivery, looks, () => {
          throw takenBack;
        });
      } catch (error) {
        if (error !== takenBack) throw error;
      }
      refused = null;
    },
  };
}
