import type { CheckRunFields } from "../actions/check-runs.ts";
import type { CheckAction, CheckAnnotation } from "../state/checks.ts";
import { invalidRequest } from "./answer.ts";
import { readString, requireString } from "./request-body.ts";

/** The conclusions that an app may set (sources.md §3). */
const conclusions = ["action_required", "cancelled", "failure", "neutral", "success", "skipped", "timed_out"];

type Body = Record<string, unknown>;

/** Reads the body of a create or update, and answers 422 beyond GitHub's limits (sources.md §3). */
export function readCheckRun(body: Body): CheckRunFields {
  const status = readString(body, "status");
  const conclusion = readString(body, "conclusion");
  if (status !== undefined && !["queued", "in_progress", "completed"].includes(status)) {
    throw invalidRequest(`For 'properties/status', ${status} is not a member of the allowed values.`);
  }
  if (status === "completed" && conclusion === undefined) {
    throw invalidRequest('"conclusion" wasn\'t supplied; a completed check run needs one.');
  }
  if (conclusion !== undefined && !conclusions.includes(conclusion)) {
    throw invalidRequest(`For 'properties/conclusion', ${conclusion} is not a member of the allowed values.`);
  }
  return withoutUndefined({
    name: readString(body, "name"),
    status: status as CheckRunFields["status"],
    conclusion,
    externalId: readString(body, "external_id"),
    detailsUrl: readString(body, "details_url"),
    startedAt: readString(body, "started_at"),
    completedAt: readString(body, "completed_at"),
    ...(body.output === undefined ? {} : readOutput(body.output as Body)),
    actions: body.actions === undefined ? undefined : (body.actions as Body[]).map(readAction),
  });
}

function readOutput(output: Body): Partial<CheckRunFields> {
  const annotations = (output.annotations ?? []) as Body[];
  if (annotations.length > 50) throw invalidRequest("Only 50 annotations are allowed in one request.");
  return {
    title: requireString(output, "title"),
    summary: checkBytes("summary", requireString(output, "summary"))!,
    text: checkBytes("text", readString(output, "text")) ?? null,
    annotations: annotations.map(readAnnotation),
  };
}

/** 65,535 bytes of UTF-8, not characters, whatever the description says. */
function checkBytes(name: string, text: string | undefined): string | undefined {
  if (text !== undefined && Buffer.byteLength(text) > 65_535) {
    throw invalidRequest(`${name} exceeds a maximum bytesize of 65535`);
  }
  return text;
}

function readAnnotation(annotation: Body): CheckAnnotation {
  const level = requireString(annotation, "annotation_level");
  if (level !== "notice" && level !== "warning" && level !== "failure") {
    throw invalidRequest(
      `For 'properties/annotation_level', ${level} is not a member of the allowed values.`,
    );
  }
  const message = requireString(annotation, "message");
  if (Buffer.byteLength(message) > 65_536) throw invalidRequest("message exceeds 64 KB");
  const title = readString(annotation, "title") ?? null;
  if ((title?.length ?? 0) > 255) throw invalidRequest("title exceeds 255 characters");
  return {
    path: requireString(annotation, "path"),
    startLine: Number(annotation.start_line),
    endLine: Number(annotation.end_line),
    level,
    title,
    message,
  };
}

function readAction(action: Body, index: number, all: Body[]): CheckAction {
  if (all.length > 3) throw invalidRequest("For 'properties/actions', more than 3 items were given.");
  const limited = (name: string, limit: number) => {
    const text = requireString(action, name);
    if ([...text].length <= limit) return text;
    throw invalidRequest(`For 'actions/${index}/${name}', ${text} is longer than ${limit} characters.`);
  };
  return {
    label: limited("label", 20),
    description: limited("description", 40),
    identifier: limited("identifier", 20),
  };
}

function withoutUndefined(fields: { [Key in keyof CheckRunFields]: CheckRunFields[Key] | undefined }) {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as CheckRunFields;
}
