import type { Subject } from "../../reconcile/ports.ts";

/** An installation, or one repository of it. */
export interface Scope {
  installationId: number;
  repositoryId?: number;
}

/**
 * The name of a subject's row. Built from ids that survive renames and transfers, so that every delivery
 * about a subject meets in one row. A fan-out's reason is not part of it: of "added" and "stop" only the
 * newest may be carried out. Its installation is: a transferred repository is gone from one and new in the
 * other.
 */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case "pull_request":
      return pullRequestKey(subject.repository.id, subject.number);
    case "merge_group":
      return `merge_group:${subject.repository.id}:${subject.headSha}`;
    case "repository":
      return fanOutKey({ installationId: subject.installationId, repositoryId: subject.repository.id });
    case "installation":
      return fanOutKey(subject);
  }
}

/** The name of a pull request's row. */
export function pullRequestKey(repositoryId: number, number: number): string {
  return `pull_request:${repositoryId}:${number}`;
}

/** The name of a fan-out's row: that of a whole installation, or of one repository of it. */
export function fanOutKey({ installationId, repositoryId }: Scope): string {
  return repositoryId === undefined
    ? `installation:${installationId}`
    : `repository:${installationId}:${repositoryId}`;
}
