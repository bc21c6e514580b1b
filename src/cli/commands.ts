import type { Command } from "commander";

/**
 * Every command of `async-review`: one file each, imported when it is called, so that the server doesn't load
 * what only `lint` needs. A command imports the GitHub client and the database only if it needs them, so that
 * the others start quickly. It sets `process.exitCode`; only the server ends the process itself.
 */
export const commands: Record<string, () => Promise<Command>> = {
  classify: async () => (await import("./classify.ts")).classify(),
  cleanup: async () => (await import("./cleanup.ts")).cleanup(),
  config: async () => (await import("./config.ts")).configCommand(),
  decisions: async () => (await import("./decisions.ts")).decisions(),
  due: async () => (await import("./due.ts")).due(),
  failed: async () => (await import("./failed.ts")).failed(),
  init: async () => (await import("./init.ts")).init(),
  lint: async () => (await import("./lint.ts")).lint(),
  reconcile: async () => (await import("./reconcile.ts")).reconcile(),
  report: async () => (await import("./report.ts")).report(),
  serve: async () => (await import("./serve.ts")).serve(),
  simulate: async () => (await import("./simulate.ts")).simulate(),
  template: async () => (await import("./template.ts")).template(),
};
