import type { CheckApp, CheckSuite } from "../state/checks.ts";
import type { Account, Installation, Permissions } from "../state/model.ts";
import type { World } from "../state/world.ts";

/** Whoever asks. */
export type Token =
  | { kind: "jwt" }
  | {
      kind: "installation";
      installation: Installation;
      permissions: Permissions;
      expiresAt: number;
      /** Set for the token of a workflow's run. */
      workflow?: WorkflowApp;
    }
  | { kind: "user"; user: Account }
  /** Without a token, where none is needed. */
  | { kind: "none" };

/**
 * GitHub Actions, which writes for every workflow; the check runs of each run are in a suite of their own
 * (sources.md §13).
 */
export interface WorkflowApp {
  app: CheckApp;
  bot: Account;
  /** By commit. */
  suites: Map<string, CheckSuite>;
}

/** The app that a token writes check runs as, and its account. */
export function appOf(world: World, token: Token): Omit<WorkflowApp, "suites"> & Partial<WorkflowApp> {
  const workflow = token.kind === "installation" ? token.workflow : undefined;
  return workflow ?? { app: world.app, bot: world.app.bot };
}
