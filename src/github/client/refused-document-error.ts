import { GitHubError } from "../../reconcile/ports.ts";
import type { GraphqlError } from "./client.ts";

/** A GraphQL document that the server's schema refuses; nothing of it was carried out. */
export class RefusedDocumentError extends GitHubError {
  override name = "RefusedDocumentError";
  readonly errors: GraphqlError[];

  constructor(message: string, errors: GraphqlError[]) {
    super(message, { reason: "invalid", status: 200 });
    this.errors = errors;
  }
}
