import type { KnownPeriod } from "../../core/report/history/period.ts";
import { reportHistory, type ReviewReport } from "../../core/report/history/review-report.ts";
import { Budget, type ReadLives, type Reading, readLives } from "./read-lives.ts";

interface Sources extends Pick<Reading, "kept" | "server" | "cacheFolder" | "now" | "onRead"> {
  /** GitHub as it is read for that repository. */
  connect(repository: Reading["repository"]): Promise<Pick<Reading, "client" | "github" | "installationId">>;
}

/**
 * Reads the repositories' history, one after the other, and reports on it; `partial` when GitHub's limits did
 * not allow reading all of it. Throws GitHubError where a repository cannot be read.
 */
export async function readReport(
  repositories: readonly Reading["repository"][],
  period: KnownPeriod,
  { connect, ...sources }: Sources,
): Promise<ReviewReport> {
  const budget = new Budget();
  const read: ReadLives[] = [];
  for (const repository of repositories)
    read.push(
      await readLives({
        ...sources,
        ...(await connect(repository)),
        repository,
        budget,
        period,
      }),
    );
  const zone = read.find((one) => one.zone !== null)?.zone ?? null;
  const partial = read.some(({ isPartial }) => isPartial);
  const histories = read.map(({ history }) => history);
  return reportHistory(histories, period.in(zone), { mark: period.mark, partial });
}
