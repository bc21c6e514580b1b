/** A delivery that is refused. @octokit/webhooks answers with `status` and the message, so it names nothing internal. */
export class IntakeError extends Error {
  override name = "IntakeError";
  readonly status: number;

  constructor(message: string, fields: { status: number; cause?: unknown }) {
    super(message, { cause: fields.cause });
    this.status = fields.status;
  }

  /**
   * @octokit/webhooks hangs the whole delivery on an error, and Probot writes that into its log: somebody's texts, up to
   * 25 MB of them, for every delivery while the database is away. So it is not kept.
   */
  set event(_delivery: unknown) {}
}
