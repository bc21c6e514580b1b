import type { Probot } from "probot";
import { registerWebhooks, type WebhookParts } from "./webhooks/receive-delivery.ts";

/** The Probot app function: hands every verified delivery to webhooks/, and does nothing else. */
export default function createApp(parts: WebhookParts): (app: Probot) => void {
  return (app) => registerWebhooks(app, parts);
}
