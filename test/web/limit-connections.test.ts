import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, it } from "vitest";
import { limitConnections } from "../../src/web/limit-connections.ts";

let server: Server;
afterEach(() => server.close());

/** A server that checks its time limits often and never answers. */
async function listen(limits: Parameters<typeof limitConnections>[1]) {
  server = createServer({ connectionsCheckingInterval: 10 });
  limitConnections(server, limits);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return () => connect(port, "127.0.0.1").on("error", () => undefined);
}

it("closes a connection whose request head doesn't arrive", async () => {
  const open = await listen({ headTimeoutMs: 50 });
  const socket = open();
  socket.write("POST /api/github/webhooks HTTP/1.1\r\nhost: x\r\nx-slow:");
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
});

it("closes the connection that exceeds the limit, and keeps the others", async () => {
  const open = await listen({ connections: 2 });
  const kept = [open(), open()];
  await Promise.all(kept.map((socket) => once(socket, "connect")));
  expect(await text(open())).toBe("");
  expect(kept.map(({ readyState }) => readyState)).toEqual(["open", "open"]);
  for (const socket of kept) socket.destroy();
});
