import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * A free port for a server that cannot choose its own (Probot takes 0 for "3000"). It can be used later and
 * again, because it is below the ports that the system gives to other tests' connections and to port 0
 * (/proc/sys/net/ipv4/ip_local_port_range).
 */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_768);
    const server = createServer().listen(port, "127.0.0.1");
    const isFree = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}
