import { closePullRequest, editPullRequest, reopenPullRequest } from "../actions/change-pull-request.ts";
import { replyInThread } from "../actions/reviews.ts";
import { shapePullRequest, shapeSimplePullRequest } from "../shapes/shape-pull-request.ts";
import { shapeReviewComment } from "../shapes/shape-review.ts";
import { findReviewComment } from "../state/find.ts";
import { demand } from "./access.ts";
import { created, notFound, ok, unprocessable } from "./answer.ts";
import { page } from "./page.ts";
import { pullRequestOf, readString, repositoryOf, requireString, writerOf } from "./request-body.ts";
import type { Request, Route } from "./router.ts";

/** `PATCH /pulls/{n}`: title at most 256 characters, body at most 65,536 (sources.md §4). */
function update(request: Request) {
  const pullRequest = pullRequestOf(request);
  const { world, body, token } = request;
  demand(token, pullRequest.repository, [{ pull_requests: "write" }]);
  const title = readString(body, "title");
  const text = readString(body, "body");
  const state = readString(body, "state");
  if ((title?.length ?? 0) > 256) {
    throw unprocessable("PullRequest", "title", "custom", "title is too long (maximum is 256 characters)");
  }
  if ((text?.length ?? 0) > 65_536) {
    throw unprocessable("PullRequest", "body", "custom", "body is too long (maximum is 65536 characters)");
  }
  const by = writerOf(request);
  const baseRef = readString(body, "base");
  editPullRequest(
    world,
    pullRequest,
    {
      ...(title === undefined ? {} : { title }),
      ...(text === undefined ? {} : { body: text }),
      ...(baseRef === undefined ? {} : { baseRef }),
    },
    by,
  );
  if (state === "closed") closePullRequest(world, pullRequest, by);
  if (state === "open") reopenPullRequest(world, pullRequest, by);
  return ok(shapePullRequest(world, pullRequest));
}

/**
 * `POST /pulls/{n}/comments/{id}/replies`: only to the first comment of a thread (OpenAPI
 * pulls/create-reply-for-review-comment).
 */
function reply(request: Request) {
  const pullRequest = pullRequestOf(request);
  demand(request.token, pullRequest.repository, [{ pull_requests: "write" }]);
  const parent = findReviewComment(pullRequest, Number(request.params.comment));
  if (parent === null || parent.inReplyTo !== null) throw notFound();
  const body = requireString(request.body, "body");
  if (body.length > 65_536) {
    const message = "body is too long (maximum is 65536 characters)";
    throw unprocessable("PullRequestReviewComment", "body", "custom", message);
  }
  const comment = replyInThread(request.world, parent.thread, body, writerOf(request));
  return created(shapeReviewComment(request.world, comment));
}

function list(request: Request) {
  const repository = repositoryOf(request);
  const { world, query, params } = request;
  demand(request.token, repository, [{ pull_requests: "read" }]);
  const state = query.get("state") ?? "open";
  const head = query.get("head");
  const found = [...repository.pullRequests.values()]
    .filter((one) => state === "all" || one.state === state)
    .filter((one) => head === null || head === `${one.headRepository.owner.login}:${one.headRef}`)
    .reverse();
  return page(request, `/repos/${params.owner}/${params.repo}/pulls`, found, (items) =>
    items.map((one) => shapeSimplePullRequest(world, one)),
  );
}

export const pullRoutes: Route[] = [
  { method: "GET", path: "/repos/:owner/:repo/pulls", handle: list },
  {
    method: "GET",
    path: "/repos/:owner/:repo/pulls/:number",
    handle: (request) => {
      const pullRequest = pullRequestOf(request);
      demand(request.token, pullRequest.repository, [{ pull_requests: "read" }]);
      return ok(shapePullRequest(request.world, pullRequest));
    },
  },
  { method: "PATCH", path: "/repos/:owner/:repo/pulls/:number", handle: update },
  { method: "POST", path: "/repos/:owner/:repo/pulls/:number/comments/:comment/replies", handle: reply },
];
