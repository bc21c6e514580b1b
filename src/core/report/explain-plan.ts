import { formatProblem } from "../config/effective.ts";
import type { Remark } from "../conversation/remark.ts";
import type { Facts } from "../plan/facts.ts";
import { isOff, judge, type Judgements } from "../plan/judge/judge.ts";
import { type DescriptionJudgement, findEnforcement, withSkip } from "../plan/judge/judge-description.ts";
import { wordFinding } from "../render/finding.ts";
import { english } from "../render/words/en/index.ts";
import type { Plan } from "../planned.ts";
import { explainComment } from "./explain-comment.ts";
import { explainTurns } from "./explain-turns.ts";

/** One thing that was decided, and the reasons: a line each. */
export interface Explanation {
  about: "config" | "description" | "review" | "turns" | "comment";
  reasons: string[];
}

/**
 * Why a plan is as it is: which config counts, what each section and rule found, what gives each thread its
 * kind, whose turn it is, why there is a comment or none. Plain text for whoever runs the command, never for
 * GitHub.
 */
export function explainPlan(facts: Facts, plan: Plan, judged?: Judgements): Explanation[] {
  const config: Explanation = { about: "config", reasons: explainConfig(facts) };
  if (isOff(facts)) return [config];
  const { people, ...rest } = judged ?? judge(facts);
  const description = withSkip(rest.description, people.commands.state.skip);
  const { remarks } = people.conversation;
  return [
    config,
    { about: "description", reasons: explainDescription(description) },
    {
      about: "review",
      reasons:
        remarks.length === 0 ? ["nothing was said that asks for anything"] : remarks.map(explainRemark),
    },
    { about: "turns", reasons: explainTurns(facts, people) },
    { about: "comment", reasons: [explainComment(facts, plan, description)] },
  ];
}

function explainConfig({ effective, observation }: Facts): string[] {
  const { config, hasFile, sources, problems } = effective;
  if (observation.repository.isArchived) return ["the repository is archived: nothing is done"];
  if (!config.enabled) return [`enabled is false (${sources.get("enabled") ?? "default"}): nothing is done`];
  if (!hasFile) return ["there is no config file: the app advises only, without labels, turns and reminders"];
  const enforcement = findEnforcement(effective, observation.pullRequest.createdAt);
  const because =
    enforcement === config.enforcement
      ? `${sources.get("enforcement") ?? "default"}`
      : `it was opened before enforce_from, ${config.enforce_from}`;
  return [
    enforcement === "block"
      ? `findings of level error fail the check (enforcement: block, ${because})`
      : `findings never fail the check (enforcement: ${config.enforcement}, ${because})`,
    ...problems.map(formatProblem),
  ];
}

function explainDescription({ verdict, skipped }: DescriptionJudgement): string[] {
  if (verdict.exempt !== null) return [`not checked: ${english.description.exemption(verdict.exempt)}`];
  const given = skipped === null ? [] : [`skipped by ${skipped.by}: ${skipped.reason}`];
  const sections = verdict.sections.map(({ id, heading, line, status, level, levelBecause }) => {
    const where =
      line === null
        ? "no heading matched"
        : heading === null
          ? `text from line ${line}`
          : `"${heading}" on line ${line}`;
    const because = levelBecause === null ? "" : `, because ${english.description.conditions(levelBecause)}`;
    return `${id} (${level}${because}): ${status}; ${where}`;
  });
  const findings = verdict.findings.map(
    ({ level, seen, rule, section }) =>
      `${level}: ${wordFinding({ seen }, english).message} (${section === null ? rule : `${section}, ${rule}`})`,
  );
  return [...given, ...sections, ...findings];
}

function explainRemark(remark: Remark): string {
  const { source, path, line, opener, kind, because, isOpen, isAnswered } = remark;
  const place = path === null ? source : `${path}${line === null ? "" : `:${line}`}`;
  const why =
    kind === null
      ? "no prefix, and its review does not request changes"
      : because === "prefix"
        ? "by its prefix"
        : "because its review requests changes";
  const state = isOpen ? (isAnswered ? "open, answered" : "open") : "closed";
  return `${place} by ${opener}: ${kind ?? "no kind"}, ${why}; ${state}`;
}
