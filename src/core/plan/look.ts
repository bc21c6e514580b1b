import { type EffectiveConfig, resolveConfig } from "../config/effective.ts";
import { countSteps } from "../config/expressions.ts";
import { parseDescription } from "../description/parse-description.ts";
import { isUnread, type ParsedDescription, type Unread } from "../description/parts.ts";
import type { UnreadReason } from "../finding.ts";
import type { ConfigTexts, Observation } from "../observation.ts";
import { emptyPlan, type Plan, type PlannedCheckRun, type Write } from "../planned.ts";
import type { OwnCheckRun, PastPullRequest } from "../pull-request.ts";
import type { ConfigTrial } from "../render/config-check.ts";
import type { RecentCreate } from "./checks/own-runs.ts";
import { planCheckRun } from "./checks/plan-check-run.ts";
import { planConfigCheck } from "./checks/plan-config-check.ts";
import { decide } from "./decide.ts";
import type { Facts, LastVerdict } from "./facts.ts";
import { isOff, type Judgements, type JudgingStep, judge } from "./judge/judge.ts";
import { resolveChangedConfig, tryConfig } from "./judge/judge-config.ts";
import { listNeededPermissions } from "./judge/judge-conversation.ts";
import { findLastVerdict } from "./judge/judge-description.ts";
import { listCheckRunWrites } from "./list-writes.ts";

/** The steps of a look. Each has a budget of its own. */
export type Step = "config" | "reading" | "trial" | "life" | JudgingStep;

/** Why parts were not read. They are left out, and the plan says so. */
export type UnreadParts = Partial<Record<JudgingStep, UnreadReason>>;

/** The facts before any text is read: plain data that can be sent to a thread. */
export interface LookInput extends Omit<Facts, "effective" | "description" | "templates" | "unread"> {
  unread: UnreadParts;
}

export interface LookResult {
  plan: Plan;
  /** To be remembered for the same body. */
  verdict: LastVerdict | null;
  /** Logins whose permission matters. When GitHub has answered, everything is decided anew. */
  needsPermission: string[];
  /**
   * The check of a changed config, which is then tried on earlier pull requests; and how many steps its
   * expressions take to search a description.
   */
  changedConfig: { checkRun: PlannedCheckRun; steps: number } | null;
  /** For readers without check runs, such as a workflow; null when there is nothing to judge. */
  summary: LookSummary | null;
}

export interface LookSummary {
  conclusion: PlannedCheckRun["conclusion"];
  /** The worst level found in the description; null when nothing was found. */
  level: "error" | "warning" | null;
  /** Ids of the required sections that are missing or empty. */
  missing: string[];
  /** Whose turn it is: logins and teams. */
  turn: string[];
}

/** What these functions need from whoever runs them. */
export interface Reader {
  /** Called before each step. */
  enter(step: Step): void;
  /** May keep its answers: templates seldom change and are read for every pull request. */
  readTemplate(text: string): ParsedDescription | Unread;
  /** May keep its answers, because a repository's pull requests share a config. Nothing mutates it. */
  readConfig(texts: ConfigTexts): EffectiveConfig;
}

/** Reads every text of the input. */
export function readFacts(
  { unread, ...input }: LookInput,
  { enter, readTemplate, readConfig }: Reader,
): Facts {
  const { observation } = input;
  enter("config");
  const effective = readConfig(observation.configTexts);
  enter("reading");
  const read = (text: string) => readUnless(unread.description, text);
  return {
    ...input,
    effective,
    description: read(observation.pullRequest.body),
    // An unread description is compared with no template.
    templates: unread.description === undefined ? readTemplates(observation, readTemplate) : [],
    unread,
  };
}

