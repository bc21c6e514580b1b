import type { KnownPullRequest } from "../../reconcile/ports.ts";
import { fromEpoch } from "../epoch.ts";
import type { SubjectRow } from "./subject-row.ts";

/** What the rows of pull requests tell the others on their head; each once, and no other subjects. */
export function toKnownPullRequests(rows: SubjectRow[]): KnownPullRequest[] {
  const known = new Map<number, KnownPullRequest>();
  for (const { subject, headSha, fence, runAt, failures, memory } of rows) {
    if (subject.kind !== "pull_request") continue;
    const { number } = subject;
    const told = { toldAt: fence?.updatedAt ?? null, runAt: runAt === null ? null : fromEpoch(runAt) };
    known.set(number, { number, headSha, ...told, failures, memory });
  }
  return [...known.values()];
}
