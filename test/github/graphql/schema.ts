import { schema as published } from "@octokit/graphql-schema";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";

let schema: GraphQLSchema | null = null;

/**
 * GitHub's own schema. Built once a process (about a tenth of a second). From the JSON: the package's `schema.graphql` has
 * duplicate fields and does not build (sources.md §13).
 */
export function loadSchema(): GraphQLSchema {
  schema ??= buildClientSchema(published.json as unknown as IntrospectionQuery);
  return schema;
}
