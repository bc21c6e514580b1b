import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compose, docker } from "./engine.ts";

const checkout = fileURLToPath(new URL("../..", import.meta.url));
const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "pkcs1", format: "pem" },
});
const pem = Buffer.from(privateKey).toString("base64");

/**
 * A deployment by docs/operations.md: a folder with the tracked files and a `.env`, and Compose in that
 * folder.
 */
export class Deployment {
  readonly #folder = mkdtempSync(join(tmpdir(), "async-review-image-"));
  readonly #profile: string;
  readonly #service: string;
  readonly #variables: Record<string, string>;

  private constructor(profile: string, service: string, port: number) {
    this.#profile = profile;
    this.#service = service;
    this.#variables = { PORT: String(port), POSTGRES_PASSWORD: "p@ss/w:rd %of #tests" };
    copyTrackedFiles(this.#folder);
    const lines = [
      "APP_ID=424242",
      // One profile has the key itself, the other a file beside `.env`.
      profile === "embedded" ? `PRIVATE_KEY=${pem}` : "PRIVATE_KEY_PATH=./app.pem",
      "WEBHOOK_SECRET=a secret of the tests",
      // The app's own network has no other GitHub.
      "GITHUB_API_URL=http://127.0.0.1:9999",
    ];
    writeFileSync(join(this.#folder, "app.pem"), privateKey);
    writeFileSync(join(this.#folder, ".env"), `${lines.join("\n")}\n`);
  }

  static async prepare(profile: string, service: string): Promise<Deployment> {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return new Deployment(profile, service, port);
  }

  /** Builds the image when it is missing, starts everything, and waits until the app is ready. */
  async start(): Promise<void> {
    this.#compose("up", "--build", "--detach");
    try {
      await until("the app is ready", async () => (await this.#get("/readyz")).ok);
    } catch (error) {
      console.log(this.#compose("logs", "--no-color"));
      throw error;
    }
  }

  /** Stops the containers as an operator would, and returns how the app ended. Volumes stay. */
  stop(): { exitCode: number } {
    this.#compose("stop");
    return { exitCode: Number(docker("inspect", "--format", "{{.State.ExitCode}}", this.container)) };
  }

  remove(): void {
    this.#compose("down", "--volumes", "--remove-orphans");
    rmSync(this.#folder, { recursive: true });
  }

  get container(): string {
    return this.#compose("ps", "--all", "--quiet", this.#service);
  }

  /** The command's output in the app's container. */
  run(...command: string[]): string {
    return docker("exec", this.container, ...command);
  }

  /** Waits for the image's own health check. */
  async healthy(): Promise<void> {
    const ask = () => docker("inspect", "--format", "{{.State.Health.Status}}", this.container);
    await until("the container is healthy", async () => ask() === "healthy");
  }

  /** One of the app's figures, as Prometheus reads them: `async_review_queue_subjects{state="pending"}`. */
  async figure(name: string): Promise<number> {
    const text = await (await this.#get("/metrics")).text();
    const line = text.split("\n").find((one) => one.startsWith(`${name} `));
    return Number(line?.slice(name.length));
  }

  /**
   * Runs a script of this folder on the image's Node, in the app's network, and reads the JSON that it
   * prints.
   */
  runBeside(script: string): unknown {
    const output = docker(
      ...["run", "--rm", "--network", `container:${this.container}`, "--user", "root"],
      ...["--volume", `${checkout}:/checkout:ro`, "--entrypoint", "node"],
      ...["--env", `PRIVATE_KEY=${pem}`, "async-review", `/checkout/test/image/${script}`],
    );
    return JSON.parse(output);
  }

  #get(path: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.#variables.PORT}${path}`);
  }

  #compose(...args: string[]): string {
    return compose(this.#folder, this.#variables, "--profile", this.#profile, ...args);
  }
}

/** The tracked files as they are now, committed or not, and no untracked files. */
function copyTrackedFiles(folder: string): void {
  const list = execFileSync("git", ["ls-files", "-z"], { cwd: checkout, encoding: "utf8" });
  for (const path of list.split("\0").filter(Boolean)) cpSync(join(checkout, path), join(folder, path));
}

/** Polls every half second, because a container does not report that it is ready. */
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 180; tries += 1) {
    if (await holds().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`Waited 90 s, and still not: ${what}.`);
}
