import { type EffectiveConfig, resolveConfig } from "../config/effective.ts";
import { countSteps } from "../config/compile-pattern.ts";
import { parseDescription } from "../description/parse-description.ts";
import { type GaveUp, hasGivenUp, type ParsedDescription } from "../description/parsed-description.ts";
import type { UnreadReason } from "../finding.ts";
import type { ConfigTexts, Observation } from "../observation.ts";
import type { OwnCheckRun, PastPullRequest } from "../pull-request.ts";
import type { ConfigTrial } from "../render/config-check.ts";
import { planConfigCheck, resolveChangedConfig, tryConfig } from "./checks/plan-config-check.ts";
import { planMergeGroup } from "./checks/plan-merge-group.ts";
import { decide } from "./decide.ts";
import type { Facts, LastVerdict } from "./facts.ts";
import { findLastVerdict, withSkip } from "./judge/judge-description.ts";
import { isOff, judge, type Judgements, type JudgingStep } from "./judge/judge.ts";
import { findNeededPermissions } from "./judge/judge-conversation.ts";
import type { RecentCreate } from "./checks/own-runs.ts";
import { emptyPlan, type Plan, type PlannedCheckRun, type Write } from "../planned.ts";

/** What a look does one after the other. Each has a budget of its own. */
export type Step = "config" | "reading" | "trial" | "life" | JudgingStep;

/** Why parts were given up, by part; they are left out, and what is planned says so. */
export type GivenUp = Partial<Record<JudgingStep, UnreadReason>>;

/** The facts before any text is read: plain data, which a thread can be given. */
export interface LookInput extends Omit<Facts, "effective" | "description" | "templates" | "gaveUp"> {
  gaveUp: GivenUp;
}

export interface LookResult {
  plan: Plan;
  /** To be remembered for the same body. */
  verdict: LastVerdict | null;
  /** Logins whose permission decides something: to be asked, and then all is decided anew. */
  needsPermission: string[];
  /**
   * What is worth trying on earlier pull requests, and how many steps the expressions have that are looked
   * for in a description.
   */
  changedConfig: { checkRun: PlannedCheckRun; steps: number } | null;
  /** In short, for whoever reads no check run; null when there is nothing to judge. */
  gist: Gist | null;
}

export interface Gist {
  conclusion: PlannedCheckRun["conclusion"];
  /** The worst level of what was found in the description; null when nothing was. */
  level: "error" | "warning" | null;
  /** Ids of the sections that are asked for and not there, or empty. */
  missing: string[];
  /** Whose turn it is: logins and teams. */
  turn: string[];
}

/** What the functions here need of whoever runs them. */
export interface Reader {
  /** Told of each step before it starts. */
  enter(step: Step): void;
  /** Templates seldom change and are read for every pull request. */
  readTemplate(text: string): ParsedDescription | GaveUp;
  /** A changed config is tried on one pull request after the other. */
  readConfig(texts: ConfigTexts): EffectiveConfig;
}

/** Reads every text of the input. */
export function readFacts({ gaveUp, ...input }: LookInput, { enter, readTemplate }: Reader): Facts {
  const { observation } = input;
  enter("config");
  const effective = resolveConfig(observation.configTexts);
  enter("reading");
  const read = (text: string) => readUnless(gaveUp.description, text);
  return {
    ...input,
    effective,
    description: read(observation.pullRequest.body),
    // Nothing is compared with them where the description itself is not read.
    templates: gaveUp.description === undefined ? readTemplates(observation, readTemplate) : [],
    gaveUp,
  };
}

/**
 * Reads, judges and decides: all that a look makes of texts that people wrote, with each of them judged once.
 */
export function look(input: LookInput, reader: Reader): LookResult {
  const facts = readFacts(input, reader);
  const last = input.lastVerdict ?? null;
  if (isOff(facts))
    return { plan: emptyPlan, verdict: last, needsPermission: [], changedConfig: null, gist: null };
  const judged = judge(facts, reader.enter);
  const { description, people } = judged;
  return {
    plan: decide(facts, judged),
    verdict: findLastVerdict(facts, description),
    needsPermission: findNeededPermissions(facts, people),
    changedConfig: describeChange(judged),
    gist: sumUp(judged),
  };
}

function sumUp({ description, people }: Judgements): Gist {
  const { verdict, conclusion, skipped } = withSkip(description, people.commands.state.skip);
  // What somebody skipped is asked of nobody.
  const levels = skipped === null ? verdict.findings.map(({ level }) => level) : [];
  return {
    conclusion,
    level: levels.includes("error") ? "error" : (levels[0] ?? null),
    missing: verdict.findings.flatMap(({ rule, section }) => (rule === "section" && section ? section : [])),
    turn: [...new Set(people.turns.turns.map(({ login }) => login))],
  };
}

function describeChange({ changedConfig }: Judgements): LookResult["changedConfig"] {
  if (!changedConfig?.checkRun || !changedConfig.after) return null;
  const { patterns } = changedConfig.after.config.description.rules["linked-ticket"];
  const steps = patterns.reduce((sum, pattern) => sum + countSteps(pattern), 0);
  return { checkRun: changedConfig.checkRun, steps };
}

/** One earlier pull request, and the observation of the one that changes the config. */
export interface TrialInput {
  observation: Observation;
  past: PastPullRequest;
  gaveUp: GivenUp;
}

/**
 * What the description check says about an earlier pull request now, and what it would say under the changed
 * config.
 */
export function tryOnPast(
  { observation, past, gaveUp }: TrialInput,
  { enter, readTemplate, readConfig }: Reader,
): ConfigTrial | null {
  enter("config");
  const before = readConfig(observation.configTexts);
  enter("changed config");
  const after = resolveChangedConfig(observation, readConfig);
  if (after === null) return null;
  enter("reading");
  const parsed = readUnless(gaveUp.description, past.body);
  const templates = gaveUp.description === undefined ? readTemplates(observation, readTemplate) : [];
  enter("trial");
  return tryConfig({ pullRequest: past, parsed }, templates, { before, after });
}

/** The check on the changed config with what was found by trying it. */
export function planTriedConfig(
  { observation, trials }: { observation: Observation; trials: ConfigTrial[] },
  { enter }: Reader,
): PlannedCheckRun | null {
  enter("config");
  const before = resolveConfig(observation.configTexts);
  enter("changed config");
  const after = resolveChangedConfig(observation);
  return after === null ? null : planConfigCheck(before, after, trials);
}

/** The writes for a merge group's commit. */
export function lookAtMergeGroup(
  {
    configTexts,
    ownCheckRuns,
    ...where
  }: {
    configTexts: Omit<ConfigTexts, "head">;
    ownCheckRuns: OwnCheckRun[];
    headSha: string;
    recent: RecentCreate[];
  },
  { enter }: Reader,
): Write[] {
  enter("config");
  return planMergeGroup(resolveConfig(configTexts), ownCheckRuns, where);
}

function readUnless(gaveUp: GivenUp[JudgingStep], text: string): ParsedDescription | GaveUp {
  return gaveUp === undefined ? parseDescription(text) : { gaveUp: true, reason: gaveUp };
}

function readTemplates({ templates }: Observation, read: Reader["readTemplate"]): ParsedDescription[] {
  return templates.map(({ text }) => read(text)).flatMap((read) => (hasGivenUp(read) ? [] : [read]));
}
