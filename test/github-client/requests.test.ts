import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import nock from "nock";
import { describe, expect, it } from "vitest";
import { createTokenClient } from "../../src/github/client/create-github-clients.ts";
import { loadDocument } from "../../src/github/load-document.ts";
import {
  api,
  createTestClients,
  createTestTime,
  graphqlUrl,
  silent,
  tokenAnswer,
} from "./create-test-clients.ts";
import { onlyExpectedRequests } from "./only-expected-requests.ts";

const tokenPath = "/api/v3/app/installations/1/access_tokens";
const github = () => nock("https://github.test");
const variables = { owner: "a", name: "b", number: 3 };

onlyExpectedRequests();

const giveToken = (token = "t1") => github().post(tokenPath).reply(201, tokenAnswer(token));

describe("a request", () => {
  it("carries the token and the API version, and returns GitHub's answer", async () => {
    giveToken();
    github()
      .get("/api/v3/repos/a/b")
      .matchHeader("authorization", "token t1")
      .matchHeader("x-github-api-version", "2022-11-28")
      .reply(200, { id: 5 }, { link: '<x>; rel="next"' });
    const { clients, sent } = createTestClients();
    const answer = await clients
      .installation(1)
      .request("GET /repos/{owner}/{repo}", { owner: "a", repo: "b" });
    expect({ status: answer.status, data: answer.data, link: answer.headers.link }).toEqual({
      status: 200,
      data: { id: 5 },
      link: '<x>; rel="next"',
    });
    expect(sent.map(({ kind, status }) => [kind, status])).toEqual([
      ["token", 201],
      ["rest_read", 200],
    ]);
  });

  it("as the App is signed, and needs no installation token", async () => {
    github()
      .get("/api/v3/app")
      .matchHeader("authorization", /^bearer [\w-]+\.[\w-]+\.[\w-]+$/)
      .reply(200, { slug: "async-review" });
    const { clients } = createTestClients();
    expect((await clients.app.request("GET /app")).data).toEqual({ slug: "async-review" });
  });

  it("by the command line carries the person's token", async () => {
    github().get("/api/v3/user").matchHeader("authorization", "token mine").reply(200, {});
    const { clock, timing } = createTestTime();
    const client = createTokenClient({
      token: "mine",
      apiUrl: api,
      graphqlUrl,
      clock,
      timing,
      logger: silent,
    });
    expect((await client.request("GET /user")).status).toBe(200);
  });
});

