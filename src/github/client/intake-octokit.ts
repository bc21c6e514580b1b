import type { ProbotOctokit } from "probot";

/**
 * What Probot is given as its Octokit class. Probot makes a client with all its plug-ins for every delivery,
 * to put it on the handler's context; intake only stores deliveries and never asks GitHub anything, so this
 * one is made once and can do nothing. Requests go through `create-github-clients.ts`.
 */
class IdleOctokit {
  static defaults() {
    return IdleOctokit;
  }

  /** Probot's context hangs the delivery's id on every request that is never made. */
  hook = { before() {} };

  /** Probot asks for "the client for this event". */
  async auth() {
    return this;
  }
}

/** Pass it as `Octokit` to `Probot` (or `Probot.defaults`). */
export const IntakeOctokit = IdleOctokit as unknown as typeof ProbotOctokit;
