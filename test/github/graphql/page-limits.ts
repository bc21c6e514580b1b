import {
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

export interface PageProblem {
  type: "MISSING_PAGINATION_BOUNDARIES" | "EXCESSIVE_PAGINATION" | "MAX_NODE_LIMIT_EXCEEDED";
  message: string;
}

interface Walk {
  schema: GraphQLSchema;
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  problems: PageProblem[];
  nodes: number;
  requests: number;
}

/**
 * Queries that GitHub refuses at run time although the schema allows them: a connection without `first` or
 * `last`, more than 100 entries of one, more than 500,000 nodes (docs: rate limits and query limits for the
 * GraphQL API). Also computes the query's cost in points: the requests to fulfil each connection, divided by
 * 100, at least 1.
 */
export function measurePages(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Record<string, FragmentDefinitionNode>,
  variables: Record<string, unknown>,
): { problems: PageProblem[]; nodes: number; points: number } {
  const walk: Walk = { schema, fragments, variables, problems: [], nodes: 0, requests: 0 };
  const root = schema.getRootType(operation.operation)!;
  visit(walk, root.name, operation.selectionSet, 1);
  if (walk.nodes > 500_000) {
    walk.problems.push({
      type: "MAX_NODE_LIMIT_EXCEEDED",
      message: `This query requests up to ${walk.nodes} possible nodes which exceeds the maximum limit of 500000.`,
    });
  }
  return { problems: walk.problems, nodes: walk.nodes, points: Math.max(1, Math.round(walk.requests / 100)) };
}

function visit(walk: Walk, typeName: string, { selections }: SelectionSetNode, parents: number): void {
  for (const selection of selections) {
    if (getDirectiveValues(GraphQLIncludeDirective, selection, walk.variables)?.if === false) continue;
    if (getDirectiveValues(GraphQLSkipDirective, selection, walk.variables)?.if === true) continue;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = walk.fragments[selection.name.value]!;
      visit(walk, fragment.typeCondition.name.value, fragment.selectionSet, parents);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      visit(walk, selection.typeCondition?.name.value ?? typeName, selection.selectionSet, parents);
    } else if (selection.selectionSet) {
      const type = walk.schema.getType(typeName);
      const field =
        isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : null;
      if (!field) continue;
      const values = getArgumentValues(field, selection, walk.variables);
      const each = isPaged(field) ? countPage(walk, field, values) : 1;
      visit(walk, getNamedType(field.type).name, selection.selectionSet, parents * each);
      if (isPaged(field)) {
        walk.requests += parents;
        walk.nodes += parents * each;
      }
    }
  }
}

const isPaged = (field: GraphQLField<unknown, unknown>) =>
  getNamedType(field.type).name.endsWith("Connection") && field.args.some((arg) => arg.name === "first");

function countPage(
  walk: Walk,
  field: GraphQLField<unknown, unknown>,
  values: Record<string, unknown>,
): number {
  const { first, last } = values as { first?: number; last?: number };
  const size = first ?? last;
  if (size === undefined || size === null) {
    walk.problems.push({
      type: "MISSING_PAGINATION_BOUNDARIES",
      message: `You must provide a \`first\` or \`last\` value to properly paginate the \`${field.name}\` connection.`,
    });
    return 0;
  }
  if (size > 100 || size < 1) {
    const limit = first === undefined ? "last" : "first";
    walk.problems.push({
      type: "EXCESSIVE_PAGINATION",
      message: `Requesting ${size} records on the \`${field.name}\` connection exceeds the \`${limit}\` limit of 100 records.`,
    });
  }
  return size;
}
