/**
 * GitHub's documented limits for each installation, and how close to them we go.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
export interface RequestLimits {
  /**
   * Reads under way at once. GitHub allows 100 requests, REST and GraphQL together; the rest is for writes
   * and pages.
   */
  concurrentReads: number;
  /** Points a minute. A read costs one, a write five. */
  restPoints: number;
  graphqlPoints: number;
  /**
   * Content that notifies people, per minute and per hour. GitHub also counts clicks in the browser, so we
   * stay below.
   */
  notificationsPerMinute: number;
  notificationsPerHour: number;
  /**
   * GitHub asks for a second between writes when there are many. This many go at once, then one every
   * `writeSpacing` milliseconds.
   */
  writeBurst: number;
  writeSpacing: number;
  /** In milliseconds. A request that would wait longer fails with `retryAt`; the queue retries then. */
  longestWait: number;
}

/** What production uses. */
export const defaultLimits: RequestLimits = {
  concurrentReads: 90,
  restPoints: 900,
  graphqlPoints: 2_000,
  notificationsPerMinute: 75,
  notificationsPerHour: 480,
  writeBurst: 30,
  writeSpacing: 1_000,
  longestWait: 5_000,
};
