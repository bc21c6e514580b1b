import { type CommentLink, parseCommentLink } from "../conversation/parse-comment-link.ts";
import type { Command } from "./command.ts";

/** Closes one's own prefixed review text or comment, which GitHub has no button for; with write access, anybody's, threads too. In a thread, without a link, that thread. */
export const resolve: Command<CommentLink> = {
  name: "resolve",
  summary: "close a comment or review text that starts with a prefix, or a thread",
  usage: "/async resolve <link>",
  who: "remark-author",
  parse: (argument, _following, { url }) => {
    const here = argument === "" ? parseCommentLink(url) : null;
    const link = here?.type === "thread" ? here : parseCommentLink(argument);
    return link === null
      ? { ok: false, message: "names no comment. Add its link (Copy link in the comment's menu)" }
      : { ok: true, value: link };
  },
};
