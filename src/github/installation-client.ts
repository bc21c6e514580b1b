/** One error of a GraphQL answer; `path` says which part of the answer is missing because of it. */
export interface GraphqlError {
  message: string;
  type?: string;
  path?: (string | number)[];
}

/** What the rest of this folder needs of a client. Both reject with GitHubError. */
export interface InstallationClient {
  /** A REST request; `route` is Octokit's form, "POST /repos/{owner}/{repo}/labels". Resolves with the answer's body. */
  request(route: string, parameters: Record<string, unknown>): Promise<unknown>;
  /** A GraphQL request. Data may be partial: what is missing is in `errors`. */
  graphql(
    document: string,
    variables: Record<string, unknown>,
  ): Promise<{ data: unknown; errors: GraphqlError[] }>;
}

export interface GitHubClients {
  /** Authenticated as the App itself (a JWT). */
  app: Pick<InstallationClient, "request">;
  installation(id: number): InstallationClient;
}
