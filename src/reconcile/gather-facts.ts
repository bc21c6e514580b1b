import { resolveConfig } from "../core/config/effective.ts";
import type { GaveUp, ParsedDescription } from "../core/description/parsed-description.ts";
import type { Facts, JudgedIntent } from "../core/plan/facts.ts";
import type { Observation } from "../core/pull-request.ts";
import type { Clock, GitHub, Intent, Job, Subject } from "./ports.ts";

/** Reads texts in a worker that can be killed. */
export interface ReadTexts {
  read(texts: { body: string; templates: string[] }): Promise<{
    parsed: ParsedDescription | GaveUp;
    templates: ParsedDescription[];
  }>;
}

type PullRequestSubject = Extract<Subject, { kind: "pull_request" }>;

/** Everything that a decision is made of: the observation, its texts read, the config resolved, the senders' permissions. */
export async function gatherFacts(
  { github, texts, clock }: { github: Pick<GitHub, "findPermission">; texts: ReadTexts; clock: Clock },
  observation: Observation,
  job: Pick<Job, "intents" | "firstSeenAt" | "repositoryFirstSeenAt"> & { subject: PullRequestSubject },
): Promise<Facts> {
  const { pullRequest } = observation;
  const read = await texts.read({
    body: pullRequest.body,
    templates: observation.templates.map(({ text }) => text),
  });
  const sameHead = new Map<number, ParsedDescription | GaveUp>();
  for (const other of pullRequest.sameHead) {
    sameHead.set(other.number, (await texts.read({ body: other.body, templates: [] })).parsed);
  }
  const intents: JudgedIntent[] = [];
  for (const intent of job.intents) {
    intents.push({
      ...intent,
      permission: await findSenderPermission(github, intent, job.subject, pullRequest.author.login),
    });
  }
  return {
    observation,
    effective: resolveConfig(observation.configTexts),
    description: read.parsed,
    templates: read.templates,
    sameHead,
    intents,
    now: clock.now(),
    firstSeenAt: job.firstSeenAt,
    repositoryFirstSeenAt: job.repositoryFirstSeenAt,
  };
}

/** Only inserting needs a permission, and the author may always do it: most looks ask GitHub nothing here. */
async function findSenderPermission(
  github: Pick<GitHub, "findPermission">,
  { identifier, sender }: Intent,
  subject: PullRequestSubject,
  author: string,
) {
  if (identifier !== "insert" || sender === null || sender === author) return "none";
  return github.findPermission(subject, sender);
}
