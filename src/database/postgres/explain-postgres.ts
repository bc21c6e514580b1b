import { DatabaseError, type DatabaseErrorReason } from "../database.ts";

const answers: Record<string, [DatabaseErrorReason, string]> = {
  ECONNREFUSED: [
    "unreachable",
    "nothing answers there; start the server, or correct host and port in DATABASE_URL",
  ],
  ENOTFOUND: ["unreachable", "no such host; correct it in DATABASE_URL"],
  EAI_AGAIN: ["unreachable", "no such host; correct it in DATABASE_URL"],
  ETIMEDOUT: ["unreachable", "it doesn't answer; check firewall, host and port in DATABASE_URL"],
  "28P01": ["refused", "it doesn't accept the password; correct it in DATABASE_URL"],
  "28000": [
    "refused",
    "it doesn't let this user in; correct the user in DATABASE_URL, or allow it in pg_hba.conf",
  ],
  "3D000": ["refused", "it has no such database; create it, or correct its name in DATABASE_URL"],
  "42501": [
    "refused",
    "this user may not create tables there; grant it CREATE on the database and its schema",
  ],
  "57P03": ["unreachable", "it is starting up or shutting down; try again in a moment"],
};

/** What went wrong with PostgreSQL, as one sentence with an instruction and without the URL's password. */
export function explainPostgres(databaseUrl: string, cause: unknown): DatabaseError {
  const [reason, what] = answers[findCode(cause)] ?? ["unusable", `it says: ${readMessage(cause)}`];
  return new DatabaseError(`PostgreSQL at ${describe(databaseUrl)}: ${what}.`, { reason, cause });
}

/** A host with several addresses fails with one error for each. */
function findCode(cause: unknown): string {
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause;
  const code = (inner as { code?: unknown } | null)?.code;
  if (typeof code === "string") return code;
  // node-postgres' own time-out has no code.
  return /timeout/i.test(readMessage(inner)) ? "ETIMEDOUT" : "";
}

function readMessage(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function describe(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return "DATABASE_URL (which isn't a URL)";
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `${hostname || "the local socket"}:${port || "5432"}${pathname}`;
}
