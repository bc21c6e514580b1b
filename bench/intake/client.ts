import { randomUUID } from "node:crypto";
import { connect, type Socket } from "node:net";
import { createPayload } from "./payload.ts";

/**
 * Posts deliveries over 32 connections for a while, and prints acknowledged deliveries per second and their
 * latency. It writes HTTP by hand, because Node's own client would use more of the machine than the measured
 * server.
 */
const port = Number(process.argv[2]);
const seconds = Number(process.argv[3]);
const connections = 32;
const payloads = Array.from({ length: 200 }, (_, number) => {
  const { body, signature } = createPayload(number + 1);
  const bytes = Buffer.from(body);
  const head = `POST /api/github/webhooks HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${bytes.length}\r\nx-github-event: pull_request\r\nx-hub-signature-256: ${signature}\r\nx-github-delivery: `;
  return { head, bytes };
});

function post(socket: Socket, index: number): Promise<void> {
  const { head, bytes } = payloads[index % payloads.length]!;
  return new Promise((resolve, reject) => {
    let answer = "";
    const onData = (chunk: Buffer) => {
      answer += chunk.toString("latin1");
      if (!answer.endsWith("\r\n\r\nok\n")) return;
      socket.off("data", onData);
      if (answer.startsWith("HTTP/1.1 200 ")) resolve();
      else reject(new Error(answer));
    };
    socket.on("data", onData);
    socket.cork();
    socket.write(`${head}${randomUUID()}\r\n\r\n`, "latin1");
    socket.write(bytes);
    socket.uncork();
  });
}

let posted = 0;
async function postUntil(socket: Socket, end: number, times: number[]): Promise<void> {
  while (performance.now() < end) {
    posted += 1;
    const start = performance.now();
    await post(socket, posted);
    times.push(performance.now() - start);
  }
}

const sockets = Array.from({ length: connections }, () => connect(port, "127.0.0.1").setNoDelay());
for (const socket of sockets) {
  socket.on("close", () => {
    throw new Error("The server closed a connection.");
  });
}

async function measure(duration: number): Promise<{ perSecond: number; median: number; slowest: number }> {
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(sockets.map((socket) => postUntil(socket, start + duration, times)));
  const elapsed = performance.now() - start;
  times.sort((a, b) => a - b);
  return {
    perSecond: (times.length / elapsed) * 1000,
    median: times[times.length >> 1]!,
    slowest: times.at(-1)!,
  };
}

// The first second warms up the compiler.
await measure(1000);
const measured = await measure(seconds * 1000);
process.stdout.write(`${JSON.stringify({ ...measured, posted })}\n`, () => process.exit(0));
