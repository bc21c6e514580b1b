import { Ajv, type ErrorObject } from "ajv";
import addFormats from "ajv-formats";

interface Operation {
  operationId: string;
  parameters?: { $ref?: string; name?: string; in?: string; required?: boolean }[];
  requestBody?: { required?: boolean; content?: Record<string, unknown> };
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>;
}

type Description = {
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
};

/** An operation of GitHub's REST description, found for a concrete path. */
export interface FoundOperation {
  /** JSON pointer to the operation. */
  pointer: string;
  template: string;
  operation: Operation;
}

/** GitHub's REST description with a validator for its parts. */
export class RestDescription {
  #description: Description;
  #ajv: Ajv;
  #templates: { template: string; pattern: RegExp; fixed: number }[];

  constructor(description: Record<string, unknown>) {
    this.#description = description as Description;
    this.#ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    addFormats.default(this.#ajv);
    this.#ajv.addSchema({ $id: "github", ...(withNull(description) as object) }, "github");
    this.#templates = Object.keys(this.#description.paths).map((template) => ({
      template,
      pattern: toPattern(template),
      fixed: template.replace(/\{[^}]+\}/g, "").length,
    }));
  }

  /**
   * The operation for a path. The most literal template wins, as in GitHub's router. Null when GitHub has
   * none.
   */
  find(method: string, path: string): FoundOperation | null {
    const fitting = this.#templates
      .filter(({ pattern, template }) => pattern.test(path) && this.#operation(template, method))
      .sort((a, b) => b.fixed - a.fixed);
    const template = fitting[0]?.template;
    if (template === undefined) return null;
    const operation = this.#operation(template, method)!;
    return { template, operation, pointer: `#/paths/${escapePointer(template)}/${method.toLowerCase()}` };
  }

  /** The problems of a request's body. */
  checkBody({ operation, pointer }: FoundOperation, body: unknown): string[] {
    const described = operation.requestBody?.content?.["application/json"];
    if (described === undefined) return [];
    if (body === null) return operation.requestBody?.required === true ? ["a body is expected"] : [];
    return this.#check(`${pointer}/requestBody/content/application~1json/schema`, body);
  }

  /** The required query parameters that are missing. */
  checkQuery({ operation }: FoundOperation, query: URLSearchParams): string[] {
    return (operation.parameters ?? [])
      .map((one) => (one.$ref === undefined ? one : (this.#resolve(one.$ref) as typeof one)))
      .filter((one) => one.in === "query" && one.required === true && !query.has(one.name ?? ""))
      .map((one) => `the query parameter ${one.name} is expected`);
  }

  /** The problems of an answer: a status that GitHub does not document, or a body that does not match. */
  checkAnswer({ operation, pointer }: FoundOperation, status: number, body: unknown, accept = ""): string[] {
    const response = operation.responses[String(status)];
    // Any request can get these refusals, but the description lists them only for some.
    if (response === undefined)
      return [401, 403, 404, 422].includes(status)
        ? this.#checkError(body)
        : [`status ${status} is not documented`];
    // The request asked for another media type (`raw`), which has no schema in the description.
    if (typeof body === "string" && accept.includes("raw")) return [];
    const base = response.$ref ?? `${pointer}/responses/${status}`;
    const content = (
      response.$ref === undefined ? response : (this.#resolve(response.$ref) as typeof response)
    ).content;
    if (content === undefined) return body === null ? [] : [`no body is documented for ${status}`];
    if (content["application/json"] === undefined) return ["JSON is not documented here"];
    return this.#check(`${base}/content/application~1json/schema`, body);
  }

  #checkError(body: unknown): string[] {
    return this.#check("#/components/schemas/basic-error", body);
  }

  #operation(template: string, method: string): Operation | undefined {
    return this.#description.paths[template]?.[method.toLowerCase()];
  }

  #resolve(pointer: string): unknown {
    const [, , kind = "", name = ""] = pointer.split("/");
    return this.#description.components[kind]?.[name];
  }

  #check(pointer: string, value: unknown): string[] {
    const escaped = pointer.replace(/[{}]/g, encodeURIComponent);
    const validate =
      this.#ajv.getSchema(`github${escaped}`) ?? this.#ajv.compile({ $ref: `github${escaped}` });
    validate(value);
    return describe(validate.errors);
  }
}

/** OpenAPI 3.0's `nullable`, which JSON schema lacks: "null, or the rest". */
function withNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNull);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]): [string, unknown] => [key, withNull(one)]);
  const { nullable, ...rest } = Object.fromEntries(entries);
  if (typeof nullable === "object") return { nullable, ...rest };
  return nullable === true ? { anyOf: [{ type: "null" }, rest] } : rest;
}

/** Validation errors as short lines. */
export function describe(errors: ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(
    (error) => `${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`,
  );
}

const escapePointer = (template: string) => template.replace(/~/g, "~0").replace(/\//g, "~1");

function toPattern(template: string): RegExp {
  const source = template
    .replace(/[.*+?^$()|[\]\\]/g, "\\$&")
    .replace(/\{(path)\}/g, ".+")
    .replace(/\{[^}]+\}/g, "[^/]+");
  return new RegExp(`^${source}$`);
}
