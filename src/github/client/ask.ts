import type { Octokit } from "@octokit/core";
import type { OctokitOptions } from "@octokit/core/types";
import { type GraphqlAnswer, type GraphqlError, RefusedDocumentError } from "./graphql-answer.ts";
import type { ClientOptions } from "./options.ts";

type Variables = Record<string, unknown>;

/**
 * An Octokit plug-in: `octokit.ask` sends a document as `octokit.graphql` does, but keeps the data beside the
 * errors (optional parts may be blind) and leaves out what the server's schema lacks.
 */
export function askGraphql(octokit: Octokit, options: OctokitOptions) {
  const { graphqlUrl, gaps }: ClientOptions = options.client;
  // An empty base, because Octokit makes an address of its own from one that ends in /api/v3.
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
    const { data } = await send<EnumsAnswer>("{ __schema { types { enumValues { name } } } }", {});
    return new Set(data.__schema.types.flatMap(({ enumValues }) => enumValues ?? []).map(({ name }) => name));
  }

  return {
    graphql,
    /** Throws GitHubError when there is no data at all, or when the rate limit is used up. */
    async ask<Data>(document: string, variables: Variables = {}): Promise<GraphqlAnswer<Data>> {
      for (;;) {
        const { text, leftOut } = gaps.adapt(document);
        try {
          const answer = await send<Data>(text, variables);
          return leftOut.length === 0 ? answer : { ...answer, leftOut };
        } catch (error) {
          if (!(error instanceof RefusedDocumentError)) throw error;
          // Every round leaves out more, so this ends.
          if (!(await gaps.learn(document, error, listEnumValues))) throw error;
        }
      }
    },
  };
}

interface EnumsAnswer {
  __schema: { types: { enumValues: { name: string }[] | null }[] };
}

/**
 * What Octokit throws when an answer has errors, data beside them or not; those without data have been thrown
 * before.
 */
function isPartial<Data>(error: unknown): error is { data: Data; errors: GraphqlError[] } {
  return error instanceof Error && error.name === "GraphqlResponseError";
}
