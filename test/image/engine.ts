import { execFileSync, spawnSync } from "node:child_process";

/** Whether a container engine answers at DOCKER_HOST or the default address. */
export const engineAnswers = spawnSync("docker", ["info"], { stdio: "ignore" }).status === 0;

/** Compose is a plugin of the client, or a separate program in older versions. */
const composeCommand =
  spawnSync("docker", ["compose", "version"], { stdio: "ignore" }).status === 0
    ? ["docker", "compose"]
    : ["docker-compose"];

/** The output of `docker <args>`. Throws when it fails. */
export function docker(...args: string[]): string {
  return execFileSync("docker", args, { encoding: "utf8" }).trim();
}

/** The output of a container that is expected to fail. */
export function dockerFailure(...args: string[]): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync("docker", args, { encoding: "utf8" });
  return { status, stderr };
}

/** `docker compose <args>` in a folder, with these variables beside the environment's own. */
export function compose(folder: string, variables: Record<string, string>, ...args: string[]): string {
  const [program = "", ...first] = composeCommand;
  return execFileSync(program, [...first, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...variables },
    stdio: ["ignore", "pipe", "inherit"],
  }).trim();
}
