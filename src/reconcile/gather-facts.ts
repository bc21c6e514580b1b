import { resolveConfig } from "../core/config/effective.ts";
import type { Permission } from "../core/conversation/permission.ts";
import type { GaveUp, ParsedDescription } from "../core/description/parsed-description.ts";
import type { Facts, JudgedIntent } from "../core/plan/facts.ts";
import { findNeededPermissions } from "../core/plan/judge/judge-conversation.ts";
import type { Observation } from "../core/observation.ts";
import { type Clock, type GitHub, GitHubError, type Intent, type Job, type Subject } from "./ports.ts";

/** Reads texts in a worker that can be killed. */
export interface ReadTexts {
  read(texts: { body: string; templates: string[] }): Promise<{
    parsed: ParsedDescription | GaveUp;
    templates: ParsedDescription[];
  }>;
}

type PullRequestSubject = Extract<Subject, { kind: "pull_request" }>;

interface Parts {
  github: Pick<GitHub, "findPermission">;
  texts: ReadTexts;
  clock: Clock;
}

type FactsJob = Pick<Job, "intents" | "firstSeenAt" | "repositoryFirstSeenAt"> & {
  subject: PullRequestSubject;
  memory: Pick<Job["memory"], "permissions" | "verdict">;
};

/** Everything that a decision is made of: the observation, its texts read, the config resolved, permissions asked. */
export async function gatherFacts(parts: Parts, observation: Observation, job: FactsJob): Promise<Facts> {
  const { texts, clock } = parts;
  const { pullRequest } = observation;
  const read = await texts.read({
    body: pullRequest.body,
    templates: observation.templates.map(({ text }) => text),
  });
  const facts: Facts = {
    observation,
    effective: resolveConfig(observation.configTexts),
    description: read.parsed,
    lastVerdict: job.memory.verdict,
    templates: read.templates,
    intents: await judgeIntents(parts, job, pullRequest.author.login),
    freshPermissions: new Map(),
    knownPermissions: new Map(job.memory.permissions.map(({ login, permission }) => [login, permission])),
    now: clock.now(),
    firstSeenAt: job.firstSeenAt,
    repositoryFirstSeenAt: job.repositoryFirstSeenAt,
  };
  return withPermissions(parts, facts, job.subject);
}

/** Only inserting needs a permission, and the author may always do it: most looks ask GitHub nothing here. */
async function judgeIntents(parts: Parts, job: FactsJob, author: string): Promise<JudgedIntent[]> {
  const judged: JudgedIntent[] = [];
  for (const intent of job.intents) {
    const { identifier, sender }: Intent = intent;
    const isAsked = identifier === "insert" && sender !== null && sender !== author;
    const permission = isAsked ? await parts.github.findPermission(job.subject, sender) : "none";
    judged.push({ ...intent, permission });
  }
  return judged;
}

/** Asks for the people whose commands or decisions depend on it; where GitHub does not say, they wait. */
async function withPermissions({ github }: Parts, facts: Facts, subject: PullRequestSubject): Promise<Facts> {
  const fresh = new Map<string, Permission>();
  for (const login of findNeededPermissions(facts)) {
    try {
      fresh.set(login, await github.findPermission(subject, login));
    } catch (error) {
      if (!(error instanceof GitHubError && error.reason === "forbidden")) throw error;
    }
  }
  if (fresh.size === 0) return facts;
  return {
    ...facts,
    freshPermissions: fresh,
    knownPermissions: new Map([...facts.knownPermissions, ...fresh]),
  };
}
