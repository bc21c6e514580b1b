import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { ServeEnvironment } from "../../../src/env.ts";

const file = (path: string) => new URL(path, import.meta.url).pathname;

/** The real server, `async-review serve`, as a process of its own. */
export class ServerProcess {
  readonly url: string;
  #child: ChildProcess;
  #errors = "";

  constructor(environment: ServeEnvironment) {
    this.url = `http://127.0.0.1:${environment.port}`;
    const command = ["--import", file("held-start.ts"), file("../../../bin/async-review.js"), "serve"];
    this.#child = spawn(process.execPath, command, {
      env: toVariables(environment),
      stdio: ["pipe", "ignore", "pipe"],
    });
    this.#child.stdin!.on("error", () => {});
    this.#child.stderr!.on("data", (chunk) => {
      this.#errors += chunk;
    });
  }

  /** Lets it start, and waits until it can work. */
  async start(): Promise<void> {
    this.#child.stdin!.write("go\n");
    while (!(await isReady(this.url))) {
      if (this.#child.exitCode !== null) throw new Error(`The server ended: ${this.#errors}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** `kill -9`. Sent at once; resolves when the process is gone. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill("SIGKILL");
    await once(this.#child, "exit");
  }
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function toVariables(environment: ServeEnvironment): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    NODE_ENV: "test",
    NODE_COMPILE_CACHE: `${environment.dataDir}/compile-cache`,
    APP_ID: String(environment.appId),
    PRIVATE_KEY: environment.privateKey,
    WEBHOOK_SECRET: environment.webhookSecret,
    GITHUB_API_URL: environment.apiUrl,
    GITHUB_GRAPHQL_URL: environment.graphqlUrl,
    HOST: environment.host,
    PORT: String(environment.port),
    DATA_DIR: environment.dataDir,
    LOG_LEVEL: "error",
    LOG_FORMAT: "json",
  };
}
