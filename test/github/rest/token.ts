import type { CheckApp, CheckSuite } from "../state/checks.ts";
import type { Account, Installation, Permissions } from "../state/model.ts";
import type { World } from "../state/world.ts";

/** The holder of a token. */
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
  /** A request without a token, where none is needed. */
  | { kind: "none" };

/**
 * GitHub Actions, which writes for every workflow. Each run's check runs have their own suite (sources.md
 * §13).
 */
export interface WorkflowApp {
  app: CheckApp;
  bot: Account;
  /** Suites by commit. */
  suites: Map<string, CheckSuite>;
}

/** The app as which a token writes check runs, and its account. */
export function appOf(world: World, token: Token): Omit<WorkflowApp, "suites"> & Partial<WorkflowApp> {
  const workflow = token.kind === "installation" ? token.workflow : undefined;
  return workflow ?? { app: world.app, bot: world.app.bot };
}
