import { type Catcher, catchWebhooks } from "./catch-webhooks.ts";
import type { GitHub } from "./driver/github.ts";
import type { RepositoryDriver } from "./driver/repository-driver.ts";
import { startGitHub } from "./start-github.ts";

/**
 * The secret of the example in
 * https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
export const exampleSecret = "It's a Secret to Everybody";

export interface CaughtGitHub {
  github: GitHub;
  shop: RepositoryDriver;
  app: Catcher;
  close(): Promise<void>;
}

/** A GitHub with the repository acme/shop, whose webhooks are caught where the app would be. */
export async function startCaughtGitHub(): Promise<CaughtGitHub> {
  const app = await catchWebhooks();
  const github = await startGitHub({ record: "nothing", webhookSecret: exampleSecret });
  github.webhookTarget = app.url;
  const close = async () => {
    await app[Symbol.asyncDispose]();
    await github.close();
  };
  return { github, shop: github.createRepository("acme/shop"), app, close };
}
