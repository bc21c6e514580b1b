import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";

/**
 * What people see of a repository's open pull requests, without ids and instants: two worlds in which the same happened
 * compare as equal. Of a closed one only what nobody may have twice is told, because a pull request that was closed before
 * the app came to look has no check.
 */
export function whatPeopleSee(repository: RepositoryDriver) {
  return repository.pullRequests.map((pullRequest) => {
    const { number, title, body, state, labels, comments, checkRuns } = pullRequest.see();
    if (state !== "open") return { number, state };
    return {
      number,
      title,
      body,
      state,
      labels: [...labels].sort(),
      comments: comments.map((comment) => ({
        author: comment.author,
        body: anonymous(comment.body, repository),
        isMinimized: comment.isMinimized,
      })),
      // A check that was turned off again is there or not, as the app came to look meanwhile or not: it cannot be deleted.
      checkRuns: checkRuns
        .filter(({ title }) => title !== "Not needed any more")
        .map(({ name, status, conclusion, title, summary, text, actions }) => ({
          name,
          status,
          conclusion,
          title,
          summary: anonymous(summary ?? "", repository),
          text: anonymous(text ?? "", repository),
          actions,
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  });
}

/** The repository's own name is in links. */
function anonymous(text: string, repository: RepositoryDriver): string {
  return text.replaceAll(repository.fullName, "owner/name");
}

/**
 * What stands twice on GitHub: sticky comments of ours on one pull request, and check runs with the same name for the same
 * pull request on one commit, as far as nobody asked for them again.
 */
export function findDuplicates(repository: RepositoryDriver, { reruns = 0 } = {}): string[] {
  const duplicates: string[] = [];
  for (const pullRequest of repository.pullRequests) {
    const ours = pullRequest.see().comments.filter(({ author }) => author === "async-review[bot]");
    if (ours.length > 1) duplicates.push(`${ours.length} comments on #${pullRequest.number}`);
  }
  const seen = new Map<string, number>();
  for (const suite of repository.state.checkSuites) {
    for (const run of suite.runs) {
      const key = `${run.name} for #${run.externalId?.split(":")[0]} on ${suite.headSha.slice(0, 7)}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  for (const [key, count] of seen) if (count > 1 + reruns) duplicates.push(`${count} × ${key}`);
  return duplicates;
}
