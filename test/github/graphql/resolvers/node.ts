import { canSee } from "../../rest/access.ts";
import { listPullRequests } from "../../state/find.ts";
import { parseNodeId } from "../../state/node-id.ts";
import type { Context } from "../context.ts";
import { GraphQLRefusal } from "../graphql-refusal.ts";
import type { TypeResolvers } from "./resolver.ts";

/** The pull request or thread with this id, as far as the token sees it. */
function findNode(id: string, context: Context) {
  const parsed = parseNodeId(id);
  const all = listPullRequests(context.state);
  const found =
    parsed?.kind === "PullRequest"
      ? all.find((one) => one.id === parsed.id)
      : parsed?.kind === "PullRequestReviewThread"
        ? all.flatMap(({ threads }) => threads).find((one) => one.id === parsed.id)
        : undefined;
  if (found && canSee(context.token, ("repository" in found ? found : found.pullRequest).repository))
    return found;
  throw new GraphQLRefusal("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
}

export const nodeResolvers: Record<string, TypeResolvers> = {
  Query: {
    node: (_: unknown, { id }: { id: string }, context: Context) => findNode(id, context),
    // A missing node is null with an error at its index.
    nodes: (_: unknown, { ids }: { ids: string[] }, context: Context) =>
      ids.map((id) => {
        try {
          return findNode(id, context);
        } catch (error) {
          return error;
        }
      }),
    rateLimit: (_: unknown, __: unknown, { limit }: Context) => limit,
  },
  RateLimit: {
    cost: ({ cost }: { cost: number }) => cost,
    remaining: ({ remaining }: { remaining: number }) => remaining,
  },
};
