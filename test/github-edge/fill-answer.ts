import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { loadSchema } from "../github/graphql/schema.ts";

/** The text and node id everywhere in an answer. It is also a path that the app looks for. */
export const anyText = ".github/async.yml";

interface Filling {
  /** Each number selects another type of a union, and another value of an enum. */
  variant: number;
  /** Whether lists have another page. */
  hasMore: boolean;
  /** Called for each field that is read, with its query or fragment: `FilesPage.nodes.path`. */
  read(path: string): void;
}

/** A field of the document, and the query or fragment that selects it. */
interface Asked {
  field: FieldNode;
  path: string;
}

/**
 * A complete answer to a document: nothing is null, and a list of a union has a node of each type. Copying an
 * object with `...` reads all of it.
 */
export function fillAnswer(document: DocumentNode, { variant, hasMore, read }: Filling): unknown {
  const schema = loadSchema();
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);

  const isOfType = (type: GraphQLObjectType, name: string) => {
    const condition = schema.getType(name);
    return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
  };

  /** The fields of an object of this type, by their names in the answer. */
  function collect(
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    path: string,
    fields = new Map<string, Asked[]>(),
  ) {
    for (const one of selections) {
      if (one.kind === Kind.FIELD) {
        const key = (one.alias ?? one.name).value;
        fields.set(key, [...(fields.get(key) ?? []), { field: one, path: `${path}.${key}` }]);
      } else if (one.kind === Kind.INLINE_FRAGMENT) {
        if (isOfType(type, one.typeCondition!.name.value)) collect(type, one.selectionSet, path, fields);
      } else {
        const { name, typeCondition, selectionSet } = fragments.get(one.name.value)!;
        if (isOfType(type, typeCondition.name.value)) collect(type, selectionSet, name.value, fields);
      }
    }
    return fields;
  }

  /** The types that the selections name. */
  function listTypes({ selections }: SelectionSetNode): GraphQLObjectType[] {
    return selections.flatMap((one) => {
      if (one.kind === Kind.FIELD) return [];
      if (one.kind === Kind.FRAGMENT_SPREAD) return listTypes(fragments.get(one.name.value)!.selectionSet);
      const type = schema.getType(one.typeCondition!.name.value);
      return isObjectType(type) ? [type] : [];
    });
  }

  function fillObject(type: GraphQLObjectType, asked: { selectionSet: SelectionSetNode; path: string }[]) {
    const fields = new Map<string, Asked[]>();
    for (const { selectionSet, path } of asked) collect(type, selectionSet, path, fields);
    const object: Record<string, unknown> = {};
    for (const [key, places] of fields) {
      const { value: name } = places[0]!.field.name;
      let filled: { value: unknown } | null = null;
      Object.defineProperty(object, key, {
        enumerable: true,
        get() {
          for (const { path } of places) read(path);
          filled ??= {
            value: name === "__typename" ? type.name : fill(type.getFields()[name]!.type, places),
          };
          return filled.value;
        },
      });
    }
    return object;
  }

  function fill(type: GraphQLOutputType, places: Asked[]): unknown {
    if (isNonNullType(type)) return fill(type.ofType, places);
    const asked = places.flatMap(({ field: { selectionSet }, path }) =>
      selectionSet ? [{ selectionSet, path }] : [],
    );
    const named = getNamedType(type);
    if (asked.length === 0) return fillValue(named, places[0]!.field.name.value);
    const possible = isAbstractType(named) ? schema.getPossibleTypes(named) : [named as GraphQLObjectType];
    const chosen = asked.flatMap(({ selectionSet }) => listTypes(selectionSet));
    const types = isAbstractType(named) && chosen.length > 0 ? chosen : possible.slice(0, 1);
    if (isListType(type)) return types.map((one) => fillObject(one, asked));
    return fillObject(types[variant % types.length]!, asked);
  }

  function fillValue(type: GraphQLNamedType, name: string): unknown {
    if (isEnumType(type)) return type.getValues()[variant % type.getValues().length]!.value;
    if (type.name === "Boolean") return /^has(Next|Previous)Page$/.test(name) ? hasMore : true;
    if (type.name === "Int" || type.name === "BigInt") return 1;
    return type.name === "DateTime" ? "2026-03-02T09:00:00Z" : anyText;
  }

  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
  const { selectionSet } = operation;
  return fillObject(schema.getQueryType()!, [{ selectionSet, path: operation.name!.value }]);
}
