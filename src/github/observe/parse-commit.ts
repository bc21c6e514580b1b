import type { Commit } from "../../core/pull-request.ts";
import type { CommitAnswer } from "../answers.ts";

/** A commit in the core's words. */
export function parseCommit(answer: CommitAnswer): Commit {
  return {
    sha: answer.oid,
    committedDate: toUtc(answer.committedDate),
    author: answer.author?.user?.login ?? null,
    ownSuiteCreatedAt: answer.checkSuites?.nodes?.[0]?.createdAt ?? null,
    parents: answer.parents?.totalCount ?? 1,
  };
}

/**
 * A commit's date carries its author's offset and may be anything. core/ compares instants as strings in UTC,
 * so a year without four digits becomes the nearest end.
 */
function toUtc(date: string): string {
  const instant = new Date(date);
  return instant.getTime() <= Date.parse(lastInstant)
    ? instant.toISOString().replace(/\.\d+Z$/, "Z")
    : lastInstant;
}

const lastInstant = "9999-12-31T23:59:59Z";
