/** A delivery that is refused. The sender gets `status` and the message, so it names nothing internal. */
export class IntakeError extends Error {
  override name = "IntakeError";
  readonly status: number;
  /** Seconds after which it is worth another try; null: not said. */
  readonly retryAfter: number | null;

  constructor(message: string, fields: { status: number; retryAfter?: number; cause?: unknown }) {
    super(message, { cause: fields.cause });
    this.status = fields.status;
    this.retryAfter = fields.retryAfter ?? null;
    // The sender's doing, and anybody can send: the log has no use for where in our code it was noticed.
    if (fields.status < 500) this.stack = "";
  }

  /**
   * `@octokit/webhooks` hangs the whole delivery on an error, which goes into the log: somebody's texts, up
   * to 25 MB of them, for every delivery while the database is away. So it is not kept.
   */
  set event(_delivery: unknown) {}
}
