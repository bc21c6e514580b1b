import picocolors from "picocolors";

/** Colours on a terminal only: picocolors alone would also colour what a CI's log or a pipe reads. NO_COLOR is respected. */
export const colors = picocolors.createColors(process.stdout.isTTY === true && picocolors.isColorSupported);
