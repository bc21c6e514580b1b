import fc from "fast-check";
import { vi } from "vitest";

/**
 * The settings of every property test. The seed is random unless `FC_SEED` is set, as in continuous
 * integration, where a commit's verdict must not depend on chance. `FC_PATH` repeats the case that fast-check
 * printed.
 */
const { FC_SEED: seed, FC_PATH: path, FC_TIMES } = process.env;

/** `FC_TIMES`: the factor for each property's number of cases and time. */
export const times = Number(FC_TIMES || 1);
if (!Number.isInteger(times) || times < 1)
  throw new Error(`FC_TIMES=${FC_TIMES}: expected a whole number from 1`);

fc.configureGlobal({
  numRuns: 100 * times,
  ...(seed ? { seed: Number(seed) } : {}),
  ...(path ? { path } : {}),
});
if (times > 1) vi.setConfig({ testTimeout: 30_000 * times });

/**
 * For a property with long cases: fast-check stops after this many milliseconds, times `FC_TIMES`, and prints
 * the smallest counterexample so far. A test that times out prints nothing.
 */
export const within = (milliseconds: number) => ({
  interruptAfterTimeLimit: milliseconds * times,
  markInterruptAsFailure: true,
});
