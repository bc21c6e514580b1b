import { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import type { GitHub } from "./driver/github.ts";

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A real Octokit that signs in as the app: with its JWT, or as one installation. */
export function connectOctokit(github: GitHub, installationId?: number): Octokit {
  const { id: appId, privateKey } = github.app;
  return new Octokit({
    baseUrl: github.url,
    authStrategy: createAppAuth,
    auth: { appId, privateKey, ...(installationId === undefined ? {} : { installationId }) },
    log: quiet,
  });
}
