import { createTokenClient } from "../../src/github/client/create-github-clients.ts";
import { api, createTestTime, graphqlUrl, silent } from "../github-client/create-test-clients.ts";

/**
 * A client whose requests never reach the network. `answer` gets each route with its placeholders, and
 * returns the body. `routes` collects the routes, `logged` the warnings.
 */
export function answerWith(
  answer: (route: string, graphql: { query?: unknown; variables?: unknown }) => unknown,
) {
  const routes: string[] = [];
  const logged: object[] = [];
  const client = createTokenClient({
    token: "mine",
    apiUrl: api,
    graphqlUrl,
    ...createTestTime(),
    logger: { ...silent, warn: (fields) => void logged.push(fields) },
  });
  client.hook.wrap("request", async (_request, { method, url, query, variables }) => {
    const route = `${method} ${url}`;
    routes.push(route);
    return { status: 200, url, headers: {}, data: answer(route, { query, variables }) };
  });
  return { client, routes, logged };
}
