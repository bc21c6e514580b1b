import { pino } from "pino";
import { Probot, Server } from "probot";

// An empty Probot server: the cost of a process that only receives deliveries. It prints a line once it is
// up.
const server = new Server({
  Probot: Probot.defaults({
    appId: 1,
    privateKey: process.env.PRIVATE_KEY!,
    secret: "a secret of the benchmark",
  }),
  // Probot takes the number 0 for "not set"; Node takes its text for "any free port".
  port: "0" as unknown as number,
  host: "127.0.0.1",
  log: pino({ level: "silent" }),
});
await server.load(() => {});
await server.start();
console.log("ready");
