import { joinWords } from "./words.ts";

interface Others {
  /** The pull request that the check run is about. */
  number: number;
  /** The others that share it. */
  twins: number[];
  /** Others on the commit that could not be looked at. */
  unseen: number[];
}

/**
 * A check run's title; where several share it and one of them lacks something, with the number of that one.
 */
export function renderSharedTitle(
  { title, conclusion }: { title: string; conclusion: string },
  { number, twins }: Others,
): string {
  return twins.length === 0 || conclusion === "success" ? title : `#${number}: ${title}`;
}

/**
 * Which pull requests share a check run, which one decides, and how they part; of the others only their
 * numbers are told.
 */
export function renderSharedNote({ number, twins, unseen }: Others): string {
  return [renderTwins(number, twins), renderUnseen(unseen)].filter((line) => line !== "").join("\n\n");
}

function renderTwins(number: number, twins: number[]): string {
  if (twins.length === 0) return "";
  const [verb, all] = twins.length === 1 ? ["has", "both"] : ["have", "all"];
  return (
    `#${number} decides this check. ${names(twins)} ${verb} the same head commit, and a check belongs to the commit, ` +
    `so ${all} share it: the one that needs most decides. To part them, close #${number} or push a commit to it.`
  );
}

function renderUnseen(unseen: number[]): string {
  if (unseen.length === 0) return "";
  const [verb, it] = unseen.length === 1 ? ["has", "it doesn't"] : ["have", "they don't"];
  return `${names(unseen)} ${verb} the same head commit but couldn't be looked at, so ${it} count here.`;
}

const names = (numbers: number[]) => joinWords([...numbers].sort((a, b) => a - b).map((one) => `#${one}`));
