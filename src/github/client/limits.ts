/**
 * GitHub's documented limits, which hold for each installation, and how near we go to them.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
export interface Limits {
  /**
   * Reads under way at once. GitHub: 100 requests, REST and GraphQL together; the rest is for writes and
   * pages.
   */
  concurrentReads: number;
  /** Points a minute; a read is one, a write five. */
  restPoints: number;
  graphqlPoints: number;
  /**
   * Content that notifies people, a minute and an hour. GitHub counts clicks in the browser too, so we stay
   * below.
   */
  notificationsPerMinute: number;
  notificationsPerHour: number;
  /**
   * GitHub asks for a second between writes for "a large number" of them. So this many may go at once, and
   * after that one in each `writeSpacing` milliseconds.
   */
  writeBurst: number;
  writeSpacing: number;
  /**
   * Milliseconds. A request that would have to wait longer is refused with an instant, and the queue waits
   * instead.
   */
  longestWait: number;
}

/** What production uses. */
export const defaultLimits: Limits = {
  concurrentReads: 90,
  restPoints: 900,
  graphqlPoints: 2_000,
  notificationsPerMinute: 75,
  notificationsPerHour: 480,
  writeBurst: 30,
  writeSpacing: 1_000,
  longestWait: 5_000,
};
