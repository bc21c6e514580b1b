/** Wrong usage or unreadable input: told in one line on standard error, exit 2. */
export class UsageError extends Error {
  override name = "UsageError";
}
