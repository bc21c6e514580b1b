import type { Probot } from "probot";
import type { IntakeParts } from "./webhooks/receive-delivery.ts";
import { registerWebhooks } from "./webhooks/register-webhooks.ts";

/** The Probot app function: hands every verified delivery to webhooks/, and does nothing else. */
export default function createApp(intake: IntakeParts): (app: Probot) => void {
  return (app) => registerWebhooks(app, intake);
}
