import { listPullRequests } from "../../state/find.ts";
import { parseNodeId } from "../../state/node-id.ts";
import { canSee } from "../../rest/access.ts";
import type { Context } from "../context.ts";
import { GraphQLRefusal } from "../graphql-refusal.ts";
import type { TypeResolvers } from "./resolver.ts";

export const nodeResolvers: Record<string, TypeResolvers> = {
  Query: {
    node: (_: unknown, { id }: { id: string }, context: Context) => {
      const parsed = parseNodeId(id);
      const found =
        parsed?.kind === "PullRequest"
          ? listPullRequests(context.state).find((one) => one.id === parsed.id)
          : undefined;
      if (found && canSee(context.token, found.repository)) return found;
      const thread =
        parsed?.kind === "PullRequestReviewThread"
          ? listPullRequests(context.state)
              .flatMap(({ threads }) => threads)
              .find((one) => one.id === parsed.id)
          : undefined;
      if (thread && canSee(context.token, thread.pullRequest.repository)) return thread;
      throw new GraphQLRefusal("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
    },
  },
};
