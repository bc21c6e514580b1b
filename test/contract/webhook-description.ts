import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe } from "./rest-description.ts";

interface Description {
  webhooks: Record<
    string,
    { post: { requestBody: { content: Record<string, { schema: { $ref: string } }> } } }
  >;
  components: Record<string, unknown>;
}

/** GitHub's description of webhook payloads (OpenAPI 3.1). */
export class WebhookDescription {
  #description: Description;
  #ajv: Ajv2020;

  constructor(description: Record<string, unknown>) {
    this.#description = description as unknown as Description;
    this.#ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
    addFormats.default(this.#ajv);
    this.#ajv.addSchema({ $id: "webhooks", components: this.#description.components }, "webhooks");
  }

  /** The problems of a payload. An event that GitHub does not describe is one problem as a whole. */
  check(event: string, action: string | null, payload: unknown): string[] {
    const name = [event, action]
      .filter((one) => one !== null)
      .join("-")
      .replaceAll("_", "-");
    const ref = this.#description.webhooks[name]?.post.requestBody.content["application/json"]?.schema.$ref;
    if (ref === undefined) return [`GitHub describes no webhook ${name}`];
    const validate = this.#ajv.getSchema(`webhooks${ref}`);
    if (validate === undefined) return [`there is no schema ${ref}`];
    validate(payload);
    return describe(validate.errors as Parameters<typeof describe>[0]);
  }
}
