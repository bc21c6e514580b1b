import type { Octokit as CoreOctokit } from "@octokit/core";
import type { OctokitOptions } from "@octokit/core/types";
import { Octokit } from "@octokit/rest";
import { GitHubError } from "../../reconcile/github-error.ts";
import { createReadEnum } from "../enums.ts";
import type { Documents } from "../generated.ts";
import { type DocumentName, loadDocument } from "../load-document.ts";
import { describeCall } from "./describe-call.ts";
import { type GraphqlAnswer, type GraphqlError, RefusedDocumentError } from "./graphql-answer.ts";
import { keepPace } from "./keep-pace.ts";
import { defaultLimits, type RequestLimits } from "./limits.ts";
import { type ClientOptions, type Logger, realTiming } from "./options.ts";
import { createSchemaGaps } from "./schema-gaps.ts";
import { sendOnce } from "./send-once.ts";
import { useInstallationToken } from "./use-installation-token.ts";

/**
 * `@octokit/rest`, with our plug-ins in place of Octokit's own for throttling and retries
 * (docs/decisions/0011-octokit-with-our-plug-ins.md). Each wraps the one before it: repeat ( token ( pace (
 * send once ))). A hook must pass on the options object that it was given, so it mutates that object.
 */
const GitHubOctokit = Octokit.plugin(sendOnce, keepPace, useInstallationToken, repeatIdempotent, askGraphql);

/**
 * GitHub as the App, an installation or a token's owner sees it: `rest`, `paginate`, and `ask` for GraphQL.
 * All throw GitHubError.
 */
export type GitHubClient = InstanceType<typeof GitHubOctokit>;

export interface CreateClientOptions {
  /** Base of the REST API, without a slash at the end: `https://api.github.com`. */
  apiUrl: string;
  /** By default `apiUrl` with `/graphql`. */
  graphqlUrl?: string;
  clock: ClientOptions["clock"];
  logger: Logger;
  limits?: Partial<RequestLimits> | undefined;
  timing?: ClientOptions["timing"];
  /** Shared by clients of one server, which learn together what it lacks. */
  gaps?: ClientOptions["gaps"];
  readEnum?: ClientOptions["readEnum"];
  onSent?: ClientOptions["onSent"];
  onQuota?: ClientOptions["onQuota"];
  /** How requests are authenticated: an installation's tokens, or as Octokit takes it. */
  tokens?: ClientOptions["tokens"];
  authStrategy?: unknown;
  auth?: unknown;
}

/** One client. It authenticates nothing without `tokens` or `auth`. */
export function createClient(options: CreateClientOptions): GitHubClient {
  const { apiUrl, authStrategy, auth, limits, ...given } = options;
  const { logger } = given;
  const client: ClientOptions = {
    graphqlUrl: `${apiUrl}/graphql`,
    timing: realTiming,
    gaps: createSchemaGaps(logger),
    readEnum: createReadEnum(logger),
    onSent: () => {},
    onQuota: () => {},
    tokens: null,
    ...given,
    limits: { ...defaultLimits, ...limits },
  };
  const log = createLog(logger);
  return new GitHubOctokit({
    baseUrl: apiUrl,
    userAgent: "async-review",
    log,
    request: { log },
    authStrategy,
    auth,
    client,
  });
}

function createLog(logger: Logger) {
  return {
    debug() {},
    info() {},
    // Octokit's notices, such as "… is deprecated", are whole sentences.
    warn: (message: string) => logger.warn({}, message),
    // Octokit logs each refusal here and also throws it; the caller handles it.
    error() {},
  };
}

type Variables = Record<string, unknown>;

/**
 * An Octokit plug-in: `octokit.ask` sends a document as `octokit.graphql` does, but keeps the data beside the
 * errors (optional parts may be unavailable) and leaves out what the server's schema lacks.
 */
function askGraphql(octokit: CoreOctokit, options: OctokitOptions) {
  const { graphqlUrl, gaps, readEnum }: ClientOptions = options.client;
  // An empty base: Octokit would build its own address from one that ends in /api/v3.
  const graphql = octokit.graphql.defaults({ url: graphqlUrl, baseUrl: "" });

  async function send<Data>(text: string, variables: Variables): Promise<GraphqlAnswer<Data>> {
    try {
      return { data: await graphql<Data>(text, variables), errors: [] };
    } catch (error) {
      if (!isPartial<Data>(error)) throw error;
      return { data: error.data, errors: error.errors };
    }
  }

  async function listEnumValues(): Promise<Set<string>> {
    const { data } = await send<Documents["enum-values"]["answer"]>(loadDocument("enum-values"), {});
    return new Set(data.__schema.types.flatMap(({ enumValues }) => enumValues ?? []).map(({ name }) => name));
  }

  return {
    graphql,
    /** Reads an enum value of an answer, and logs an unknown one. */
    readEnum,
    /** Throws GitHubError when there is no data at all, or when the rate limit is used up. */
    async ask<Name extends DocumentName>(
      name: Name,
      variables: Documents[Name]["variables"],
    ): Promise<GraphqlAnswer<Documents[Name]["answer"]>> {
      const document = loadDocument(name);
      for (;;) {
        const { text, leftOut } = gaps.adapt(document);
        try {
          const answer = await send<Documents[Name]["answer"]>(text, variables);
          return leftOut.length === 0 ? answer : { ...answer, leftOut };
        } catch (error) {
          if (!(error instanceof RefusedDocumentError)) throw error;
          // Every round leaves out more of the document, so this ends.
          if (!(await gaps.learn(document, error, listEnumValues))) throw error;
        }
      }
    },
  };
}

/** What Octokit throws for an answer with errors. One without data was thrown earlier. */
function isPartial<Data>(error: unknown): error is { data: Data; errors: GraphqlError[] } {
  return error instanceof Error && error.name === "GraphqlResponseError";
}

/**
 * Milliseconds before the second and third try. The queue does the longer waits, so that they block no
 * worker.
 */
const pausesMs = [250, 1_000];

/**
 * An Octokit plug-in: sends a request again when GitHub gave no usable answer, but only if doing it twice is
 * harmless. A create may have been stored although its answer was lost; repeating it blindly makes duplicate
 * comments.
 */
function repeatIdempotent(octokit: CoreOctokit, options: OctokitOptions): void {
  const { timing }: ClientOptions = options.client;
  octokit.hook.wrap("request", async (request, sent) => {
    for (const pause of describeCall(sent).idempotent ? pausesMs : []) {
      try {
        return await request(sent);
      } catch (error) {
        if (!isWorthRepeating(error)) throw error;
        await timing.sleep(pause);
      }
    }
    return request(sent);
  });
}

function isWorthRepeating(error: unknown): boolean {
  return error instanceof GitHubError && error.reason === "unavailable" && error.retryAt === null;
}
