import { cutToBytes } from "../core/render/cut.ts";
import { english } from "../core/render/words/en/index.ts";
import type { Subject } from "../reconcile/ports.ts";
import type { LastLook } from "./result.ts";
import type { ActionRun } from "./run-action.ts";
import type { Unfinished } from "./run-queue.ts";

/** A job's summary may have 1 MiB; nobody reads that much. */
const maxSummaryBytes = 500_000;

/** The step's outputs; all empty when nothing was judged. */
export function toOutputs(found: LastLook | null): { conclusion: string; missing: string; turn: string } {
  const summary = found?.summary;
  return {
    conclusion: summary?.conclusion ?? "",
    missing: (summary?.missing ?? []).join(","),
    turn: (summary?.turn ?? []).join(","),
  };
}

/** The lines of the log, and the problems. */
export function describeRun({ occasion, found, noted, unfinished }: ActionRun): {
  lines: string[];
  problems: string[];
} {
  if (occasion.type === "nothing") return { lines: [`Nothing to do: ${occasion.why}.`], problems: [] };
  if (noted.otherApp !== null) {
    return {
      lines: [`The App "${noted.otherApp}" looks after this repository, so this does nothing.`],
      problems: [],
    };
  }
  const lines = [...found].map(
    ([number, { checkRuns }]) => `#${number}: ${checkRuns[0]?.title ?? "nothing to check"}`,
  );
  if (noted.refused.length > 0) lines.push(describeRefused(noted));
  const isLost = ({ subject }: Unfinished) =>
    occasion.type === "look" && subject.kind === "pull_request" && !found.has(subject.number);
  const left = unfinished.filter((one) => one.error === null && !isLost(one));
  if (left.length > 0) {
    const names = left.map(({ subject }) => nameOf(subject)).join(", ");
    lines.push(`Left for the next run, to stay within GitHub's limits: ${names}.`);
  }
  const failed = unfinished.filter((one) => one.error !== null || isLost(one));
  const problems = failed.map(({ subject, error }) => {
    const why =
      error instanceof Error ? error.message : "GitHub's limits leave no room; run this job again later.";
    return `${nameOf(subject)} couldn't be looked at: ${why}`;
  });
  return { lines, problems };
}

/**
 * A token that wrote something lacks a permission. A token that wrote nothing is read-only: a fork's or
 * Dependabot's.
 */
function describeRefused({ written, refused }: ActionRun["noted"]): string {
  if (written.length === 0) {
    return "This event's token can only read. The rest is written at the next event whose token can write, or by the schedule.";
  }
  const what = [...new Set(refused)].map((type) => type.replaceAll("_", " ")).join(", ");
  return `The token may not do this: ${what}. Give the workflow \`checks: write\` and \`pull-requests: write\`.`;
}

/** The job's summary: what the checks say; for a sweep, a line for each pull request. */
export function renderSummary(ran: ActionRun): string {
  const { lines, problems } = describeRun(ran);
  if (ran.occasion.type === "sweep") {
    return cutToBytes(
      [
        `Looked at ${ran.found.size} open ${ran.found.size === 1 ? "pull request" : "pull requests"}.`,
        ...lines,
        ...problems,
      ]
        .map((line) => `- ${line}`)
        .join("\n"),
      english,
      maxSummaryBytes,
    );
  }
  const checks = [...ran.found.values()].flatMap(({ checkRuns }) => checkRuns);
  const parts = checks.map(({ name, title, summary }) => `### ${name}: ${title}\n\n${summary}`);
  return cutToBytes([...parts, ...(parts.length === 0 ? lines : [])].join("\n\n"), english, maxSummaryBytes);
}

const nameOf = (subject: Subject): string =>
  subject.kind === "pull_request" ? `#${subject.number}` : "the merge group";
