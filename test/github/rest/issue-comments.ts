import { addIssueComment, deleteIssueComment, editIssueComment } from "../actions/issue-comments.ts";
import { shapeIssueComment } from "../shapes/shape-issue.ts";
import { findIssueComment } from "../state/find.ts";
import { type Accepted, demand } from "./access.ts";
import { created, noContent, notFound, ok, unprocessable } from "./answer.ts";
import { page } from "./page.ts";
import { pullRequestOf, repositoryOf, requireString, writerOf } from "./request-body.ts";
import type { Request, Route } from "./router.ts";

/** `issues: write` alone does not cover pull requests, although the header names both (sources.md §2). */
const writePullRequest: Accepted = [{ pull_requests: "write" }];
const listed: Accepted = [{ issues: "write" }, { pull_requests: "write" }];

/** At most 65,536 characters (sources.md §4). */
function readBody(request: Request): string {
  const body = requireString(request.body, "body");
  if (body.trim() === "") throw unprocessable("IssueComment", "body", "custom", "body cannot be blank");
  if (body.length > 65_536) {
    throw unprocessable("IssueComment", "body", "custom", "body is too long (maximum is 65536 characters)");
  }
  return body;
}

function commentOf(request: Request) {
  const comment = findIssueComment(repositoryOf(request), Number(request.params.comment));
  if (comment === null) throw notFound();
  return comment;
}

export const issueCommentRoutes: Route[] = [
  {
    method: "GET",
    path: "/repos/:owner/:repo/issues/:number/comments",
    handle: (request) => {
      const pullRequest = pullRequestOf(request);
      demand(request.token, pullRequest.repository, [{ pull_requests: "read" }, { issues: "read" }]);
      const { owner, repo, number } = request.params;
      return page(
        request,
        `/repos/${owner}/${repo}/issues/${number}/comments`,
        pullRequest.comments,
        (items) => items.map((one) => shapeIssueComment(request.world, one)),
      );
    },
  },
  {
    method: "POST",
    path: "/repos/:owner/:repo/issues/:number/comments",
    handle: (request) => {
      const pullRequest = pullRequestOf(request);
      demand(request.token, pullRequest.repository, writePullRequest, listed);
      const comment = addIssueComment(request.world, pullRequest, readBody(request), writerOf(request));
      return created(shapeIssueComment(request.world, comment));
    },
  },
  {
    method: "PATCH",
    path: "/repos/:owner/:repo/issues/comments/:comment",
    handle: (request) => {
      const comment = commentOf(request);
      demand(request.token, comment.pullRequest.repository, writePullRequest, listed);
      editIssueComment(request.world, comment, readBody(request), writerOf(request));
      return ok(shapeIssueComment(request.world, comment));
    },
  },
  {
    method: "DELETE",
    path: "/repos/:owner/:repo/issues/comments/:comment",
    handle: (request) => {
      const comment = commentOf(request);
      demand(request.token, comment.pullRequest.repository, writePullRequest, listed);
      deleteIssueComment(request.world, comment, writerOf(request));
      return noContent();
    },
  },
];
