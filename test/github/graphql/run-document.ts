import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import type { Context } from "./context.ts";
import { GraphQLRefusal } from "./graphql-refusal.ts";
import { describeLacks } from "./older-schema.ts";
import { measurePages } from "./page-limits.ts";
import { resolvers } from "./resolvers/index.ts";
import { loadSchema } from "./schema.ts";
import { typeNameOf } from "./type-name-of.ts";

export interface Document {
  node: DocumentNode;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  name: string | null;
  type: "query" | "mutation";
  /** GitHub's errors before the document is executed. */
  errors: readonly object[];
}

const known = new Map<string, Document | GraphQLError>();

/**
 * Parses and validates against GitHub's schema, or against an older server's part of it, once for each text.
 * A syntax error is returned as an error.
 */
export function readDocument(text: string, lacks: string[] = []): Document | GraphQLError {
  const key = `${lacks.join(" ")}\n${text}`;
  const before = known.get(key);
  if (before) return before;
  const result = readNew(text, lacks);
  known.set(key, result);
  return result;
}

function readNew(text: string, lacks: string[]): Document | GraphQLError {
  let node: DocumentNode;
  try {
    node = parse(text);
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError(String(error));
  }
  const operation = node.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return new GraphQLError("A query attribute must be specified and must be a string.");
  const fragments = node.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return {
    node,
    operation,
    fragments: Object.fromEntries(fragments.map((one) => [one.name.value, one])),
    name: operation.name?.value ?? null,
    type: operation.operation === "mutation" ? "mutation" : "query",
    errors: [
      ...describeLacks(loadSchema(), node, lacks),
      ...validate(loadSchema(), node).map((error) => error.toJSON()),
    ],
  };
}

const isIntrospection = ({ selectionSet }: OperationDefinitionNode) =>
  selectionSet.selections.every((one) => one.kind === Kind.FIELD && one.name.value.startsWith("__"));

/** Runs a document. `defects` are the local GitHub's own: an unknown field, a bug. */
export async function runDocument(
  document: Document,
  variables: Record<string, unknown>,
  context: Context,
  /** The points left in the hour before it. */
  left = 5000,
): Promise<{ body: unknown; points: number; defects: string[] }> {
  // An introspection gets this server's schema. Other documents were already checked against it.
  const schema = loadSchema(isIntrospection(document.operation) ? context.world.schemaLacks : []);
  const refused = (errors: unknown[]) => ({ body: { errors }, points: 1, defects: [] });
  if (document.errors.length > 0) return refused([...document.errors]);
  const definitions = document.operation.variableDefinitions ?? [];
  const coerced = getVariableValues(schema, definitions, variables);
  if (coerced.errors) return refused(coerced.errors.map((error) => error.toJSON()));
  const pages = measurePages(schema, document.operation, document.fragments, coerced.coerced);
  if (pages.problems.length > 0) return refused(pages.problems);
  const result = (await execute({
    schema,
    document: document.node,
    variableValues: variables,
    contextValue: {
      ...context,
      limit: { cost: pages.points, remaining: Math.max(0, left - pages.points) },
    },
    fieldResolver: resolveField,
    typeResolver: typeNameOf,
  })) as ExecutionResult;
  const errors = result.errors ?? [];
  const defects = errors
    .filter((error) => !(error.originalError instanceof GraphQLRefusal))
    .map((error) => `${error.path?.join(".")}: ${error.originalError?.stack ?? error.message}`);
  const body = { data: result.data, ...(errors.length === 0 ? {} : { errors: errors.map(format) }) };
  return { body, points: pages.points, defects };
}

/** Implements only what the app's documents select. Anything else is a defect of the local GitHub. */
const resolveField: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  const { parentType, fieldName } = info;
  if (parentType.name.endsWith("Connection") || parentType.name === "PageInfo") {
    const value = (source as Record<string, unknown>)[fieldName];
    if (value !== undefined) return value;
  }
  const resolver = resolvers[parentType.name]?.[fieldName];
  if (resolver) return resolver(source as never, args as never, context);
  throw new Error(
    `The local GitHub has no resolver for ${parentType.name}.${fieldName}; add one in test/github/graphql/resolvers.`,
  );
};

function format(error: GraphQLError): GraphQLFormattedError & { type?: string } {
  const { originalError } = error;
  const plain = error.toJSON();
  return originalError instanceof GraphQLRefusal ? { type: originalError.type, ...plain } : plain;
}
