import type { Subject } from "../../reconcile/ports.ts";

/**
 * The name of a subject's row. Built from ids that survive renames and transfers, so that every delivery about a subject
 * meets in one row. A fan-out's reason is not part of it: of "added" and "stop" only the newest may be carried out.
 */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case "pull_request":
      return `pull_request:${subject.repository.id}:${subject.number}`;
    case "merge_group":
      return `merge_group:${subject.repository.id}:${subject.headSha}`;
    case "repository":
      return `repository:${subject.repository.id}`;
    case "installation":
      return `installation:${subject.installationId}`;
  }
}
