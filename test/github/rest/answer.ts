/** An answer. An object is sent as JSON, a string unchanged. */
export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

const docs = "https://docs.github.com/rest";

export const ok = (body: unknown, headers: Record<string, string> = {}): Answer => ({
  status: 200,
  body,
  headers,
});
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent = (): Answer => ({ status: 204, body: null });

/** GitHub's refusal, which handlers throw. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(JSON.stringify(answer.body));
    this.answer = answer;
  }
}

/** An error answer in GitHub's form. */
export function refuse(
  status: number,
  message: string,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Refusal {
  return new Refusal({
    status,
    body: { message, ...more, documentation_url: docs, status: String(status) },
    headers,
  });
}

/** GitHub answers 404, not 403, for objects that a token may not see. */
export const notFound = () => refuse(404, "Not Found");

/** 422 with an entry in `errors`. */
export function unprocessable(
  resource: string,
  field: string,
  code: "missing_field" | "already_exists" | "invalid" | "custom",
  message?: string,
): Refusal {
  const error = { resource, code, field, ...(message === undefined ? {} : { message }) };
  return refuse(422, "Validation Failed", { errors: [error] });
}

/** 422 as the check-run endpoints word it. */
export const invalidRequest = (reason: string) => refuse(422, `Invalid request.\n\n${reason}`);
