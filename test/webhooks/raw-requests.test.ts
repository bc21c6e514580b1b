import { once } from "node:events";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { sign, startServer, type TestServer } from "./start-server.ts";

const headers = (more: string[]) =>
  [
    "host: async-review.example",
    "content-type: application/json",
    "x-github-event: star",
    "x-github-delivery: d1",
    ...more,
    "",
    "",
  ].join("\r\n");

/** Sends one request. Resolves with its status when the server has ended the connection. */
async function ask(server: TestServer, head: string, body = ""): Promise<number> {
  const socket = server.connect();
  socket.on("error", () => undefined);
  socket.write(head);
  socket.write(body);
  const answer = await text(socket);
  return statusOf(answer);
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

/**
 * Sends a head and part of its body, and keeps the connection open. Resolves with an early answer.
 */
function holdOpen(server: TestServer, bytes: number): { socket: Socket; answer: Promise<string> } {
  const socket = server.connect();
  socket.on("error", () => undefined);
  const head = headers(["x-hub-signature-256: sha256=00", "content-length: 20000000"]);
  socket.write(`POST /api/github/webhooks HTTP/1.1\r\n${head}`);
  socket.write(Buffer.alloc(bytes, "x"));
  return { socket, answer: once(socket, "data").then(String) };
}

/** Spellings that another parser of addresses may take for the webhook's path. */
const spellings = [
  "/api/github/x/../webhooks",
  "/api/github/./webhooks",
  "/api/github\\webhooks",
  "/api/github/x/%2e%2e/webhooks",
  "/api/github/%2e/webhooks",
  "/api/github/webhooks#x",
  "//async-review.example/api/github/webhooks",
  "http://async-review.example/api/github/webhooks",
  "/api/github//webhooks",
  "/api/github/webhook%73",
  "/API/github/webhooks",
  "/api/github/webhooks;x",
  "/\tapi/github/webhooks",
  "*",
];

describe("other spellings of the webhook's path", () => {
  const large = 26 * 1024 * 1024;

  it.each(spellings)("don't bypass the limit of a body: %j", async (path) => {
    await using server = await startServer();
    const head = `POST ${path} HTTP/1.1\r\n${headers([`content-length: ${large}`])}`;
    expect([400, 413]).toContain(await ask(server, head));
  });

  it.each(spellings)("reach no handler, signed or not, and their body isn't awaited: %j", async (path) => {
    await using server = await startServer();
    const body = JSON.stringify({ action: "created" });
    for (const signature of [[], [`x-hub-signature-256: ${sign(body)}`]]) {
      const head = `POST ${path} HTTP/1.1\r\n${headers([...signature, "transfer-encoding: chunked"])}`;
      expect([400, 404]).toContain(await ask(server, head, `${body.length.toString(16)}\r\n${body}\r\n`));
    }
    expect(server.counted).toEqual([]);
  });

  it.each(["", "/", "?x", "/?x=/../y"])("reach the handler when only %j follows the path", async (more) => {
    await using server = await startServer();
    const body = JSON.stringify({ action: "created" });
    const signed = [
      `x-hub-signature-256: ${sign(body)}`,
      `content-length: ${body.length}`,
      "connection: close",
    ];
    const head = `POST /api/github/webhooks${more} HTTP/1.1\r\n${headers(signed)}`;
    expect(await ask(server, head, body)).toBe(200);
    expect(server.counted).toEqual(["star ignored"]);
  });

  it.each(["GET /ping", "GET /", "PUT /api/github/webhooks"])(
    "aren't confused with pages, which accept no body: %s",
    async (page) => {
      await using server = await startServer();
      const head = `${page} HTTP/1.1\r\n${headers([`content-length: ${large}`])}`;
      expect(await ask(server, head)).toBe(413);
    },
  );
});

describe("many request bodies at once", () => {
  it("are held up to one limit over all connections, beyond which each gets 503 with retry-after", async () => {
    await using server = await startServer({}, { heldBytes: 1024 * 1024 });
    const open = Array.from({ length: 40 }, () => holdOpen(server, 120_000));
    const answers: { status: number; retryAfter: string | undefined }[] = [];
    for (const { answer } of open)
      void answer.then((text) =>
        answers.push({ status: statusOf(text), retryAfter: /^retry-after: (.*)\r$/m.exec(text)?.[1] }),
      );
    // Blocks double, so 120,000 bytes are held in 128 KiB: eight of them fit.
    await expect
      .poll(() => answers)
      .toEqual(Array.from({ length: 32 }, () => ({ status: 503, retryAfter: "10" })));
    expect((await server.post("star", { action: "created" })).status).toBe(503);

    for (const { socket } of open) socket.destroy();
    await expect.poll(async () => (await server.post("star", { action: "created" })).status).toBe(200);
  });

  it("count by their size, even when they arrive a byte at a time", async () => {
    await using server = await startServer({}, { heldBytes: 64 * 1024 });
    const slow = server.connect();
    slow.on("error", () => undefined);
    slow.write(
      `POST /api/github/webhooks HTTP/1.1\r\n${headers(["x-hub-signature-256: sha256=00", "transfer-encoding: chunked"])}`,
    );
    slow.write("1\r\nx\r\n".repeat(60_000));
    const [answer] = await once(
      slow.on("data", () => undefined).end(`4000\r\n${"x".repeat(0x4000)}\r\n0\r\n\r\n`),
      "data",
    );
    expect(statusOf(String(answer))).toBe(503);
  });

  it("get 408 when they take too long", async () => {
    await using server = await startServer({}, { timeoutMs: 50 });
    expect(statusOf(await holdOpen(server, 10).answer)).toBe(408);
    expect(server.lines.map(({ msg }) => msg)).toEqual([expect.stringContaining(" 408 ")]);
  });

  it("free their memory when their senders disconnect", async () => {
    await using server = await startServer({}, { heldBytes: 20 * 1024 });
    for (let count = 0; count < 10; count += 1) {
      const { socket } = holdOpen(server, 100);
      await expect.poll(async () => (await server.post("star", { action: "created" })).status).toBe(503);
      socket.destroy();
      await expect.poll(async () => (await server.post("star", { action: "created" })).status).toBe(200);
    }
  });
});
