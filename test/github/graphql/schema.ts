import { schema as published } from "@octokit/graphql-schema";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";
import { withoutNames } from "./older-schema.ts";

const schemas = new Map<string, GraphQLSchema>();

/**
 * GitHub's own schema, built once in each process (about a tenth of a second). From the JSON, because the
 * package's `schema.graphql` has duplicate fields and does not build (sources.md §11). `lacks` removes parts,
 * like an older server's schema.
 */
export function loadSchema(lacks: string[] = []): GraphQLSchema {
  const key = lacks.join(" ");
  const known = schemas.get(key);
  if (known !== undefined) return known;
  const schema = buildClientSchema(withoutNames(published.json as unknown as IntrospectionQuery, lacks));
  schemas.set(key, schema);
  return schema;
}
