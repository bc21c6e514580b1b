/**
 * Pauses after the first, second … failure in a row, in seconds: short while it may be a hiccup, then out of
 * the way.
 */
const pauses = [2, 5, 10, 20, 60, 5 * 60, 15 * 60];
const hour = 60 * 60;

/**
 * After so many failures in a row, about four hours, a subject is given up, unless nobody could be asked: it
 * waits for the next event instead of for the clock.
 */
export const maxFailures = 12;

/** How long to wait after that many failures in a row, in milliseconds. */
export function pauseAfterFailure(failures: number): number {
  return (pauses[failures - 1] ?? hour) * 1000;
}
