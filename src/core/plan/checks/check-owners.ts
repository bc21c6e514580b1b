import type { Plan, PlannedCheckRun } from "../../planned.ts";
import type { OwnCheckRun } from "../../pull-request.ts";
import { cutToBytes } from "../../render/cut.ts";
import { hashOf } from "../../render/hash.ts";
import { joinParagraphs } from "../../render/markdown.ts";
import { catalogues } from "../../render/words/index.ts";
import type { Words } from "../../render/words/words.ts";
import { parseExternalId } from "./own-runs.ts";
import { retiredHash } from "./plan-retired-checks.ts";

/** The conclusion of one check by the pull request's own config, dates and conversation. */
export interface JudgedCheck {
  name: string;
  conclusion: PlannedCheckRun["conclusion"];
}

/** An open pull request on a head, and its conclusions there. */
export interface Twin {
  number: number;
  /** What its checks conclude by its own config and conversation alone. Empty when the app is off. */
  checks: JudgedCheck[];
  /** Numbers of the other pull requests on the head that its check runs name. */
  twins: number[];
  /** Names of the checks that its last look left for one of them to write; absent when there are none. */
  leftToOthers?: string[];
}

/** What the checks of a pull request concluded on its head when it was last looked at. */
export interface HeadConclusions extends Omit<Twin, "number"> {
  headSha: string;
  /** False: `checks` is empty. */
  isOpen: boolean;
}

/**
 * Owners by name. A check run belongs to the commit, and the newest of a name counts, so one pull request
 * owns each name: the one with the worst conclusion, and among equals the one with the lowest number.
 */
export function findOwners(twins: Pick<Twin, "number" | "checks">[]): Map<string, number> {
  const worst = new Map<string, { number: number; rank: number }>();
  for (const { number, checks } of [...twins].sort((a, b) => a.number - b.number)) {
    for (const { name, conclusion } of checks) {
      const rank = order.indexOf(conclusion);
      if (rank > (worst.get(name)?.rank ?? -1)) worst.set(name, { number, rank });
    }
  }
  return new Map([...worst].map(([name, { number }]) => [name, number]));
}

const order: JudgedCheck["conclusion"][] = ["success", "neutral", "failure"];

/** Who else is on the head of a pull request. */
export interface HeadSharing {
  /** Its own number. */
  number: number;
  twins: Omit<Twin, "twins">[];
  /** Numbers of those that could not be looked at and do not count. */
  unreachable: number[];
}

/** The plan with only the check runs that this pull request writes, naming the others on the head. */
export function keepOwnedChecks(plan: Plan, sharing: HeadSharing): Plan {
  const { number, twins } = sharing;
  const names = new Set(twins.flatMap(({ checks }) => checks.map(({ name }) => name)));
  const retires = !twins.some((twin) => twin.checks.length > 0 && twin.number < number);
  return {
    ...plan,
    checkRuns: plan.checkRuns.flatMap((checkRun) => toOwnedCheckRun(checkRun, sharing) ?? []),
    retiredChecks: retires ? plan.retiredChecks.filter(({ name }) => !names.has(name)) : [],
  };
}

/** The check run, naming the others on the head; null when one of them writes it. */
export function toOwnedCheckRun(
  checkRun: PlannedCheckRun,
  { number, twins, unreachable }: HeadSharing,
): PlannedCheckRun | null {
  if (twins.length === 0 && unreachable.length === 0) return checkRun;
  if (findOwners([{ number, checks: [checkRun] }, ...twins]).get(checkRun.name) !== number) return null;
  const others = { number, twins: twins.map((twin) => twin.number), unreachable };
  const words = catalogues[checkRun.language];
  return {
    ...checkRun,
    title: renderTitle(checkRun, others),
    summary: cutToBytes(`${renderNote(others, words)}\n\n${checkRun.summary}`, words),
    // Hashed: keep the name `unseen`, or every shared check is written again.
    hash: hashOf({ hash: checkRun.hash, number, twins: others.twins, unseen: unreachable }),
  };
}

/** Who shares a check run, by number. */
interface Others extends Pick<HeadSharing, "number" | "unreachable"> {
  twins: number[];
}

/** If others share the check and it does not succeed, its title names the pull request that decides. */
function renderTitle({ title, conclusion }: PlannedCheckRun, { number, twins }: Others): string {
  return twins.length === 0 || conclusion === "success" ? title : `#${number}: ${title}`;
}

/** Which pull requests share the check, which one decides, and how to separate them. */
function renderNote({ number, twins, unreachable }: Others, { checks }: Words): string {
  const names = (numbers: number[]) => [...numbers].sort((a, b) => a - b).map((one) => `#${one}`);
  return joinParagraphs([
    twins.length === 0 ? "" : checks.twins({ own: `#${number}`, twins: names(twins) }),
    unreachable.length === 0 ? "" : checks.unreachable(names(unreachable)),
  ]);
}

/**
 * The open pull requests on a head (`all`) that must write a check run: those that own a name and left it to
 * another, whose newest run is another's, or whose run no longer names the right others. If nobody uses a
 * name any more, the lowest-numbered one writes it.
 */
export function listWriters(newest: OwnCheckRun[], all: Twin[]): Set<number> {
  const writers = new Set<number>();
  const owners = findOwners(all);
  const numbers = all.map(({ number }) => number).sort((a, b) => a - b);
  for (const [name, owner] of owners) {
    const run = newest.find((one) => one.name === name);
    const { twins = [], leftToOthers = [] } = all.find(({ number }) => number === owner) ?? {};
    const named = [owner, ...twins].sort((a, b) => a - b);
    const isOwn = run !== undefined && parseExternalId(run).number === owner;
    if (!isOwn || leftToOthers.includes(name) || named.join() !== numbers.join()) writers.add(owner);
  }
  const lowest = all.filter(({ checks }) => checks.length > 0).map(({ number }) => number);
  const isLeft = (run: OwnCheckRun) =>
    !owners.has(run.name) &&
    parseExternalId(run).number !== null &&
    parseExternalId(run).hash !== retiredHash(run.name);
  if (lowest.length > 0 && newest.some(isLeft)) writers.add(Math.min(...lowest));
  return writers;
}
