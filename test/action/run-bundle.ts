import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GitHub } from "../github/driver/github.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The bundle in an otherwise empty folder. */
export function buildBundle(): { file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "action-"));
  execFileSync(process.execPath, [join(root, ".config/build-action.js"), join(folder, "dist-action")], {
    stdio: "inherit",
  });
  return {
    file: join(folder, "dist-action/main.js"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface ActionEvent {
  /** The event's name, as in `on:`. */
  name: string;
  payload?: Record<string, unknown>;
  token?: string;
  failOn?: string;
  /** Further inputs of `with:`, besides `token` and `failOn`. */
  inputs?: Record<string, string>;
  env?: Record<string, string>;
}

export interface ActionRun {
  code: number | null;
  log: string;
  outputs: Record<string, string>;
  summary: string;
}

/**
 * One run of the step, as a runner starts it: with inputs and event file, but without this process's
 * environment.
 */
export async function runBundle(file: string, github: GitHub, event: ActionEvent): Promise<ActionRun> {
  const repository = github.repository("acme/shop");
  const folder = mkdtempSync(join(tmpdir(), "step-"));
  const paths = Object.fromEntries(
    ["event.json", "output", "summary"].map((name) => [name, join(folder, name)]),
  ) as Record<"event.json" | "output" | "summary", string>;
  writeFileSync(paths["event.json"], JSON.stringify(event.payload ?? {}));
  writeFileSync(paths.output, "");
  writeFileSync(paths.summary, "");
  const child = spawn(process.execPath, [file], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: github.graphqlUrl,
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: paths["event.json"],
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_REPOSITORY_ID: String(repository.state.id),
      GITHUB_WORKFLOW_REF: "acme/shop/.github/workflows/async.yml@refs/heads/main",
      GITHUB_RUN_NUMBER: "7",
      GITHUB_OUTPUT: paths.output,
      GITHUB_STEP_SUMMARY: paths.summary,
      INPUT_TOKEN: event.token ?? github.createWorkflowToken("acme/shop"),
      "INPUT_FAIL-ON": event.failOn ?? "enforcement",
      ...Object.fromEntries(
        Object.entries(event.inputs ?? {}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...event.env,
    },
  });
  let log = "";
  child.stdout.on("data", (text) => (log += text));
  child.stderr.on("data", (text) => (log += text));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const outputs = readOutputs(readFileSync(paths.output, "utf8"));
  const summary = readFileSync(paths.summary, "utf8");
  rmSync(folder, { recursive: true, force: true });
  return { code, log, outputs, summary };
}

/** Reads `name<<delimiter`, the value, and the delimiter again. */
function readOutputs(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [
      name,
      value,
    ]),
  );
}
