import type { IncomingMessage, ServerResponse } from "node:http";
import { setImmediate } from "node:timers/promises";
import type { ReceivedDelivery } from "./find-looks.ts";
import { IntakeError } from "./intake-error.ts";
import { idAt, objectAt, type Payload, textAt } from "./payload.ts";
import { BodyBudget, type BodyLimits, requireSmall, usualLimits, withBody } from "./read-body.ts";

/** Answers a request and returns true, or leaves it to the next handler of the server and returns false. */
type Middleware = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

interface IntakeOptions {
  /** True if this is the signature of that text; `verify` of `@octokit/webhooks`. */
  verify(text: string, signature: string): Promise<boolean>;
  /** Takes one verified delivery. */
  receive(delivery: ReceivedDelivery): Promise<void>;
  /** Where GitHub posts to. */
  path: string;
  limits?: BodyLimits;
}

/**
 * Sees every request first, on every path. It reads the address once, so that the guard and the routing
 * agree: a POST to this path is a delivery, and no other request's body is read. A delivery's signature is
 * verified once, and only then is it parsed and handed to `receive`. A refusal costs one line of the log,
 * without a stack.
 */
export function answerDeliveries({ verify, receive, path, limits = usualLimits }: IntakeOptions): Middleware {
  const budget = new BodyBudget(limits);
  let lastTurn = Promise.resolve();
  const nextTurn = () => {
    lastTurn = lastTurn.then(() => setImmediate());
    return lastTurn;
  };
  return async (request, response) => {
    try {
      requireSmall(request, limits);
      if (!isDelivery(request, path)) return leave(request, response);
      const { id, name, signature } = readHeaders(request);
      await withBody(request, budget, async (body) => {
        if (body.length > largeBytes) await nextTurn();
        const text = body.toString("utf8");
        if (text === "" || !(await verify(text, signature)))
          throw new IntakeError(`The signature doesn't match. ${signIt}`, { status: 400 });
        await receive({ id, name, payload: parsePayload(text) });
      });
      return answer(response, 200, { "content-type": "text/plain" }, "ok\n");
    } catch (error) {
      return refuse(response, toIntakeError(error));
    }
  };
}

/** Verifying a body above this size takes a while, so each has a turn of the event loop to itself. */
const largeBytes = 1024 * 1024;

function isDelivery({ method, url = "" }: IncomingMessage, path: string): boolean {
  const [pathname] = url.split("?", 1);
  return method === "POST" && (pathname === path || pathname === `${path}/`);
}

/** Pages read no bodies. A connection that sends one closes with the answer, so that the rest isn't read. */
function leave({ headers }: IncomingMessage, response: ServerResponse): false {
  const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
  if (hasBody) response.setHeader("connection", "close");
  return false;
}

function readHeaders({ headers }: IncomingMessage): { id: string; name: string; signature: string } {
  if (!/^\s*application\/json\s*(;|$)/.test(headers["content-type"] ?? "")) {
    throw new IntakeError("The delivery isn't JSON. Set the webhook's content type to application/json.", {
      status: 415,
    });
  }
  const read = (name: string, what: string) => {
    const value = headers[name];
    if (typeof value === "string" && value !== "") return value;
    throw new IntakeError(what, { status: 400 });
  };
  return {
    signature: read("x-hub-signature-256", `The delivery isn't signed. ${signIt}`),
    name: read("x-github-event", "The delivery has no header X-GitHub-Event."),
    id: read("x-github-delivery", "The delivery has no header X-GitHub-Delivery."),
  };
}

const signIt = "Set the same webhook secret in the App's settings and in WEBHOOK_SECRET.";

/** The payload of a delivery. What all payloads have in common is checked here, before Probot reads it. */
function parsePayload(text: string): Payload {
  const payload = parseJson(text);
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) {
    throw new IntakeError("The payload isn't a JSON object.", { status: 400 });
  }
  const delivery = payload as Payload;
  textAt(delivery, "action");
  idAt(objectAt(delivery, "installation"), "id");
  idAt(objectAt(delivery, "repository"), "id");
  textAt(objectAt(delivery, "sender"), "login");
  return delivery;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Probot wraps what its handlers throw. Unless that is a refusal, the sender learns only that something
 * failed.
 */
function toIntakeError(error: unknown): IntakeError {
  const [thrown] = error instanceof AggregateError ? error.errors : [error];
  if (thrown instanceof IntakeError) return thrown;
  return new IntakeError("Couldn't take the delivery; the server's log says why.", {
    status: 500,
    cause: thrown,
  });
}

function refuse(response: ServerResponse, error: IntakeError): true {
  // Probot's access log adds `err` to its one line for the request.
  Object.assign(response, { err: error });
  const retry = error.retryAfter === null ? {} : { "retry-after": String(error.retryAfter) };
  const headers = { "content-type": "application/json", connection: "close", ...retry };
  return answer(response, error.status, headers, JSON.stringify({ error: error.message }));
}

function answer(response: ServerResponse, status: number, headers: object, body: string): true {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
  return true;
}
