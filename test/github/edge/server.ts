import { createServer, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { GraphQLError } from "graphql";
import { type Document, readDocument, runDocument } from "../graphql/run-document.ts";
import { type Answer, Refusal, refuse } from "../rest/answer.ts";
import { type Route, Router } from "../rest/router.ts";
import { routes } from "../rest/routes.ts";
import type { Token } from "../rest/token.ts";
import type { Tokens } from "../rest/tokens.ts";
import type { History } from "../state/history.ts";
import type { World } from "../state/world.ts";
import type { Deliveries } from "../webhooks/deliveries.ts";
import type { WorkflowEvents } from "../webhooks/workflow-events.ts";
import type { Fault, Faults } from "./faults.ts";
import type { RateLimits } from "./rate-limits.ts";
import { type ReceivedRequest, readRequest } from "./read-request.ts";
import { recordLine } from "./record-line.ts";
import type { LoggedRequest, RequestLog } from "./request-log.ts";
import { type Spoilt, writeAnswer } from "./write-answer.ts";

export interface ServerParts {
  world: World;
  tokens: Tokens;
  deliveries: Deliveries;
  workflowEvents: WorkflowEvents;
  history: History;
  faults: Faults;
  requests: RequestLog;
  limits: RateLimits;
  /** Milliseconds that every answer takes at least. */
  latency: { ms: number };
  /** The local GitHub's own defects: fields or endpoints that it does not implement. */
  defects: string[];
}

const router = new Router(routes);

/** The route or document of a request, once it is known. */
interface Asked {
  request: ReceivedRequest;
  route: { route: Route; params: Record<string, string> } | null;
  document: Document | null;
  log: LoggedRequest;
}

/** The HTTP server in front of the state: authentication, faults, latency, headers and the log. */
export function createGitHubServer(parts: ServerParts): Server {
  return createServer((message, response) => {
    readRequest(message)
      .then((request) => serve(parts, request, response))
      .catch((error: unknown) => {
        defect(parts, String(error instanceof Error ? error.stack : error));
        response.destroy();
      });
  });
}

async function serve(parts: ServerParts, request: ReceivedRequest, response: ServerResponse): Promise<void> {
  const asked = identify(parts, request);
  parts.requests.all.push(asked.log);
  const fault = parts.faults.take(asked.log);
  const wait = parts.latency.ms + (fault?.delayMs ?? 0);
  if (wait > 0) await sleep(wait);
  await fault?.until;
  const isAnswered = fault === null || fault.after === "store" || !replaces(fault);
  const { answer, points } = isAnswered ? await answerOf(parts, asked) : { answer: null, points: 1 };
  const shown = fault !== null && replaces(fault) ? faultAnswer(fault, answer) : answer!;
  const resource = request.path === "/graphql" ? "graphql" : "core";
  const headers = {
    ...parts.limits.count(request.headers.authorization, resource, points),
    date: new Date().toUTCString(),
    ...shown.headers,
  };
  const spoilt: Spoilt = fault?.drop ? "dropped" : fault?.half ? "half" : null;
  asked.log.status = writeAnswer(response, request, { ...shown, headers }, spoilt);
  if (!asked.route?.route.isPage) recordExchange(parts.world, asked, fault === null ? shown : null);
}

/** Whether the fault changes the answer, not only its time. */
const replaces = (fault: Fault) =>
  fault.status !== undefined || fault.body !== undefined || fault.drop === true || fault.half === true;

function faultAnswer(fault: Fault, answer: Answer | null): Answer {
  const body = fault.body ?? answer?.body ?? { message: "Server Error" };
  const isSpoiltOnly = fault.status === undefined && fault.body === undefined;
  return {
    status: fault.status ?? (isSpoiltOnly ? (answer?.status ?? 200) : 200),
    body,
    headers: { ...(isSpoiltOnly ? answer?.headers : {}), ...fault.headers },
  };
}

function identify({ world, tokens }: ServerParts, request: ReceivedRequest): Asked {
  const isGraphql = request.path === "/graphql" && request.method === "POST";
  const query = isGraphql ? request.body?.query : undefined;
  const read = typeof query === "string" ? readDocument(query, world.schemaLacks) : null;
  const document = read instanceof GraphQLError ? null : read;
  const route = isGraphql ? null : router.find(request.method, request.path);
  const log: LoggedRequest = {
    method: request.method,
    path: request.path,
    query: request.query.toString(),
    route: isGraphql ? "/graphql" : (route?.route.path ?? null),
    operation: document?.name ?? null,
    operationType: isGraphql ? (document?.type ?? "query") : null,
    body: request.text === "" ? null : request.body,
    status: 0,
    at: world.clock.now(),
    byToken: tokens.kindOf(request.headers.authorization),
  };
  return { request, route, document, log };
}

async function answerOf(parts: ServerParts, asked: Asked): Promise<{ answer: Answer; points: number }> {
  try {
    if (asked.log.route === "/graphql") return await answerGraphql(parts, asked);
    return { answer: answerRest(parts, asked), points: 1 };
  } catch (error) {
    if (error instanceof Refusal) return { answer: error.answer, points: 1 };
    return { answer: defect(parts, String(error instanceof Error ? error.stack : error)), points: 1 };
  }
}

function answerRest(parts: ServerParts, { request, route }: Asked): Answer {
  const { world, tokens, deliveries } = parts;
  const token: Token = route?.route.isOpen
    ? { kind: "none" }
    : tokens.authenticate(request.headers.authorization);
  if (route === null) {
    parts.defects.push(`${request.method} ${request.path}: the local GitHub has no such endpoint.`);
    throw refuse(404, "Not Found");
  }
  if (request.body === null) throw refuse(400, "Problems parsing JSON");
  const { headers, query, body } = request;
  const given = { world, tokens, deliveries, token, params: route.params, query, headers, body };
  if (request.method === "GET") return route.route.handle(given);
  return world.write(() => route.route.handle(given));
}

async function answerGraphql(parts: ServerParts, { request, document }: Asked) {
  const { world, tokens, history, limits } = parts;
  const token = tokens.authenticate(request.headers.authorization);
  if (token.kind === "jwt") throw refuse(401, "Bad credentials");
  if (document === null) {
    const parsed = readDocument(String(request.body?.query ?? ""), world.schemaLacks);
    const message = parsed instanceof GraphQLError ? parsed.message : "A query attribute must be specified.";
    return { answer: { status: 200, body: { errors: [{ message }] } }, points: 1 };
  }
  const variables = (request.body?.variables ?? {}) as Record<string, unknown>;
  const left = limits.left(request.headers.authorization, "graphql");
  const run = (state: World["state"]) => runDocument(document, variables, { world, state, token }, left);
  const result =
    document.type === "mutation"
      ? await world.write(() => run(world.state))
      : await run(history.read(world.state));
  if (result.defects.length > 0) return { answer: defect(parts, result.defects.join("\n")), points: 1 };
  return { answer: { status: 200, body: result.body }, points: result.points };
}

/** A bug or gap of the local GitHub itself, which must never look like GitHub's answer. */
function defect({ defects }: ServerParts, text: string): Answer {
  defects.push(text);
  console.error(`local GitHub: ${text}`);
  return { status: 500, body: { message: `local GitHub: ${text.split("\n")[0]}` } };
}

/** Leaves the answer out when a fault made it. */
function recordExchange(world: World, { request, log }: Asked, answer: Answer | null): void {
  recordLine(world, {
    kind: "request",
    method: log.method,
    path: log.path,
    query: log.query,
    body: log.body,
    operation: log.operation,
    status: answer?.status ?? null,
    accept: request.headers.accept,
    response: answer?.body ?? null,
  });
}
