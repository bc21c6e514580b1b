import type { ProbotOctokit } from "probot";

/**
 * The Octokit class for Probot. For every delivery Probot makes a client with all its plug-ins, for the
 * handler's context. Intake only stores deliveries and never asks GitHub anything, so this client is made
 * once and can do nothing. Requests go through `create-github-clients.ts`.
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
