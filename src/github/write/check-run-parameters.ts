import { mostAnnotations, type PlannedCheckRun } from "../../core/planned.ts";

/**
 * A check run in the words of the REST API, for create and update alike. It is always complete at once:
 * nothing hangs.
 */
export function renderCheckRunParameters(checkRun: PlannedCheckRun, externalId: string) {
  return {
    name: checkRun.name,
    external_id: externalId,
    status: "completed" as const,
    conclusion: checkRun.conclusion,
    output: {
      title: checkRun.title,
      summary: checkRun.summary,
      ...(checkRun.text === "" ? {} : { text: checkRun.text }),
      ...(checkRun.annotations.length === 0
        ? {}
        : {
            annotations: checkRun.annotations.slice(0, mostAnnotations).map((annotation) => ({
              path: annotation.path,
              start_line: annotation.startLine,
              end_line: annotation.endLine,
              annotation_level: annotation.level,
              title: annotation.title,
              message: annotation.message,
            })),
          }),
    },
    actions: checkRun.buttons,
  };
}
