// Prints the types of GitHub's answers to the documents in src/github/documents, from GitHub's own schema. A
// separate process, because Vitest loads a second `graphql`, whose objects the code generator refuses.
import { readdirSync, readFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { schema } from "@octokit/graphql-schema";
import { buildClientSchema, parse, printSchema } from "graphql";

const folder = new URL("../src/github/documents/", import.meta.url);
const documents = readdirSync(folder)
  .sort()
  .map((location) => ({ location, document: parse(readFileSync(new URL(location, folder), "utf8")) }));
const schemaAst = buildClientSchema(schema.json);
const text = await codegen({
  filename: "generated.ts",
  schema: parse(printSchema(schemaAst)),
  schemaAst,
  documents,
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

/** Each document's answer and variables, by the name of its file. */
const entries = documents.flatMap(({ location, document }) =>
  document.definitions
    .filter(({ kind }) => kind === "OperationDefinition")
    .map(({ name, operation }) => {
      const type = `${name.value}${operation === "query" ? "Query" : "Mutation"}`;
      return `  "${location.replace(".graphql", "")}": { answer: ${type}, variables: ${type}Variables };\n`;
    }),
);
process.stdout.write(
  `${text}\n/** The documents by the names of their files. */\nexport interface Documents {\n${entries.join("")}}\n`,
);
