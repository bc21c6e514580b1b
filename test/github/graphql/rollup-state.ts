import type { Repository } from "../state/model.ts";

/**
 * GitHub's combined state of all check runs (newest of each name) and statuses of a commit; null when there
 * are none.
 */
export function rollupState(
  repository: Repository,
  sha: string,
): "FAILURE" | "ERROR" | "PENDING" | "SUCCESS" | null {
  const states = [...checkStates(repository, sha), ...statusStates(repository, sha)];
  if (states.length === 0) return null;
  return (["FAILURE", "ERROR", "PENDING"] as const).find((state) => states.includes(state)) ?? "SUCCESS";
}

function checkStates(repository: Repository, sha: string): string[] {
  return repository.checkSuites
    .filter((suite) => suite.headSha === sha)
    .flatMap((suite) => [...new Map(suite.runs.map((run) => [run.name, run])).values()])
    .map((run) => {
      if (run.status !== "completed") return "PENDING";
      // A required check passes on these three; all others block (sources.md §3).
      return ["success", "neutral", "skipped"].includes(run.conclusion ?? "") ? "SUCCESS" : "FAILURE";
    });
}

function statusStates(repository: Repository, sha: string): string[] {
  const newest = new Map(
    repository.statuses.filter((one) => one.sha === sha).map((one) => [one.context, one]),
  );
  return [...newest.values()].map((status) => status.state.toUpperCase());
}
