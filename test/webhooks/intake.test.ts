import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { noMemory } from "../database/examples.ts";
import { RecordedRuns } from "../database/recorded-runs.ts";
import { sign, startServer, type TestServer } from "./start-server.ts";

interface Examples {
  name: string;
  examples: Record<string, unknown>[];
}

const examples = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("@octokit/webhooks-examples"), "utf8"),
) as Examples[];

const pullRequest = {
  action: "opened",
  number: 1,
  installation: { id: 3 },
  repository: { id: 7, name: "shop", full_name: "acme/shop", owner: { login: "acme" } },
  pull_request: {
    number: 1,
    body: "nobody else's business",
    updated_at: "2026-11-23T08:59:59Z",
    head: { sha: "abc" },
  },
  sender: { login: "alice", type: "User" },
};

const nothing = { pending: 0, due: 0, failed: 0 };
const one = { pending: 1, due: 1, failed: 0 };

const headers = (body: string | Uint8Array, more: Record<string, string> = {}) => ({
  "content-type": "application/json",
  "x-github-event": "pull_request",
  "x-github-delivery": "d1",
  "x-hub-signature-256": sign(body),
  ...more,
});

describe("deliveries over HTTP", () => {
  it("answers each of GitHub's example payloads with a 2xx", async () => {
    await using server = await startServer();
    const answers: Record<string, number> = {};
    let posted = 0;
    for (const { name, examples: payloads } of examples) {
      for (const payload of payloads) {
        const { status } = await server.post(name, payload);
        posted += 1;
        if (status !== 200) answers[`${name} ${payload.action}`] = status;
      }
    }
    expect({ posted, answers }).toEqual({ posted: 329, answers: {} });
  });

  it("stores a delivery once, however often it arrives", async () => {
    await using server = await startServer();
    expect((await server.post("pull_request", pullRequest, "d1")).status).toBe(200);
    expect((await server.post("pull_request", pullRequest, "d1")).status).toBe(200);
    expect(await server.database.queue.count()).toEqual(one);
    await server.post("star", { ...pullRequest, action: "created" });
    expect(server.counted).toEqual(["pull_request stored", "pull_request known", "star ignored"]);
  });

  it("delays a commit's check suite until the pull request's own event", async () => {
    await using server = await startServer();
    const { installation, repository, sender } = pullRequest;
    const suite = { head_sha: "abc", app: { id: 42 }, pull_requests: [{ number: 1 }] };
    await server.post("check_suite", {
      action: "requested",
      check_suite: suite,
      installation,
      repository,
      sender,
    });
    expect(await server.database.queue.count()).toEqual({ pending: 1, due: 0, failed: 0 });
    await server.post("pull_request", pullRequest);
    expect(await server.database.queue.count()).toEqual(one);
  });

  it("finds the pull request of a fork's check run by its commit", async () => {
    await using server = await startServer();
    await server.post("pull_request", pullRequest);
    const runs = new RecordedRuns();
    await server.database.queue.start(runs.handler, { concurrency: 1 });
    (await runs.next()).end({ type: "done", wakeAt: null, memory: { ...noMemory, headSha: "abc" } });
    await expect.poll(() => server.database.queue.count(), { timeout: 10_000 }).toEqual(nothing);

    const suite = { head_sha: "abc", head_branch: null, pull_requests: [], app: { id: 42 } };
    await server.post("check_suite", { ...pullRequest, action: "requested", check_suite: suite });
    expect(await server.database.queue.count()).toEqual(nothing);
    await server.post("check_suite", { ...pullRequest, action: "rerequested", check_suite: suite }, "d9");
    const run = await runs.next();
    expect(run.job.intents).toEqual([{ deliveryId: "d9", identifier: "rerequested", sender: "alice" }]);
    run.done();
  });

  it("answers 503 when the database doesn't answer, and names nothing internal", async () => {
    let fails = true;
    await using server = await startServer({
      queue: {
        accept: async () => {
          if (fails) throw new Error("disk full at /var/lib/secret");
          return "stored";
        },
        findByHead: async () => [],
      },
    });
    const answer = await server.post("pull_request", pullRequest);
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 503,
      body: { error: "Couldn't store the delivery; send it again later." },
    });
    expect(JSON.stringify(server.lines)).toContain("disk full");
    expect(JSON.stringify(server.lines)).not.toContain("nobody else's business");
    fails = false;
    expect((await server.post("pull_request", pullRequest)).status).toBe(200);
    expect(server.counted).toEqual(["pull_request failed", "pull_request stored"]);
  });
});

