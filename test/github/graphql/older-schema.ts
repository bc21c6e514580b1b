import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type InlineFragmentNode,
  type IntrospectionQuery,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/**
 * A schema without some of its fields (`PullRequest.isInMergeQueue`), types (`CommentDeletedEvent`) and enum
 * values (`COMMENT_DELETED_EVENT`), as an older Enterprise Server's. Fields of a missing type go with it.
 */
export function withoutNames(introspection: IntrospectionQuery, lacks: string[]): IntrospectionQuery {
  if (lacks.length === 0) return introspection;
  const isGone = (name: string | null | undefined) => typeof name === "string" && lacks.includes(name);
  const innermost = (type: { name?: string; ofType?: unknown }): string | undefined =>
    type.name ?? (type.ofType ? innermost(type.ofType as { name?: string }) : undefined);
  const types = introspection.__schema.types
    .filter(({ name }) => !isGone(name))
    .map((type) => ({
      ...type,
      ...("fields" in type &&
        type.fields && {
          fields: type.fields.filter(
            (field) => !isGone(`${type.name}.${field.name}`) && !isGone(innermost(field.type as never)),
          ),
        }),
      ...("possibleTypes" in type &&
        type.possibleTypes && { possibleTypes: type.possibleTypes.filter(({ name }) => !isGone(name)) }),
      ...("enumValues" in type &&
        type.enumValues && { enumValues: type.enumValues.filter(({ name }) => !isGone(name)) }),
    }));
  return { __schema: { ...introspection.__schema, types: types as typeof introspection.__schema.types } };
}

/**
 * GitHub's errors for names that its schema lacks. graphql-ruby's errors have a path and a code (sources.md
 * §12).
 */
export function describeLacks(schema: GraphQLSchema, document: DocumentNode, lacks: string[]): object[] {
  const errors: object[] = [];
  const info = new TypeInfo(schema);
  const refuse = (
    node: { loc?: { startToken: { line: number; column: number } } | undefined },
    error: object,
  ) =>
    errors.push({
      ...error,
      locations: [{ line: node.loc?.startToken.line, column: node.loc?.startToken.column }],
    });
  const refuseType = (node: FragmentDefinitionNode | InlineFragmentNode, typeName: string) => {
    if (!lacks.includes(typeName)) return undefined;
    const message = `No such type ${typeName}, so it can't be a fragment condition`;
    refuse(node, { message, extensions: { code: "undefinedType", typeName } });
    return false;
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const typeName = info.getParentType()?.name;
        const fieldName = node.name.value;
        if (!lacks.includes(`${typeName}.${fieldName}`)) return undefined;
        const message = `Field '${fieldName}' doesn't exist on type '${typeName}'`;
        refuse(node, { message, extensions: { code: "undefinedField", typeName, fieldName } });
        return false;
      },
      Argument(node, _key, _parent, _path, ancestors) {
        const argumentName = node.name.value;
        const unknown: string[] = [];
        visit(node.value, { EnumValue: ({ value }) => void (lacks.includes(value) && unknown.push(value)) });
        if (unknown.length === 0) return;
        const field = ancestors.at(-1);
        const message = `Argument '${argumentName}' on Field has an invalid value.`;
        const extensions = { code: "argumentLiteralsIncompatible", typeName: "Field", argumentName };
        refuse(Array.isArray(field) ? node : ((field as typeof node | undefined) ?? node), {
          message,
          extensions,
        });
      },
      FragmentDefinition: (node) => refuseType(node, node.typeCondition.name.value),
      InlineFragment: (node) => refuseType(node, node.typeCondition?.name.value ?? ""),
    }),
  );
  return errors;
}
