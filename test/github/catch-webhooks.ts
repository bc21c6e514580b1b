import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** Replaces the app: accepts every webhook with the same answer. */
export interface Catcher extends AsyncDisposable {
  url: string;
  received: { headers: IncomingHttpHeaders; body: string }[];
  /** The status of the answer; null for no answer. */
  status: number | null;
}

/** Starts a listener for webhooks on loopback that answers 202 until told otherwise. */
export async function catchWebhooks(): Promise<Catcher> {
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      catcher.received.push({ headers: request.headers, body });
      if (catcher.status !== null) response.writeHead(catcher.status).end("seen");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const catcher: Catcher = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/github/webhooks`,
    received: [],
    status: 202,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return catcher;
}
