import { GitHubError } from "../reconcile/github-error.ts";
import type { Connection } from "./answers.ts";
import type { GraphqlAnswer } from "./client/graphql-answer.ts";

/**
 * The answers to a query, page by page, until the list that `findList` finds in them ends or is missing.
 * `ask` sends the query with the cursor of the page before.
 */
export async function* readPages<Answer>(
  ask: (cursor: string | null) => Promise<GraphqlAnswer<Answer>>,
  findList: (answer: Answer) => Pick<Connection<unknown>, "pageInfo"> | null | undefined,
): AsyncGenerator<GraphqlAnswer<Answer>> {
  let cursor: string | null = null;
  do {
    const answer: GraphqlAnswer<Answer> = await ask(cursor);
    yield answer;
    const page = findList(answer.data)?.pageInfo;
    cursor = page?.hasNextPage ? page.endCursor : null;
  } while (cursor !== null);
}

/**
 * The repository of an answer. Throws GitHubError "not_found" when it does not exist or the reader may not
 * see it.
 */
export function requireRepository<Repository>(
  repository: Repository | null | undefined,
  { owner, name }: { owner: string; name: string },
): Repository {
  if (repository) return repository;
  throw new GitHubError(`${owner}/${name} wasn't found; check the name, and that the token can read it.`, {
    reason: "not_found",
  });
}

/** The nodes of a list in an answer, without those that GitHub leaves out as null; none without a list. */
export function nodes<Node>(list: { nodes: (Node | null)[] | null } | null | undefined): Node[] {
  return (list?.nodes ?? []).filter((node) => node !== null);
}
