import type { Write } from "../core/planned.ts";
import { GitHubError } from "../reconcile/github-error.ts";
import type { GitHub, Subject } from "../reconcile/ports.ts";

/** What a run wrote, and what it was refused. */
export interface Noted {
  /** The slug of an App of this kind that already looks after the repository. */
  otherApp: string | null;
  written: Write["type"][];
  /** What the token may not write. */
  refused: Write["type"][];
}

/** Writes that a parallel run may also make; look once more after them. */
const contested = new Set<Write["type"]>([
  "create_check_run",
  "update_check_run",
  "create_comment",
  "update_comment",
]);

/**
 * GitHub as a workflow's run sees it. Two runs can work on the same pull request, so a run that wrote looks
 * once more. Where an App does the same work, nothing is looked at.
 */
export function createWorkflowGitHub(
  github: GitHub,
  { noted, lookAgain }: { noted: Noted; lookAgain: (subject: Subject) => Promise<void> },
): GitHub {
  return {
    ...github,
    async observePullRequest(subject) {
      const observation = await github.observePullRequest(subject);
      noted.otherApp ??= observation?.otherApp ?? null;
      if (noted.otherApp === null) return observation;
      throw new GitHubError(`The App "${noted.otherApp}" looks after this repository.`, {
        reason: "not_found",
      });
    },
    async write(subject, write) {
      try {
        const id = await github.write(subject, write);
        noted.written.push(write.type);
        if (contested.has(write.type)) await lookAgain(subject);
        return id;
      } catch (error) {
        if (error instanceof GitHubError && error.reason === "forbidden") noted.refused.push(write.type);
        throw error;
      }
    },
  };
}
