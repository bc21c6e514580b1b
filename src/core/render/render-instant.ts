import type { Instant } from "../pull-request.ts";

/** `2026-11-22 09:26 UTC`: absolute, so that the same state renders the same text at any time. */
export function renderInstant(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
