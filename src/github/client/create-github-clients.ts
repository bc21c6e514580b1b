import { createAppAuth } from "@octokit/auth-app";
import { createReadEnum } from "../enums.ts";
import { type CreateClientOptions, createClient, type GitHubClient } from "./client.ts";
import type { ClientOptions } from "./options.ts";
import type { Quota } from "./rate-limits.ts";
import { createSchemaGaps } from "./schema-gaps.ts";
import { createInstallationTokens } from "./use-installation-token.ts";

export interface GitHubClientsOptions
  extends Pick<CreateClientOptions, "apiUrl" | "graphqlUrl" | "clock" | "logger" | "limits" | "timing"> {
  /** The App's id (or client id), and its private key as PEM. */
  appId: number | string;
  privateKey: string;
  onSent?: ClientOptions["onSent"];
  /** Called for every answer to a request that the App itself signed; null when no answer came. */
  onAnswerToApp?: (status: number | null) => void;
  /** Called with what is left of an installation's points, for the metrics. */
  onQuota?: (quota: Quota & { installationId: number }) => void;
}

export interface GitHubClients {
  /** As the App itself (a signed JWT): `/app`, `/app/installations`, `/app/hook/deliveries`. */
  app: GitHubClient;
  /** As one installation; the same object for the same id. */
  installation(id: number): GitHubClient;
}

/** GitHub as the App and as each of its installations. Sends no request by itself. */
export function createGitHubClients(options: GitHubClientsOptions): GitHubClients {
  const { appId, privateKey, onAnswerToApp, onQuota, onSent = () => {}, ...given } = options;
  const shared = {
    ...given,
    onSent,
    // All clients learn together what this server lacks.
    gaps: createSchemaGaps(given.logger),
    readEnum: createReadEnum(given.logger),
  };
  const app = createClient({
    ...shared,
    authStrategy: createAppAuth,
    auth: { appId, privateKey },
    onSent: (sent) => {
      onSent(sent);
      onAnswerToApp?.(sent.status);
    },
  });

  const clients = new Map<number, GitHubClient>();
  return {
    app,
    installation(id) {
      const client =
        clients.get(id) ??
        createClient({
          ...shared,
          tokens: createInstallationTokens(app, id),
          onQuota: (quota) => onQuota?.({ installationId: id, ...quota }),
        });
      clients.set(id, client);
      return client;
    },
  };
}

interface TokenClientOptions
  extends Pick<
    CreateClientOptions,
    "apiUrl" | "graphqlUrl" | "clock" | "logger" | "onQuota" | "limits" | "timing"
  > {
  /** A person's, for the command line, or a workflow's. */
  token: string;
}

/**
 * GitHub as one token sees it. A person's token is for reading only: our comments and check runs belong to
 * the App.
 */
export function createTokenClient({ token, ...given }: TokenClientOptions): GitHubClient {
  return createClient({ ...given, auth: token });
}
