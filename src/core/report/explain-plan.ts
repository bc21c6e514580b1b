import { findEnforcement, formatProblem } from "../config/effective.ts";
import type { Remark } from "../conversation/remark.ts";
import type { Facts } from "../plan/facts.ts";
import { isOff, judge } from "../plan/judge/judge.ts";
import type { ConversationJudgement } from "../plan/judge/judge-conversation.ts";
import type { DescriptionJudgement } from "../plan/judge/judge-description.ts";
import { type CommentReason, decideComment } from "../plan/plan-comment.ts";
import { type DecidedReminder, planReminders } from "../plan/plan-reminders.ts";
import { explainKind } from "../render/explanation.ts";
import { wordFinding } from "../render/finding.ts";
import { namePlace } from "../render/review-check.ts";
import { renderTurnLine } from "../render/turn-line.ts";
import { english } from "../render/words/en/index.ts";
import { isNotice, type ReminderDecision } from "../turns/decide-reminder.ts";
import type { TurnReason } from "../turns/turns.ts";

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
export function explainPlan(facts: Facts): Explanation[] {
  const config: Explanation = { about: "config", reasons: explainConfig(facts) };
  if (isOff(facts)) return [config];
  const { description, conversation } = judge(facts);
  const { remarks } = conversation.verdict;
  return [
    config,
    { about: "description", reasons: explainDescription(description) },
    {
      about: "review",
      reasons: remarks.length === 0 ? ["no comment asks for anything"] : remarks.map(explainRemark),
    },
    { about: "turns", reasons: explainTurns(facts, conversation) },
    {
      about: "comment",
      reasons: [explainComment(decideComment(facts, description, conversation), facts)],
    },
  ];
}

function explainConfig({ effective, observation }: Facts): string[] {
  const { config, hasFile, sources, problems } = effective;
  if (observation.repository.isArchived) return ["the repository is archived: nothing is done"];
  if (!config.enabled) return [`enabled is false (${sources.get("enabled") ?? "default"}): nothing is done`];
  if (!hasFile) return ["there is no config file: the app only advises, without labels, turns and reminders"];
  const enforcement = findEnforcement(effective, observation.pullRequest.createdAt);
  const because =
    enforcement === config.enforcement
      ? (sources.get("enforcement") ?? "default")
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
  const sections = verdict.sections.map(
    ({ id, writtenHeading: heading, line, status, level, levelBecause }) => {
      const found = heading === null ? `text from line ${line}` : `"${heading}" on line ${line}`;
      const where = line === null ? "no heading matched" : found;
      const because =
        levelBecause === null ? "" : `, because ${english.description.conditions(levelBecause)}`;
      return `${id} (${level}${because}): ${status}; ${where}`;
    },
  );
  const findings = verdict.findings.map(
    ({ level, seen, rule, section }) =>
      `${level}: ${wordFinding({ seen }, english).message} (${section === null ? rule : `${section}, ${rule}`})`,
  );
  return [...given, ...sections, ...findings];
}

function explainRemark(remark: Remark): string {
  const { opener, isOpen, isAnswered } = remark;
  const open = isAnswered ? "open, answered" : "open";
  const kind = explainKind(remark, english, (login) => login);
  return `${namePlace(remark, english.review)} by ${opener}: ${kind}; ${isOpen ? open : "closed"}`;
}

/** Whose turn it is and why, with what the next reminder waits for: a line each. */
function explainTurns(facts: Facts, conversation: ConversationJudgement): string[] {
  const { turns } = conversation;
  if (turns.state === "off") {
    return [
      facts.effective.hasFile
        ? "off, because turns.hours.time_zone is not set"
        : "off, because there is no config file",
    ];
  }
  const { decisions } = planReminders(facts, conversation);
  const { at_most } = facts.effective.config.turns.remind;
  return [renderTurnLine(turns, english), ...decisions.map((decided) => explainTurn(decided, at_most))];
}

function explainTurn({ turn, decision }: DecidedReminder, atMost: number): string {
  const { login, why, target, due } = turn;
  const reason = `${login}: ${describeReason(why)}`;
  if (isNotice(turn)) return `${reason}; ${describeReminder(decision, "notice", atMost)}`;
  const given = target === null ? "due on the date that the author gave" : `target ${target}`;
  const length = due === null ? "never due, because the calendar has no such hours" : given;
  return `${reason}; ${length}; ${describeReminder(decision, "reminder", atMost)}`;
}

function describeReason(why: TurnReason): string {
  switch (why.type) {
    case "requested":
      return "the review was requested";
    case "ready":
      return "the author says that it is ready";
    case "answered":
      return "the author has answered everything that was asked";
    case "dismissed":
      return "the review was dismissed";
    case "reopened":
      return "the pull request was reopened";
    case "asked":
      return describeAsked(why);
    case "waiting":
      return "somebody said `/async waiting`";
    case "blocker":
      return `${why.author}'s status update names this person as the blocker`;
    case "queue":
      return "the merge queue removed it";
    case "conflict":
      return `it conflicts with its base, so ${why.reviewer} can't review it`;
    case "approved":
      return "it is approved, and merging is up to the author";
  }
}

function describeAsked({ kinds, changesRequestedBy }: Extract<TurnReason, { type: "asked" }>): string {
  const threads = kinds.map((kind) => kind ?? "no kind").join(", ");
  return [
    ...(kinds.length === 0 ? [] : [`open threads ask (${threads})`]),
    ...(changesRequestedBy.length === 0 ? [] : [`changes are requested by ${changesRequestedBy.join(", ")}`]),
  ].join(" and ");
}

function describeReminder(decision: ReminderDecision, name: "reminder" | "notice", atMost: number): string {
  if (decision.type === "later") return `no ${name} before ${decision.at}`;
  if (decision.type === "never")
    return atMost === 0 ? `no ${name}, because remind.at_most is 0` : `no more ${name}s`;
  return name === "notice" ? "a notice is due" : `reminder ${decision.step} of ${atMost} is due`;
}

/** Why the sticky comment is wanted, waits, or is not there. */
function explainComment(because: CommentReason, { effective }: Facts): string {
  const { when, after } = effective.config.comment;
  switch (because.type) {
    case "never":
      return "none, because comment.when is never";
    case "unread":
      return "left as it is, because the description could not be read";
    case "closed":
      return "none is made once the pull request is closed";
    case "present":
      return "it is there, and is edited in place";
    case "unwanted":
      return "none, because somebody deleted the app's comment or made it their own";
    case "decisions":
      return "wanted, for the decisions";
    case "findings":
      return `wanted, for ${because.count} ${because.count === 1 ? "finding" : "findings"}`;
    case "exempt":
      return `none, because it isn't checked: ${english.description.exemption(because.exempt)}`;
    case "skipped":
      return `none, because ${because.by} said /async skip`;
    case "nothing":
      return `none, because there is nothing to say (comment.when is ${when})`;
    case "old":
      return "none, because the pull request was opened before the app came or before enforce_from, and its body is unchanged since";
    case "early":
      return `waits for comment.after (${after})${because.until === null ? "" : `, looked at again ${because.until}`}`;
  }
}
