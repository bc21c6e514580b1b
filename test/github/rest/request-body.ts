import type { Account } from "../state/model.ts";
import type { PullRequest } from "../state/pull-request.ts";
import { seeRepository } from "./access.ts";
import { notFound, refuse } from "./answer.ts";
import type { Request } from "./router.ts";
import { appOf } from "./token.ts";

/** A string of the body; undefined when absent. Another type is answered with 422. */
export function readString(body: Record<string, unknown>, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  throw refuse(
    422,
    `Invalid request.\n\nFor 'properties/${name}', ${JSON.stringify(value)} is not a string.`,
  );
}

/** A required string. */
export function requireString(body: Record<string, unknown>, name: string): string {
  const value = readString(body, name);
  if (value === undefined) throw refuse(422, `Invalid request.\n\n"${name}" wasn't supplied.`);
  return value;
}

/** The repository of the path, as the token sees it. */
export function repositoryOf({ world, token, params }: Request) {
  return seeRepository(world, token, `${params.owner}/${params.repo}`);
}

/** The pull request of the path. */
export function pullRequestOf(request: Request): PullRequest {
  const number = Number(request.params.number);
  const pullRequest = repositoryOf(request).pullRequests.get(number);
  if (pullRequest === undefined) throw notFound();
  return pullRequest;
}

/** The account as which the token writes: the app's bot, or the person. */
export function writerOf({ world, token }: Request): Account {
  return token.kind === "user" ? token.user : appOf(world, token).bot;
}
