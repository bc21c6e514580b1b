// Prints the types of GitHub's answers to the documents in src/github/documents, from GitHub's own schema. A
// separate process, because Vitest loads a second `graphql`, whose objects the code generator refuses.
import { readdirSync, readFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { schema } from "@octokit/graphql-schema";
import { buildClientSchema, parse, printSchema } from "graphql";

const folder = new URL("../src/github/documents/", import.meta.url);
const schemaAst = buildClientSchema(schema.json);
const text = await codegen({
  filename: "generated.ts",
  schema: parse(printSchema(schemaAst)),
  schemaAst,
  documents: readdirSync(folder).map((name) => ({
    location: name,
    document: parse(readFileSync(new URL(name, folder), "utf8")),
  })),
  config: {},
  plugins: [
    {
      operations: {
        skipTypename: true,
        enumsAsTypes: true,
        onlyOperationTypes: true,
        defaultScalarType: "string",
        scalars: { BigInt: "string | number" },
      },
    },
  ],
  pluginMap: { operations },
});
process.stdout.write(text);
