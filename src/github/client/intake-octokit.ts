import type { ProbotOctokit } from "probot";

/**
 * The Octokit class for Probot: pass it as `Octokit` to `Probot` or `Probot.defaults`. Probot makes a client
 * for every delivery, but intake only stores deliveries, so this one can send nothing. Requests go through
 * `create-github-clients.ts`.
 */
export const IntakeOctokit = class Intake {
  static defaults() {
    return Intake;
  }

  /** Probot's context adds the delivery's id to every request; here none is ever made. */
  hook = { before() {} };

  /** Probot asks for "the client for this event". */
  async auth() {
    return this;
  }
} as unknown as typeof ProbotOctokit;
