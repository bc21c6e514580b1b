import { createOctokit, type GitHubClient, type OctokitParts } from "./client.ts";

export interface TokenClientOptions
  extends Pick<OctokitParts, "apiUrl" | "graphqlUrl" | "clock" | "logger" | "onQuota" | "limits" | "timing"> {
  /** A person's, for the command line, or a workflow's. */
  token: string;
}

/** GitHub as one token sees it. A person's is for reading: own comments and check runs are the App's. */
export function createTokenClient({ token, ...parts }: TokenClientOptions): GitHubClient {
  return createOctokit({ ...parts, auth: token });
}
