import { type CommentLink, parseCommentLink } from "../conversation/parse-comment-link.ts";
import type { Command } from "./command.ts";

/** Closes one's own prefixed review text or comment, which GitHub has no button for. */
export const resolve: Command<CommentLink> = {
  name: "resolve",
  summary: "close a comment or review text of your own that starts with a prefix",
  usage: "/async resolve <link>",
  who: "remark-author",
  parse: (argument) => {
    const link = parseCommentLink(argument);
    if (link === null)
      return { ok: false, message: "names no comment; expected its link (Copy link in the comment's menu)" };
    if (link.type === "thread")
      return { ok: false, message: "names a review thread; GitHub's own Resolve button closes those" };
    return { ok: true, value: link };
  },
};
