/**
 * Does this refusal mean "later"? It does with `retry-after`, with a used-up quota, or (a secondary limit without either) when
 * the body links to the page about limits; permission errors link to the page of the endpoint.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function isRateLimit(headers: Record<string, string | undefined>, data: unknown): boolean {
  return (
    headers["retry-after"] !== undefined ||
    headers["x-ratelimit-remaining"] === "0" ||
    /rate-limit|abuse/.test(readField(data, "documentation_url")) ||
    // Reported without any header and without a link; Octokit's own plug-in knows it by these words alone.
    /\bsecondary rate limit\b/i.test(readField(data, "message"))
  );
}

/** A text field of a JSON body; "" when there is none. */
export function readField(data: unknown, name: string): string {
  if (typeof data !== "object" || data === null) return "";
  const value = (data as Record<string, unknown>)[name];
  return typeof value === "string" ? value : "";
}
