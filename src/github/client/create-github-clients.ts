import { createAppAuth } from "@octokit/auth-app";
import { type Clock, GitHubError } from "../../reconcile/ports.ts";
import type { GitHubAddress, GitHubClient, Logger, SendRest, SentRequest, Timing } from "./client.ts";
import { type Authorize, createClient } from "./create-client.ts";
import { createGate } from "./create-gate.ts";
import { createOctokit } from "./create-octokit.ts";
import { createSend } from "./create-send.ts";
import { createInstallationTokens } from "./create-installation-tokens.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { type Quota, readQuota } from "./read-retry-at.ts";
import { realTiming } from "./real-timing.ts";
import { createSchemaGaps } from "./schema-gaps.ts";

export interface GitHubClientsOptions extends GitHubAddress {
  /** The App's id (or client id), and its private key as PEM. */
  appId: number | string;
  privateKey: string;
  /** Instants that are compared with GitHub's: token expiry, rate limit resets. */
  clock: Clock;
  logger: Logger;
  /** Is told of every request that was sent, for the metrics. */
  onSent?: (sent: SentRequest) => void;
  /** Is told of every answer to a request that the App itself signed; null: there was none. */
  onAnswerToApp?: (status: number | null) => void;
  /** Is told what is left of an installation's points, for the metrics. */
  onQuota?: (quota: Quota & { installationId: number }) => void;
  limits?: Partial<Limits>;
  timing?: Timing;
}

export interface GitHubClients {
  /** As the App itself (a signed JWT): `/app`, `/app/installations`, `/app/hook/deliveries`. */
  app: { request: SendRest };
  /** As one installation; the same object for the same id. */
  installation(id: number): GitHubClient;
}

/** GitHub, as the App and as each of its installations. Nothing is sent until something is asked. */
export function createGitHubClients(options: GitHubClientsOptions): GitHubClients {
  const { appId, privateKey, apiUrl, graphqlUrl, clock, logger, onSent } = options;
  const { timing = realTiming } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const signs = { authStrategy: createAppAuth, auth: { appId, privateKey } };
  const shared = { clock, timing, logger, onSent };
  const sendAsApp = createSend({
    ...shared,
    onSent: (sent) => {
      onSent?.(sent);
      options.onAnswerToApp?.(sent.status);
    },
    octokit: createOctokit(apiUrl, logger, signs),
  });
  const send = createSend({ ...shared, octokit: createOctokit(apiUrl, logger) });

  const tokens = createInstallationTokens(
    (installationId, body) =>
      sendAsApp({
        name: "POST /app/installations/{installation_id}/access_tokens",
        kind: "token",
        route: "POST /app/installations/{installation_id}/access_tokens",
        parameters: { installation_id: installationId, ...body },
        authorization: null,
      }),
    clock,
  );

  const authorizeAs =
    (installationId: number): Authorize =>
    async (task) => {
      const token = await tokens.current(installationId);
      try {
        return await task(`token ${token}`);
      } catch (error) {
        if (!(error instanceof GitHubError && error.reason === "unauthorized")) throw error;
        // Refused requests were not carried out, so that even a create may be sent again.
        tokens.drop(installationId, token);
        return task(`token ${await tokens.current(installationId)}`);
      }
    };

  const clients = new Map<number, GitHubClient>();
  const parts = { graphqlUrl, clock, timing, gaps: createSchemaGaps(logger) };
  const app = createClient({
    ...parts,
    send: sendAsApp,
    gate: createGate(limits, clock, timing),
    authorize: (task) => task(null),
  });

  return {
    app: { request: app.request },
    installation(id) {
      let client = clients.get(id);
      if (client === undefined) {
        client = createClient({
          ...parts,
          send,
          gate: createGate(limits, clock, timing, (headers) => {
            const quota = readQuota(headers);
            if (quota !== null) options.onQuota?.({ installationId: id, ...quota });
          }),
          authorize: authorizeAs(id),
        });
        clients.set(id, client);
      }
      return client;
    },
  };
}
