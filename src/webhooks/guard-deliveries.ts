import { isUtf8 } from "node:buffer";
import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { IntakeError } from "./intake-error.ts";
import { readBody } from "./read-body.ts";

type Middleware = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Stands in front of @octokit/webhooks' middleware and adds what that lacks: a limit on the size of a payload, and a refusal
 * that costs one line in the log. (Its own refusal of a wrong signature writes the whole payload there, twice, and whoever
 * finds the address can send one. A signed payload that is JSON but no object makes it answer 500.) Everything else, other
 * paths included, goes on to it as it came.
 */
export function guardDeliveries(
  middleware: Middleware,
  { secret, path }: { secret: string; path: string },
): Middleware {
  return async (request, response) => {
    if (!isDelivery(request, path)) return middleware(request, response);
    try {
      const body = await readBody(request);
      requireSignature(body, request.headers["x-hub-signature-256"], secret);
      requireObject(body);
      // The middleware takes a body that was read already.
      return await middleware(Object.assign(request, { body: body.toString("utf8") }), response);
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      return refuse(response, error);
    }
  };
}

/** A POST of JSON to the path; the middleware itself refuses the rest (404, 415) without reading it. */
function isDelivery({ method, url = "", headers }: IncomingMessage, path: string): boolean {
  const pathname = url.split("?", 1)[0]!.replace(/\/+$/, "");
  return (
    method === "POST" &&
    pathname === path &&
    /^\s*application\/json\s*(;|$)/.test(headers["content-type"] ?? "")
  );
}

function requireSignature(body: Buffer, header: string | string[] | undefined, secret: string): void {
  const expected = Buffer.from(`sha256=${createHmac("sha256", secret).update(body).digest("hex")}`);
  const given = Buffer.from(String(header ?? ""));
  if (given.length === expected.length && timingSafeEqual(given, expected)) return;
  const what = header === undefined ? "The delivery is not signed" : "The signature does not match";
  throw new IntakeError(`${what}; sign it with the webhook secret of the App (WEBHOOK_SECRET).`, {
    status: 400,
  });
}

function requireObject(body: Buffer): void {
  if (isUtf8(body) && /^\s*\{/.test(body.toString("latin1", 0, 100))) return;
  throw new IntakeError("The payload is not a JSON object, as every delivery of GitHub is.", { status: 400 });
}

function refuse(response: ServerResponse, error: IntakeError): boolean {
  // Probot's access log writes `err` into the one line that it writes for every request.
  Object.assign(response, { err: error });
  const body = JSON.stringify({ error: error.message });
  response.writeHead(error.status, { "content-type": "application/json", connection: "close" }).end(body);
  return true;
}
