/** Why the database cannot be used, in terms of what a person can do about it. */
export type DatabaseErrorReason = "locked" | "unreachable" | "refused" | "unusable" | "stopped" | "stalled";

/** The message is one sentence for the person who operates the app: what was seen and what to do. */
export class DatabaseError extends Error {
  override name = "DatabaseError";
  readonly reason: DatabaseErrorReason;

  constructor(message: string, fields: { reason: DatabaseErrorReason; cause?: unknown }) {
    super(message, { cause: fields.cause });
    this.reason = fields.reason;
  }
}
