import type { Probot } from "probot";
import { registerWebhooks, type WebhookDependencies } from "./webhooks/receive-delivery.ts";

/** The Probot app function: hands every verified delivery to webhooks/, and does nothing else. */
export default function createApp(dependencies: WebhookDependencies): (app: Probot) => void {
  return (app) => registerWebhooks(app, dependencies);
}
