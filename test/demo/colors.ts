import picocolors from "picocolors";

export type Colors = ReturnType<typeof picocolors.createColors>;

/**
 * Colours on a terminal only (and not under NO_COLOR): picocolors alone would also colour a CI's log file.
 */
export function createColors(output: { isTTY?: boolean }, environment: NodeJS.ProcessEnv): Colors {
  return picocolors.createColors(output.isTTY === true && !environment.NO_COLOR);
}
