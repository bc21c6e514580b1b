/**
 * A delivery that is refused. The sender gets `status` and the message, so the message names nothing
 * internal.
 */
export class IntakeError extends Error {
  override name = "IntakeError";
  readonly status: number;
  /** Seconds after which another try makes sense; null when unknown. */
  readonly retryAfter: number | null;

  constructor(message: string, fields: { status: number; retryAfter?: number; cause?: unknown }) {
    super(message, { cause: fields.cause });
    this.status = fields.status;
    this.retryAfter = fields.retryAfter ?? null;
    // The sender caused it, so a stack of our code is of no use in the log, and anybody could fill the log
    // with it.
    if (fields.status < 500) this.stack = "";
  }

  /**
   * `@octokit/webhooks` attaches the whole delivery to an error, and the log would print it: people's texts,
   * up to 25 MB, for every delivery while the database is down. So it is not kept.
   */
  set event(_delivery: unknown) {}
}