/** The log of a refusal: one line for its request, with the reason and without a stack. */
function expectOneLine({ lines }: TestServer, status: number) {
  expect(lines.map(({ msg, err }) => ({ msg, err }))).toEqual([
    {
      msg: expect.stringMatching(new RegExp(`^POST /api/github/webhooks ${status} - \\d+ms$`)),
      err: expect.objectContaining({ message: expect.stringMatching(/\.$/), stack: "" }),
    },
  ]);
  expect(JSON.stringify(lines).length).toBeLessThan(5000);
}

describe("a refused delivery leaves one line in the log and nothing in the database:", () => {
  const body = JSON.stringify(pullRequest);
  const broken = `{"action": "opened"`;
  const latin = Buffer.from([0x7b, 0xff, 0x7d]);
  const unsigned = headers(body);
  delete (unsigned as Record<string, string>)["x-hub-signature-256"];
  const huge = `{"a":"${"a".repeat(25 * 1024 * 1024)}"}`;
  const cases: [string, number, string | Uint8Array, Record<string, string>][] = [
    ["an unsigned delivery", 400, body, unsigned],
    ["a wrong signature", 400, body, headers("something else")],
    ["a signature of another length", 400, body, headers(body, { "x-hub-signature-256": "sha256=00" })],
    [
      "a form instead of JSON",
      415,
      body,
      headers(body, { "content-type": "application/x-www-form-urlencoded" }),
    ],
    ["text that is no JSON", 400, broken, headers(broken)],
    ["bytes that are no UTF-8", 400, latin, headers(latin)],
    ["JSON that is no object", 400, "[1]", headers("[1]")],
    ["an empty body", 400, "", headers("")],
    ["a payload larger than GitHub sends", 413, huge, headers(huge)],
    ["a delivery without an event", 400, body, headers(body, { "x-github-event": "" })],
    ["a delivery without an id", 400, body, headers(body, { "x-github-delivery": "" })],
    ...(
      [
        ["action", 7],
        ["action", ["opened"]],
        ["number", "1"],
        ["installation", "3"],
        ["installation", { id: "3" }],
        ["installation", { id: 0.5 }],
        ["repository", []],
        ["repository", { ...pullRequest.repository, owner: "acme" }],
        ["repository", { ...pullRequest.repository, name: "shop\0" }],
        ["pull_request", 1],
        ["pull_request", { ...pullRequest.pull_request, number: -1 }],
        ["pull_request", { ...pullRequest.pull_request, updated_at: 1_700_000_000 }],
        ["pull_request", { ...pullRequest.pull_request, head: "abc" }],
        ["sender", { login: {}, type: "Bot" }],
      ] satisfies [string, unknown][]
    ).map(([key, value]): (typeof cases)[number] => {
      const { number: _, ...rest } = pullRequest;
      const strange = JSON.stringify({
        ...rest,
        ...(key === "number" && { pull_request: null }),
        [key]: value,
      });
      return [`${key} of the wrong type: ${JSON.stringify(value)}`, 400, strange, headers(strange)];
    }),
  ];

  it.each(cases)("%s", async (_, status, sent, sentHeaders) => {
    await using server = await startServer();
    const answer = await server.send(sent, sentHeaders);
    await answer.text();
    expect(answer.status).toBe(status);
    expect(await server.database.queue.count()).toEqual(nothing);
    expectOneLine(server, status);
  });

  it("a large payload without a content-length", async () => {
    await using server = await startServer();
    const stream = new Blob([huge]).stream();
    const answer = await server.send(stream, headers(huge));
    expect(answer.status).toBe(413);
  });
});