describe("a GraphQL answer", () => {
  it("keeps its data beside its errors", async () => {
    giveToken();
    const answer = {
      data: { repository: { name: "b", team: null } },
      errors: [{ type: "FORBIDDEN", path: ["repository", "team"], message: "no" }],
    };
    github()
      .post("/api/graphql", { query: loadDocument("pull-request-body"), variables })
      .reply(200, answer);
    const { clients } = createTestClients();
    expect(await clients.installation(1).ask("pull-request-body", variables)).toEqual(answer);
  });

  it.each([
    [{ data: null, errors: [{ type: "NOT_FOUND", message: "no" }] }, "not_found"],
    [{ errors: [{ message: "no such field", extensions: { code: "undefinedField" } }] }, "invalid"],
    [{ data: null, errors: [{ type: "FORBIDDEN", message: "no" }] }, "forbidden"],
    [{ message: "You have exceeded a secondary rate limit." }, "rate_limited"],
    [{ data: null, errors: [{ message: "You have exceeded a secondary rate limit." }] }, "rate_limited"],
  ] as const)("without data is an error: %j is %s", async (answer, reason) => {
    giveToken();
    github().post("/api/graphql").reply(200, answer);
    const { clients } = createTestClients();
    await expect(clients.installation(1).ask("pull-request-body", variables)).rejects.toMatchObject({
      reason,
    });
  });

  it.each([{ errors: "no" }, { errors: ["no"] }, { data: { a: 1 }, errors: { message: "no" } }])(
    "is an error when its errors are malformed: %j",
    async (answer) => {
      giveToken();
      github().post("/api/graphql").times(3).reply(200, answer);
      const { clients } = createTestClients();
      const asked = clients.installation(1).ask("pull-request-body", variables);
      await expect(asked).rejects.toMatchObject({ name: "GitHubError", reason: "unavailable" });
    },
  );

  it("is returned even when it is the last of its quota", async () => {
    giveToken();
    github()
      .post("/api/graphql")
      .reply(200, { data: { a: 1 } }, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795344000" });
    const { clients } = createTestClients();
    expect(await clients.installation(1).ask("pull-request-body", variables)).toEqual({
      data: { a: 1 },
      errors: [],
    });
  });

  it("is requested again when GitHub gave up without a reason", async () => {
    giveToken();
    github()
      .post("/api/graphql")
      .reply(200, { data: null, errors: [{ message: "Something went wrong" }] });
    github()
      .post("/api/graphql")
      .reply(200, { data: { a: 1 } });
    const { clients } = createTestClients();
    expect((await clients.installation(1).ask("pull-request-body", variables)).data).toEqual({ a: 1 });
  });
});

describe("an outage", () => {
  it("of reads is bridged by two more tries", async () => {
    giveToken();
    github().get("/api/v3/x").twice().reply(502);
    github().get("/api/v3/x").reply(200, {});
    const { clients, slept } = createTestClients();
    expect((await clients.installation(1).request("GET /x")).status).toBe(200);
    expect(slept).toEqual([250, 1_000]);
  });

  it.each(["GET", "PATCH", "PUT", "DELETE"])("of a %s is an error after three tries", async (method) => {
    giveToken();
    let calls = 0;
    github()
      .intercept("/api/v3/x", method)
      .times(3)
      .reply(() => {
        calls += 1;
        return [503, {}];
      });
    const { clients } = createTestClients();
    await expect(clients.installation(1).request(`${method} /x`)).rejects.toMatchObject({
      reason: "unavailable",
      status: 503,
    });
    expect(calls).toBe(3);
  });

  it("never repeats a create", async () => {
    giveToken();
    github().post("/api/v3/x").reply(502);
    const { clients, sent, slept } = createTestClients();
    await expect(clients.installation(1).request("POST /x")).rejects.toMatchObject({ reason: "unavailable" });
    expect(sent.filter(({ kind }) => kind === "rest_write")).toHaveLength(1);
    expect(slept).toEqual([]);
  });

  it("never repeats an update that appends annotations", async () => {
    giveToken();
    github().patch("/api/v3/x").reply(502);
    const { clients, slept } = createTestClients();
    const appending = clients.installation(1).request("PATCH /x", { output: { annotations: [] } });
    await expect(appending).rejects.toMatchObject({ reason: "unavailable", status: 502 });
    expect(slept).toEqual([]);
  });

  it("never repeats a mutation", async () => {
    giveToken();
    github().post("/api/graphql").reply(502);
    const { clients, sent } = createTestClients();
    const mutation = clients.installation(1).ask("minimize-comment", { subjectId: "IC_1" });
    await expect(mutation).rejects.toMatchObject({ reason: "unavailable" });
    expect(sent.filter(({ kind }) => kind === "graphql_mutation")).toHaveLength(1);
  });

  it("is recognised in half an answer", async () => {
    giveToken();
    github().post("/api/v3/x").reply(201, '{"id": 5, "bo', { "content-type": "application/json" });
    const { clients } = createTestClients();
    await expect(clients.installation(1).request("POST /x")).rejects.toMatchObject({
      reason: "unavailable",
      status: 201,
    });
  });

  it("is recognised in a broken connection", async () => {
    giveToken();
    github()
      .post("/api/v3/x")
      .replyWithError(Object.assign(new Error("reset"), { code: "ECONNRESET" }));
    const { clients } = createTestClients();
    await expect(clients.installation(1).request("POST /x")).rejects.toMatchObject({
      reason: "unavailable",
      status: null,
    });
  });

  it.each<[string, (response: ServerResponse, taken: () => void) => void, number | null]>([
    ["no answer", (_response, taken) => taken(), null],
    [
      "half an answer",
      (response, taken) => {
        const heard = () => {
          unsubscribe("undici:request:headers", heard);
          setImmediate(taken);
        };
        subscribe("undici:request:headers", heard);
        response.writeHead(201, { "content-type": "application/json" }).write('{"id": 5, "bo');
      },
      201,
    ],
  ])("is recognised in %s within ten seconds, and a create isn't repeated", async (_case, answer, status) => {
    // A real server, because nock's delays do not end with the request.
    nock.enableNetConnect("127.0.0.1");
    let requests = 0;
    const server = createServer((_request, response) => {
      requests += 1;
      answer(response, () => waited.resolve(expire()));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const waited = Promise.withResolvers<number>();
    const { clients, expire } = createTestClients({ apiUrl: `http://127.0.0.1:${port}` });
    const failure = clients.app.request("POST /app/hook/deliveries/1/attempts");
    await expect(failure).rejects.toMatchObject({ name: "GitHubError", reason: "unavailable", status });
    expect([await waited.promise, requests]).toEqual([10_000, 1]);
    server.closeAllConnections();
    server.close();
  });

  it("isn't waited for when GitHub names its end", async () => {
    giveToken();
    github().get("/api/v3/x").reply(503, {}, { "retry-after": "60" });
    const { clients, slept } = createTestClients();
    await expect(clients.installation(1).request("GET /x")).rejects.toMatchObject({
      reason: "unavailable",
      retryAt: "2026-11-22T09:01:00Z",
    });
    expect(slept).toEqual([]);
  });
});
