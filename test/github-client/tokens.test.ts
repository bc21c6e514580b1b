import { readFileSync } from "node:fs";
import nock from "nock";
import { afterEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { permissions } from "../../src/github/client/use-installation-token.ts";
import { createTestClients, tokenAnswer } from "./create-test-clients.ts";
import { onlyExpectedRequests } from "./only-expected-requests.ts";

const tokenPath = "/api/v3/app/installations/1/access_tokens";
const github = () => nock("https://github.test");

onlyExpectedRequests();
afterEach(() => void vi.useRealTimers());

describe("an installation's token", () => {
  it("is requested once for many first calls, narrowed to the used permissions and to no repository", async () => {
    github()
      .post(tokenPath, (body) => {
        expect(body).toEqual({ permissions });
        return true;
      })
      .matchHeader("authorization", /^bearer /)
      .reply(201, tokenAnswer("t1"));
    github().get("/api/v3/x").times(10).matchHeader("authorization", "token t1").reply(200, {});
    const { clients, sent } = createTestClients();
    await Promise.all(Array.from({ length: 10 }, () => clients.installation(1).request("GET /x")));
    expect(sent.filter(({ kind }) => kind === "token")).toHaveLength(1);
  });

  it("is requested with the permissions of app.yml", () => {
    const manifest = parse(readFileSync(new URL("../../app.yml", import.meta.url), "utf8"));
    expect(permissions).toEqual(manifest.default_permissions);
  });

  it.each([
    ["correct", "2026-11-22T09:00:00Z"],
    ["three hours ahead", "2026-11-22T12:00:00Z"],
    ["three hours behind", "2026-11-22T06:00:00Z"],
  ])("is kept for 59 minutes by a clock that is %s", async (_case, now) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
    github().post(tokenPath).reply(201, tokenAnswer("t1"));
    github().get("/api/v3/x").twice().matchHeader("authorization", "token t1").reply(200, {});
    const { clients } = createTestClients({ clock: { now: () => new Date().toISOString() } });
    await clients.installation(1).request("GET /x");
    vi.advanceTimersByTime(58 * 60_000);
    await clients.installation(1).request("GET /x");

    github().post(tokenPath).reply(201, tokenAnswer("t2", "2026-11-22T11:00:00Z"));
    github().get("/api/v3/x").matchHeader("authorization", "token t2").reply(200, {});
    vi.advanceTimersByTime(60_000);
    await clients.installation(1).request("GET /x");
  });

  it("isn't narrowed where the owner hasn't accepted all permissions yet", async () => {
    github()
      .post(tokenPath, { permissions })
      .reply(422, { message: "The permissions requested are not granted" });
    github()
      .post(tokenPath, (body) => body === "")
      .reply(201, tokenAnswer("t1"));
    github().get("/api/v3/x").reply(200, {});
    const { clients } = createTestClients();
    expect((await clients.installation(1).request("GET /x")).status).toBe(200);
  });

  it("is dropped when GitHub refuses it, and a fresh one is tried once, even for a create", async () => {
    github().post(tokenPath).reply(201, tokenAnswer("t1"));
    github().post("/api/v3/x").matchHeader("authorization", "token t1").reply(401, {});
    github().post(tokenPath).reply(201, tokenAnswer("t2"));
    github().post("/api/v3/x").matchHeader("authorization", "token t2").reply(201, {});
    const { clients } = createTestClients();
    expect((await clients.installation(1).request("POST /x")).status).toBe(201);
  });

  it("is renewed once for many requests that were refused together", async () => {
    github().post(tokenPath).reply(201, tokenAnswer("t1"));
    github().get("/api/v3/x").times(5).matchHeader("authorization", "token t1").reply(401, {});
    github().post(tokenPath).reply(201, tokenAnswer("t2"));
    github().get("/api/v3/x").times(5).matchHeader("authorization", "token t2").reply(200, {});
    const { clients } = createTestClients();
    await Promise.all(Array.from({ length: 5 }, () => clients.installation(1).request("GET /x")));
  });

  it("leads to an error when it is refused twice", async () => {
    github().post(tokenPath).twice().reply(201, tokenAnswer("t1"));
    github().get("/api/v3/x").twice().reply(401, {});
    const { clients, slept } = createTestClients();
    await expect(clients.installation(1).request("GET /x")).rejects.toMatchObject({ reason: "unauthorized" });
    expect(slept).toEqual([]);
  });

  it.each([
    [403, { message: "This installation has been suspended" }, "suspended"],
    [404, { message: "Not Found" }, "not_found"],
    [401, { message: "A JSON web token could not be decoded" }, "unauthorized"],
  ])("is missing with GitHub's reason: %i", async (status, data, reason) => {
    github().post(tokenPath).twice().reply(status, data);
    const { clients, sent } = createTestClients();
    await expect(clients.installation(1).request("GET /x")).rejects.toMatchObject({ reason });
    // The failure is not kept: the next call asks again.
    await expect(clients.installation(1).request("GET /x")).rejects.toMatchObject({ reason });
    expect(sent.map(({ kind }) => kind)).toEqual(["token", "token"]);
  });
});
