import type { Clock } from "../../reconcile/ports.ts";
import type { GitHubClient, GraphqlAnswer, RestAnswer, Timing } from "./client.ts";
import type { Gate } from "./create-gate.ts";
import type { Send } from "./create-send.ts";
import { type Call, describeGraphqlCall, describeRestCall } from "./describe-call.ts";
import { readGraphqlAnswer } from "./read-graphql-answer.ts";
import { repeatIdempotent } from "./repeat-idempotent.ts";

/** Runs a request with an `Authorization` header; may run it once more with a fresh one. */
export type Authorize = <T>(task: (authorization: string | null) => Promise<T>) => Promise<T>;

interface ClientParts {
  send: Send;
  gate: Gate;
  authorize: Authorize;
  graphqlUrl: string;
  clock: Clock;
  timing: Timing;
}

/** Puts the parts in their order: repeat ( authorize ( gate ( send once ))). */
export function createClient({
  send,
  gate,
  authorize,
  graphqlUrl,
  clock,
  timing,
}: ClientParts): GitHubClient {
  function transmit<T>(
    call: Call,
    route: string,
    parameters: Record<string, unknown>,
    read: (answer: RestAnswer) => T,
  ): Promise<T> {
    return repeatIdempotent(call, timing, () =>
      authorize(async (authorization) => {
        const passed = await gate.pass(call, async () => {
          const answer = await send({ name: call.name, kind: call.kind, route, parameters, authorization });
          return { headers: answer.headers, result: read(answer) };
        });
        return passed.result;
      }),
    );
  }

  return {
    request<Data>(route: string, parameters: Record<string, unknown> = {}) {
      return transmit(
        describeRestCall(route, parameters),
        route,
        parameters,
        (answer) => answer as RestAnswer<Data>,
      );
    },
    graphql<Data>(document: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer<Data>> {
      const call = describeGraphqlCall(document);
      return transmit(call, `POST ${graphqlUrl}`, { query: document, variables }, (answer) =>
        readGraphqlAnswer<Data>(answer, call.name, clock.now()),
      );
    },
  };
}