/** Reads, judges and decides: everything that a look does with people's texts, judging each once. */
export function look(input: LookInput, reader: Reader): LookResult {
  const facts = readFacts(input, reader);
  const last = input.lastVerdict ?? null;
  if (isOff(facts))
    return { plan: emptyPlan, verdict: last, needsPermission: [], changedConfig: null, summary: null };
  const judged = judge(facts, reader.enter);
  const { description, conversation } = judged;
  const plan = decide(facts, judged);
  return {
    plan,
    verdict: findLastVerdict(facts, description),
    needsPermission: listNeededPermissions(facts, conversation),
    changedConfig: describeChange(facts, judged, plan),
    summary: summarize(judged),
  };
}

function summarize({ description, conversation }: Judgements): LookSummary {
  const { verdict, conclusion, skipped } = description;
  // A skipped description asks for nothing.
  const levels = skipped === null ? verdict.findings.map(({ level }) => level) : [];
  return {
    conclusion,
    level: levels.includes("error") ? "error" : (levels[0] ?? null),
    missing: verdict.findings.flatMap(({ rule, section }) => (rule === "section" && section ? section : [])),
    turn: [...new Set(conversation.turns.turns.map(({ login }) => login))],
  };
}

function describeChange(
  { effective }: Facts,
  { changedConfig }: Judgements,
  { checkRuns }: Plan,
): LookResult["changedConfig"] {
  const checkRun = checkRuns.find(({ name }) => name === effective.config.checks.config);
  if (changedConfig === null || changedConfig === "unread" || checkRun === undefined) return null;
  const { patterns } = changedConfig.config.description.rules["linked-ticket"];
  return { checkRun, steps: patterns.reduce((sum, pattern) => sum + countSteps(pattern), 0) };
}

/** One earlier pull request, and the observation of the one that changes the config. */
interface TrialInput {
  observation: Observation;
  past: PastPullRequest;
  unread: UnreadParts;
}

/** The description check's verdict on an earlier pull request, now and under the changed config. */
export function tryOnPast(
  { observation, past, unread }: TrialInput,
  { enter, readTemplate, readConfig }: Reader,
): ConfigTrial | null {
  enter("config");
  const before = readConfig(observation.configTexts);
  enter("changedConfig");
  const after = resolveChangedConfig(observation, readConfig);
  if (after === null) return null;
  enter("reading");
  const parsed = readUnless(unread.description, past.body);
  const templates = unread.description === undefined ? readTemplates(observation, readTemplate) : [];
  enter("trial");
  return tryConfig({ pullRequest: past, parsed }, templates, { before, after });
}

/** The config check, with the results of trying the changed config. */
export function planTriedConfig(
  { observation, trials }: { observation: Observation; trials: ConfigTrial[] },
  { enter }: Reader,
): PlannedCheckRun | null {
  enter("config");
  const before = resolveConfig(observation.configTexts);
  enter("changedConfig");
  const after = resolveChangedConfig(observation);
  const { createdAt } = observation.pullRequest;
  return after && planConfigCheck({ before, after, createdAt, trials, force: null });
}

/**
 * The writes for a merge group's commit: every enabled check concludes with success. The pull requests in the
 * group passed these checks on their own heads before they were queued.
 */
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
  const { config, hasFile } = resolveConfig(configTexts);
  if (!config.enabled) return [];
  const names = [config.checks.description, hasFile ? config.checks.review : false];
  return names
    .filter((name) => name !== false)
    .flatMap((name) => {
      const checkRun = planCheckRun(config.language, ({ checks }) => ({
        name,
        conclusion: "success",
        title: checks.mergeGroupTitle,
        summary: checks.mergeGroup,
      }));
      return listCheckRunWrites(checkRun, ownCheckRuns, { number: "group", ...where });
    });
}

function readUnless(unread: UnreadParts[JudgingStep], text: string): ParsedDescription | Unread {
  return unread === undefined ? parseDescription(text) : { unread };
}

function readTemplates({ templates }: Observation, read: Reader["readTemplate"]): ParsedDescription[] {
  return templates.map((text) => read(text)).flatMap((parsed) => (isUnread(parsed) ? [] : [parsed]));
}
