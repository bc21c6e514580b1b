import { readdirSync, readFileSync } from "node:fs";
import {
  buildClientSchema,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { describe, expect, it } from "vitest";
import { type DocumentName, loadDocument } from "../../src/github/load-document.ts";

// The package exports no path to its schema.json.
const schemaPath = new URL("../../node_modules/@octokit/graphql-schema/schema.json", import.meta.url);
const schema = buildClientSchema(JSON.parse(readFileSync(schemaPath, "utf8")));
const names = readdirSync(new URL("../../src/github/documents", import.meta.url))
  .map((file) => file.replace(/\.graphql$/, ""))
  .filter((name): name is DocumentName => !name.endsWith("fragments"));

describe.each(names)("the document %s", (name) => {
  const document = parse(loadDocument(name));

  it("is valid in GitHub's official schema and uses nothing deprecated", () => {
    expect(validate(schema, document, [...specifiedRules, NoDeprecatedCustomRule])).toEqual([]);
  });

  it("limits every connection to at most a hundred nodes, because GitHub refuses one without first or last", () => {
    const unbounded: string[] = [];
    const types = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field(node) {
          if (!/Connection!?$/.test(String(types.getType()))) return;
          const size = node.arguments?.find((argument) => /^(first|last)$/.test(argument.name.value))?.value;
          // The code that sets a variable limits it.
          const bounded =
            size?.kind === "Variable" || (size?.kind === "IntValue" && Number(size.value) <= 100);
          if (!bounded) unbounded.push(node.name.value);
        },
      }),
    );
    expect(unbounded).toEqual([]);
  });
});
