import { z } from "zod";

/**
 * What zod's schema cannot say about a value, for the parser only: nothing of it is in the exported JSON
 * schema.
 */
export interface Expectation {
  /** Completes "expected …": the values that are allowed, with an example. */
  expected?: string;
  /**
   * A check of the meaning, once the shape is right: null when fine, else the reason in a few words ("" when
   * the expectation says it all), as a function when it is slow to find.
   */
  check?: (value: string) => string | (() => string) | null;
  /** How many values a check weighs: what is slow to check is allowed less often in one file. */
  cost?: number;
  /**
   * A map that counts as a whole: with one of its keys broken it is left out, because the rest would mean
   * something else.
   */
  wholeOnly?: true;
}

/** By schema; only the parser asks it. */
export const expectations = z.registry<Expectation>();
