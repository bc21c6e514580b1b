/** A length of time as the config writes it: wall time, or working time when `isBusiness`. */
export interface Duration {
  /** A whole number, 0 or more. */
  amount: number;
  unit: "minute" | "hour" | "day";
  isBusiness: boolean;
}

const pattern = /^(\d{1,9}) (business )?(minute|hour|day)s?$/;

/**
 * Reads `15 minutes`, `4 hours`, `2 business hours`, `1 business day`. Null for anything else. Business time
 * has no minutes.
 */
export function parseDuration(text: string): Duration | null {
  const match = pattern.exec(text.trim());
  if (match === null) return null;
  const [, amount, business, unit] = match;
  if (business !== undefined && unit === "minute") return null;
  return { amount: Number(amount), unit: unit as Duration["unit"], isBusiness: business !== undefined };
}

/** Longer than anybody waits: more than 10,000 hours or 2,000 days. */
export function isTooLong({ amount, unit }: Duration): boolean {
  return amount > { minute: 600_000, hour: 10_000, day: 2_000 }[unit];
}
