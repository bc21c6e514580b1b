import { react } from "../../actions/remarks.ts";
import { findRemark } from "../../state/find-remark.ts";
import { type ReactionContent, type Remark, reactionContents } from "../../state/pull-request.ts";
import { type Context, demandPermission, viewerOf } from "../context.ts";
import { GraphQLRefusal } from "../graphql-refusal.ts";
import type { TypeResolvers } from "./resolver.ts";

/** The comment or review that a mutation names, if the app may write to the repository's pull requests. */
function subjectOf(id: string, context: Context): Remark {
  const remark = findRemark(context.world.state, id);
  if (remark === null) {
    throw new GraphQLRefusal("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
  }
  demandPermission(context, remark.pullRequest.repository, { pull_requests: "write" });
  return remark;
}

export const mutationResolvers: Record<string, TypeResolvers> = {
  Mutation: {
    addReaction: (
      _: unknown,
      { input }: { input: { subjectId: string; content: string } },
      context: Context,
    ) => {
      const remark = subjectOf(input.subjectId, context);
      const [content] = Object.entries(reactionContents).find(([, name]) => name === input.content)!;
      react(context.world, remark, content as ReactionContent, viewerOf(context));
      return { content: input.content };
    },
    minimizeComment: (
      _: unknown,
      { input }: { input: { subjectId: string; classifier: string } },
      context: Context,
    ) => {
      const remark = subjectOf(input.subjectId, context);
      // GitHub returns it in lower case, `off-topic` (sources.md §4).
      remark.minimizedReason = input.classifier.toLowerCase().replace("_", "-");
      return remark;
    },
  },
  AddReactionPayload: { reaction: (reaction: { content: string }) => reaction },
  Reaction: { content: ({ content }: { content: string }) => content },
  MinimizeCommentPayload: { minimizedComment: (remark: Remark) => remark },
};
