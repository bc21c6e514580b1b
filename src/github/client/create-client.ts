import type { Clock } from "../../reconcile/ports.ts";
import type { GitHubClient, GraphqlAnswer, RestAnswer, Timing } from "./client.ts";
import type { Gate } from "./create-gate.ts";
import type { Send } from "./create-send.ts";
import { type Call, describeGraphqlCall, describeRestCall } from "./describe-call.ts";
import { readGraphqlAnswer } from "./read-graphql-answer.ts";
import { RefusedDocumentError } from "./refused-document-error.ts";
import { repeatIdempotent } from "./repeat-idempotent.ts";
import type { SchemaGaps } from "./schema-gaps.ts";

/** Runs a request with an `Authorization` header; may run it once more with a fresh one. */
export type Authorize = <T>(task: (authorization: string | null) => Promise<T>) => Promise<T>;

interface ClientParts {
  send: Send;
  gate: Gate;
  authorize: Authorize;
  graphqlUrl: string;
  clock: Clock;
  timing: Timing;
  gaps: SchemaGaps;
}

/** Puts the parts in their order: repeat ( authorize ( gate ( send once ))). */
export function createClient({
  send,
  gate,
  authorize,
  graphqlUrl,
  clock,
  timing,
  gaps,
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

  function ask<Data>(document: string, variables: Record<string, unknown>) {
    const call = describeGraphqlCall(document);
    return transmit(call, `POST ${graphqlUrl}`, { query: document, variables }, (answer) =>
      readGraphqlAnswer<Data>(answer, call.name, clock.now()),
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
    async graphql<Data>(
      document: string,
      variables: Record<string, unknown> = {},
    ): Promise<GraphqlAnswer<Data>> {
      for (;;) {
        const { text, leftOut } = gaps.adapt(document);
        try {
          const answer = await ask<Data>(text, variables);
          return leftOut.length === 0 ? answer : { ...answer, leftOut };
        } catch (error) {
          if (!(error instanceof RefusedDocumentError)) throw error;
          // Every round leaves out more, so this ends.
          if (!(await gaps.learn(document, error, listEnumValues))) throw error;
        }
      }
    },
  };

  async function listEnumValues(): Promise<Set<string>> {
    const { data } = await ask<EnumsAnswer>("{ __schema { types { enumValues { name } } } }", {});
    return new Set(data.__schema.types.flatMap(({ enumValues }) => enumValues ?? []).map(({ name }) => name));
  }
}

interface EnumsAnswer {
  __schema: { types: { enumValues: { name: string }[] | null }[] };
}
