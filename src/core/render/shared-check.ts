import { joinParagraphs } from "./markdown.ts";
import type { Words } from "./words/words.ts";

interface Others {
  /** The pull request that the check run is about. */
  number: number;
  /** The others that share it. */
  twins: number[];
  /** Others on the commit that could not be looked at. */
  unseen: number[];
}

/** A check run's title. If others share it and it does not succeed, it names the one that decides. */
export function renderSharedTitle(
  { title, conclusion }: { title: string; conclusion: string },
  { number, twins }: Others,
): string {
  return twins.length === 0 || conclusion === "success" ? title : `#${number}: ${title}`;
}

/** Which pull requests share a check run, which one decides, and how to separate them. */
export function renderSharedNote({ number, twins, unseen }: Others, { checks }: Words): string {
  return joinParagraphs([
    twins.length === 0 ? "" : checks.twins({ own: `#${number}`, twins: names(twins) }),
    unseen.length === 0 ? "" : checks.unseen(names(unseen)),
  ]);
}

const names = (numbers: number[]) => [...numbers].sort((a, b) => a - b).map((one) => `#${one}`);
