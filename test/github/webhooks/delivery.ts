import { createHmac } from "node:crypto";
import type { Instant } from "../state/model.ts";

/** One attempt to send an event to the app. A redelivery is another attempt with the same guid. */
export interface Delivery {
  id: number;
  /** `X-GitHub-Delivery`: the same for every attempt (sources.md §1). */
  guid: string;
  event: string;
  action: string | null;
  installationId: number;
  repositoryId: number | null;
  /** The exact bytes that are signed and sent. */
  body: string;
  deliveredAt: Instant;
  redelivery: boolean;
  /** Seconds until the answer; null while there is none. */
  duration: number | null;
  /** "pending" and "held" before the answer; then GitHub's words: "OK", or the error. */
  status: string;
  /** 0 without an answer. */
  statusCode: number;
  /** The answer's text. */
  response: string;
}

/** The parsed payload. */
export function payloadOf(delivery: Delivery): Record<string, unknown> {
  return JSON.parse(delivery.body) as Record<string, unknown>;
}

/**
 * The headers that GitHub sends with an App's webhook; target type is the legacy word `integration`
 * (sources.md §1).
 */
export function headersOf(delivery: Delivery, app: { id: number; secret: string }): Record<string, string> {
  const sign = (algorithm: string) => createHmac(algorithm, app.secret).update(delivery.body).digest("hex");
  return {
    accept: "*/*",
    "content-type": "application/json",
    "user-agent": "GitHub-Hookshot/0000000",
    "x-github-delivery": delivery.guid,
    "x-github-event": delivery.event,
    "x-github-hook-id": String(app.id + 1),
    "x-github-hook-installation-target-id": String(app.id),
    "x-github-hook-installation-target-type": "integration",
    "x-hub-signature": `sha1=${sign("sha1")}`,
    "x-hub-signature-256": `sha256=${sign("sha256")}`,
  };
}
