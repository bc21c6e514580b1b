import { z } from "zod";
import { home } from "../../home.ts";
import { configSchema } from "./config-schema.ts";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Where editors find the schema; the file is docs/async.schema.json. */
export const schemaUrl = `https://raw.githubusercontent.com/${home}/main/docs/async.schema.json`;

/** Descriptions and examples for options of rules that have none beside their checks. */
const optionWords: Record<string, { description: string; examples: [string | number | string[]] }> = {
  changed_lines: {
    description: "Applies from this many changed lines (additions plus deletions).",
    examples: [400],
  },
  min_words: { description: "The fewest words that are enough.", examples: [3] },
  paths: { description: "Globs. Applies when any changed file matches one.", examples: [["src/**/*.css"]] },
  patterns: {
    description: "Expressions (RE2), in addition to the built-in ones.",
    examples: [["[A-Z]+-[0-9]+"]],
  },
};

const titleOf = (key: string) => {
  const words = key.replaceAll(/[-_]/g, " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** Adds defaults and examples, which zod leaves out where it transforms; ours are all valid input. */
function restore({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: JsonSchema }): void {
  const words = z.globalRegistry.get(zodSchema);
  if (words?.examples !== undefined)
    jsonSchema.examples = words.examples as NonNullable<JsonSchema["examples"]>;
  if (zodSchema instanceof z.ZodDefault || zodSchema instanceof z.ZodPrefault)
    jsonSchema.default = zodSchema.def.defaultValue as NonNullable<JsonSchema["default"]>;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/** Gives each key without words of its own a title, a description and an example. */
function complete(schema: JsonSchema, path: readonly string[] = []): void {
  for (const [key, given] of Object.entries(schema.properties ?? {})) {
    const property = given as JsonSchema;
    property.title ??= titleOf(key);
    const isRule = path.join(".") === "description.rules";
    const words = Object.hasOwn(optionWords, key) ? optionWords[key] : undefined;
    property.description ??= isRule ? `See docs/rules/${key}.md.` : (words?.description ?? "");
    if (property.default !== undefined) property.examples ??= [property.default];
    else if (words !== undefined) property.examples ??= words.examples;
    complete(property, [...path, key]);
  }
  const inner = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])];
  for (const below of inner)
    if (typeof below === "object" && !Array.isArray(below)) complete(below as JsonSchema, [...path, ""]);
}

/** The JSON schema (draft 2020-12) of `async.yml`, for editors, made from the zod schema. */
export function renderJsonSchema(): JsonSchema {
  const made = z.toJSONSchema(configSchema, { io: "input", override: (context) => restore(context) });
  const { $schema, ...schema } = made as JsonSchema;
  complete(schema);
  const title = "Async Review: .github/async.yml";
  const description = "What a repository, or an organisation, asks of its pull requests.";
  return { $schema: $schema as string, $id: schemaUrl, title, description, ...schema } as JsonSchema;
}
