/** A delivery that is refused. @octokit/webhooks answers with `status` and the message, so it names nothing internal. */
export class IntakeError extends Error {
  override name = "IntakeError";
  readonly status: number;

  constructor(message: string, fields: { status: number; cause?: unknown }) {
    super(message, { cause: fields.cause });
    this.status = fields.status;
  }
}
