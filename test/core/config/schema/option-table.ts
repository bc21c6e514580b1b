import { z } from "zod";
import { configSchema } from "../../../../src/core/config/schema/config-schema.ts";
import { describeExpected, shapeOf } from "../../../../src/core/config/schema/expectations.ts";
import { renderJsonSchema } from "../../../../src/core/config/schema/json-schema.ts";

interface Words {
  description?: string;
  default?: unknown;
  properties?: Record<string, Words>;
  items?: Words;
  additionalProperties?: Words;
  anyOf?: Words[];
}

const cell = (text: string) =>
  text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("*", "\\*").replace(/\s+/g, " ");

function showDefault(value: unknown): string {
  const isShort = value !== undefined && JSON.stringify(value).length <= 90;
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isShort || isMap) return "";
  return `\`${typeof value === "string" ? value : JSON.stringify(value).replaceAll(",", ", ")}\``;
}

/** A map's values have their own rows. */
function showValues(schema: z.core.$ZodType, hasRowsBelow: boolean): string {
  if (!hasRowsBelow) return cell(describeExpected(schema));
  const shape = shapeOf(schema);
  if (shape instanceof z.ZodUnion) return "off, warning, error, or a map";
  return shape instanceof z.ZodArray ? "a list of maps" : "a map";
}

function listRows(schema: z.core.$ZodType, words: Words, path: string): string[] {
  const isMap = (candidate: z.core.$ZodType) => shapeOf(candidate) instanceof z.ZodObject;
  const shape = shapeOf(schema);
  if (shape instanceof z.ZodArray)
    return isMap(shape.element) ? listRows(shape.element, words.items ?? {}, `${path}[]`) : [];
  if (shape instanceof z.ZodRecord)
    return listRows(shape.valueType, words.additionalProperties ?? {}, `${path}.&lt;name&gt;`);
  if (shape instanceof z.ZodUnion) {
    const index = shape.options.findIndex(isMap);
    return index < 0 ? [] : listRows(shape.options[index]!, words.anyOf?.[index] ?? {}, path);
  }
  if (!(shape instanceof z.ZodObject)) return [];
  return Object.entries(shape.shape).flatMap(([key, value]) => {
    const here = path === "" ? key : `${path}.${key}`;
    const own = words.properties?.[key] ?? {};
    const below = listRows(value, own, here);
    const about = cell(own.description ?? "");
    const row = `| \`${here.replaceAll("&lt;", "<").replaceAll("&gt;", ">")}\` | ${showValues(value, below.length > 0)} | ${showDefault(own.default)} | ${about} |`;
    // A rule's level is in the rule's own row.
    return key === "level" && path.startsWith("description.rules.") ? [] : [row, ...below];
  });
}

/** Every key of `async.yml` as a Markdown table, from the schema. */
export function renderOptionTable(): string {
  const rows = listRows(configSchema, renderJsonSchema() as Words, "");
  return ["| Key | Values | Default | |", "| --- | --- | --- | --- |", ...rows].join("\n");
}
