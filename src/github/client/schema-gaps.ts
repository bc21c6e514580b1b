import type { ASTNode, DocumentNode, FieldNode } from "graphql";
import type { GraphqlError, RefusedDocumentError } from "./graphql-answer.ts";

/**
 * A document as one server accepts it, and what was left out of it: `PullRequest.isInMergeQueue`, a type, an
 * enum value.
 */
interface AdaptedDocument {
  text: string;
  leftOut: string[];
}

/**
 * The parts of our documents that one server's schema lacks: an Enterprise Server may be older than the
 * documents.
 */
export interface SchemaGaps {
  adapt(document: string): AdaptedDocument;
  /**
   * Leaves out, from now on, what the server says is unknown, and logs it once. Resolves with false when the
   * error names nothing that can be left out. `listEnumValues` is called when the server names only the
   * argument.
   */
  learn(
    document: string,
    refusal: RefusedDocumentError,
    listEnumValues: () => Promise<Set<string>>,
  ): Promise<boolean>;
}

/** Shared by all clients of one server. */
export function createSchemaGaps(logger: { warn(fields: object, message: string): void }): SchemaGaps {
  const adapted = new Map<string, AdaptedDocument>();
  const named = new Set<string>();
  const adapt = (document: string) => adapted.get(document) ?? { text: document, leftOut: [] };
  return {
    adapt,
    async learn(document, { errors }, listEnumValues) {
      const before = adapt(document);
      const cut = await cutOut(before.text, errors, listEnumValues);
      if (cut.leftOut.length === 0) return false;
      adapted.set(document, { text: cut.text, leftOut: [...before.leftOut, ...cut.leftOut] });
      const unknown = cut.leftOut.filter((name) => !named.has(name));
      for (const name of unknown) named.add(name);
      if (unknown.length > 0)
        logger.warn(
          { unknown },
          "GitHub's schema lacks something that the app asks for; leaving it out from now on",
        );
      return true;
    },
  };
}

/** graphql-ruby's codes, as GitHub's server sends them, for what its schema does not have. */
const gapCodes = new Set([undefined, "undefinedField", "undefinedType", "argumentLiteralsIncompatible"]);

async function cutOut(
  text: string,
  errors: GraphqlError[],
  listEnumValues: () => Promise<Set<string>>,
): Promise<AdaptedDocument> {
  // Loaded only for a server that is older than our documents.
  const { parse, print, visit } = await import("graphql");
  const root = parse(text);
  const names = new Map<ASTNode, string>();
  for (const error of errors.filter(({ extensions }) => gapCodes.has(extensions?.code))) {
    const found = listNamed(root, error, visit);
    const { argumentName } = error.extensions ?? {};
    if (argumentName === undefined) {
      for (const [node, name] of found) names.set(node, name);
      continue;
    }
    const known = await listEnumValues();
    visit(root, {
      Argument(node) {
        if (node.name.value !== argumentName) return false;
        return undefined;
      },
      EnumValue(node) {
        if (!known.has(node.value)) names.set(node, node.value);
      },
    });
  }
  const left = visit(root, { enter: (node) => (names.has(node) ? null : undefined) });
  return { text: print(tidy(left, visit)), leftOut: [...new Set(names.values())] };
}

type Visit = typeof import("graphql").visit;

/**
 * The nodes that an error is about: at its place in the document, else with its name, wherever that occurs.
 */
function listNamed(root: DocumentNode, error: GraphqlError, visit: Visit): [ASTNode, string][] {
  const { typeName, fieldName } = error.extensions ?? {};
  const there: [ASTNode, string][] = [];
  const anywhere: [ASTNode, string][] = [];
  const isThere = (...nodes: (ASTNode | undefined)[]) =>
    (error.locations ?? []).some(({ line, column }) =>
      nodes.some((node) => node?.loc?.startToken.line === line && node.loc.startToken.column === column),
    );
  const add = (node: ASTNode, name: string, isNamed: boolean, ...places: (ASTNode | undefined)[]) => {
    if (isThere(node, ...places)) there.push([node, name]);
    if (isNamed) anywhere.push([node, name]);
  };
  visit(root, {
    Field(node: FieldNode) {
      const { value } = node.name;
      add(node, typeName === undefined ? value : `${typeName}.${value}`, value === fieldName);
    },
    InlineFragment(node) {
      const type = node.typeCondition?.name.value ?? "";
      add(node, type, fieldName === undefined && type === typeName, node.typeCondition);
    },
    FragmentDefinition(node) {
      const type = node.typeCondition.name.value;
      add(node, type, fieldName === undefined && type === typeName, node.typeCondition);
    },
    EnumValue: (node) => add(node, node.value, false),
  });
  return there.length > 0 ? there : anywhere;
}

/** Removes selections and variables that are now empty or unused, because a server refuses both. */
function tidy(document: DocumentNode, visit: Visit): DocumentNode {
  const spread = new Set<string>();
  const variables = new Set<string>();
  const fragments = new Set<string>();
  visit(document, {
    FragmentDefinition: (node) => void fragments.add(node.name.value),
    FragmentSpread: (node) => void spread.add(node.name.value),
    VariableDefinition: () => false,
    Variable: (node) => void variables.add(node.name.value),
  });
  let changed = false;
  const drop = () => {
    changed = true;
    return null;
  };
  const isEmpty = (node: { selectionSet?: { selections: readonly unknown[] } | undefined }) =>
    node.selectionSet?.selections.length === 0;
  const next = visit(document, {
    Field: (node) => (isEmpty(node) ? drop() : undefined),
    InlineFragment: (node) => (isEmpty(node) ? drop() : undefined),
    FragmentSpread: (node) => (fragments.has(node.name.value) ? undefined : drop()),
    FragmentDefinition: (node) => (isEmpty(node) || !spread.has(node.name.value) ? drop() : undefined),
    VariableDefinition: (node) => (variables.has(node.variable.name.value) ? undefined : drop()),
  });
  return changed ? tidy(next, visit) : next;
}
