import type { ProbotOctokit } from "probot";

/**
 * The Octokit class for Probot. Probot makes a client with all its plug-ins for every delivery. Intake only
 * stores deliveries and never asks GitHub anything, so this client can do nothing. Requests go through
 * `create-github-clients.ts`.
 */
class IdleOctokit {
  static defaults() {
    return IdleOctokit;
  }

  /** Probot's context adds the delivery's id to every request; here none is ever made. */
  hook = { before() {} };

  /** Probot asks for "the client for this event". */
  async auth() {
    return this;
  }
}

/** Pass it as `Octokit` to `Probot` (or `Probot.defaults`). */
export const IntakeOctokit = IdleOctokit as unknown as typeof ProbotOctokit;
