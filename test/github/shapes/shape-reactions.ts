import { type Reaction, type ReactionContent, reactionContents } from "../state/pull-request.ts";

/** OpenAPI `reaction-rollup`. */
export function shapeReactions(url: string, reactions: Reaction[]) {
  const count = (content: ReactionContent) => reactions.filter((one) => one.content === content).length;
  const contents = Object.keys(reactionContents) as ReactionContent[];
  return {
    url: `${url}/reactions`,
    total_count: reactions.length,
    ...(Object.fromEntries(contents.map((content) => [content, count(content)])) as Record<
      ReactionContent,
      number
    >),
  };
}
