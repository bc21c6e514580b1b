const hour = 60 * 60 * 1000;

/**
 * GitHub Enterprise Server sends a delivery again for up to seven days, github.com for three; one day to
 * spare.
 */
export const keepDeliveriesFor = 8 * 24 * hour;

/** How often older ones are forgotten. */
export const prunePause = hour;
