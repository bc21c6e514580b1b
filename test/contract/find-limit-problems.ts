type Body = Record<string, unknown>;

const bytes = (value: unknown) => Buffer.byteLength(typeof value === "string" ? value : "");
const characters = (value: unknown) => [...(typeof value === "string" ? value : "")].length;

/**
 * Limits that GitHub's description omits (sources.md §3, §4, §6, §11): bytes instead of characters, comment
 * length, labels, and that a completed check run has a conclusion. Returns a line for each limit that a
 * request exceeds.
 */
export function findLimitProblems(method: string, template: string, body: unknown): string[] {
  if (typeof body !== "object" || body === null) return [];
  const check = checks[`${method} ${template}`];
  return check === undefined ? [] : check(body as Body);
}

function checkRun(body: Body): string[] {
  const output = (body.output ?? {}) as Body;
  const isOpenEnded = body.status === "completed" && body.conclusion === undefined;
  const annotations = (output.annotations ?? []) as Body[];
  return [
    ...(isOpenEnded ? ["a completed check run needs a conclusion"] : []),
    ...(["summary", "text"] as const)
      .filter((name) => bytes(output[name]) > 65_535)
      .map((name) => `output.${name} has ${bytes(output[name])} bytes of UTF-8; at most 65535 are taken`),
    ...annotations
      .filter((one) => bytes(one.message) > 65_536 || bytes(one.raw_details) > 65_536)
      .map(() => "an annotation is longer than 64 KB"),
    ...(String(body.name ?? "").trim() === "" && "name" in body ? ["a check run needs a name"] : []),
  ];
}

function comment(body: Body): string[] {
  const length = String(body.body ?? "").length;
  return length > 65_536 ? [`body has ${length} characters; at most 65536 are taken`] : [];
}

function label(body: Body): string[] {
  const name = body.new_name ?? body.name;
  return [
    ...(characters(name) > 50 ? [`label name has ${characters(name)} characters; at most 50 are taken`] : []),
    ...(characters(body.description) > 100 ? ["label description is longer than 100 characters"] : []),
    ...(typeof body.color === "string" && !/^[0-9a-f]{6}$/i.test(body.color)
      ? [`label colour ${body.color} is not six hexadecimal digits`]
      : []),
  ];
}

function labels(body: Body): string[] {
  const names = (Array.isArray(body) ? body : ((body.labels ?? []) as unknown[])).map((one) =>
    typeof one === "string" ? { name: one } : (one as Body),
  );
  return [...(names.length > 100 ? ["more than 100 labels"] : []), ...names.flatMap(label)];
}

function pull(body: Body): string[] {
  return [...comment(body), ...(characters(body.title) > 256 ? ["title is longer than 256 characters"] : [])];
}

const repository = "/repos/{owner}/{repo}";
const checks: Record<string, (body: Body) => string[]> = {
  [`POST ${repository}/check-runs`]: checkRun,
  [`PATCH ${repository}/check-runs/{check_run_id}`]: checkRun,
  [`POST ${repository}/issues/{issue_number}/comments`]: comment,
  [`PATCH ${repository}/issues/comments/{comment_id}`]: comment,
  [`POST ${repository}/pulls/{pull_number}/comments/{comment_id}/replies`]: comment,
  [`POST ${repository}/labels`]: label,
  [`PATCH ${repository}/labels/{name}`]: label,
  [`POST ${repository}/issues/{issue_number}/labels`]: labels,
  [`PATCH ${repository}/pulls/{pull_number}`]: pull,
};
