import { addLabels, createLabel, deleteLabel, editLabel, removeLabel } from "../actions/labels.ts";
import { shapeLabel } from "../shapes/shape-label.ts";
import { findLabel } from "../state/find.ts";
import type { Repository } from "../state/model.ts";
import type { PullRequest } from "../state/pull-request.ts";
import { type Accepted, demand } from "./access.ts";
import { created, noContent, notFound, ok, refuse, unprocessable } from "./answer.ts";
import { page } from "./page.ts";
import { pullRequestOf, readString, repositoryOf, requireString, writerOf } from "./request-body.ts";
import type { Request, Route } from "./router.ts";

const write: Accepted = [{ issues: "write" }, { pull_requests: "write" }];
const read: Accepted = [{ issues: "read" }, { pull_requests: "read" }];

/** Name at most 50 characters, description at most 100, six hexadecimal digits (sources.md §6). */
function checkLabel(label: { name?: string; color?: string; description?: string | null }): void {
  if (label.name !== undefined && [...label.name].length > 50) {
    throw unprocessable("Label", "name", "custom", "name is too long (maximum is 50 characters)");
  }
  if (label.color !== undefined && !/^[0-9a-f]{6}$/i.test(label.color)) {
    throw unprocessable("Label", "color", "invalid");
  }
  if ((label.description?.length ?? 0) > 100) {
    const message = "description is too long (maximum is 100 characters)";
    throw unprocessable("Label", "description", "custom", message);
  }
}

function labelOf(request: Request, repository: Repository) {
  const label = findLabel(repository.labels, request.params.name ?? "");
  if (label === null) throw notFound();
  return label;
}

function create(request: Request) {
  const repository = repositoryOf(request);
  demand(request.token, repository, write);
  const name = requireString(request.body, "name");
  const color = readString(request.body, "color") ?? "ededed";
  const description = readString(request.body, "description") ?? null;
  checkLabel({ name, color, description });
  if (findLabel(repository.labels, name) !== null) throw unprocessable("Label", "name", "already_exists");
  const label = createLabel(request.world, repository, { name, color, description }, writerOf(request));
  return created(shapeLabel(request.world, repository, label));
}

function edit(request: Request) {
  const repository = repositoryOf(request);
  demand(request.token, repository, write);
  const label = labelOf(request, repository);
  const name = readString(request.body, "new_name");
  const color = readString(request.body, "color");
  const description = readString(request.body, "description");
  const given = {
    ...(name === undefined ? {} : { name }),
    ...(color === undefined ? {} : { color }),
    ...(description === undefined ? {} : { description }),
  };
  checkLabel(given);
  editLabel(request.world, repository, label, given, writerOf(request));
  return ok(shapeLabel(request.world, repository, label));
}

/** The labels of the body: `{labels: [...]}` or a bare list of names or objects with a `name`. */
function readNames(body: unknown): string[] {
  const list = Array.isArray(body) ? body : (body as { labels?: unknown }).labels;
  if (!Array.isArray(list)) throw refuse(422, 'Invalid request.\n\n"labels" wasn\'t supplied.');
  const names = list.map((one) => (typeof one === "string" ? one : String((one as { name?: unknown }).name)));
  for (const name of names) checkLabel({ name });
  return names;
}

function add(request: Request) {
  const pullRequest = pullRequestOf(request);
  demand(request.token, pullRequest.repository, [{ pull_requests: "write" }], write);
  const names = readNames(request.body);
  if (pullRequest.labels.length + names.length > 100) {
    throw unprocessable("Issue", "labels", "custom", "issues may have at most 100 labels");
  }
  addLabels(request.world, pullRequest, names, writerOf(request));
  return ok(shapeAll(request, pullRequest));
}

function remove(request: Request) {
  const pullRequest = pullRequestOf(request);
  demand(request.token, pullRequest.repository, [{ pull_requests: "write" }], write);
  const label = findLabel(pullRequest.labels, request.params.name ?? "");
  if (label === null) throw refuse(404, "Label does not exist");
  removeLabel(request.world, pullRequest, label, writerOf(request));
  return ok(shapeAll(request, pullRequest));
}

const shapeAll = ({ world }: Request, { labels, repository }: PullRequest) =>
  labels.map((label) => shapeLabel(world, repository, label));

export const labelRoutes: Route[] = [
  {
    method: "GET",
    path: "/repos/:owner/:repo/labels",
    handle: (request) => {
      const repository = repositoryOf(request);
      demand(request.token, repository, read);
      const { owner, repo } = request.params;
      return page(request, `/repos/${owner}/${repo}/labels`, repository.labels, (items) =>
        items.map((label) => shapeLabel(request.world, repository, label)),
      );
    },
  },
  { method: "POST", path: "/repos/:owner/:repo/labels", handle: create },
  {
    method: "GET",
    path: "/repos/:owner/:repo/labels/:name",
    handle: (request) => {
      const repository = repositoryOf(request);
      demand(request.token, repository, read);
      return ok(shapeLabel(request.world, repository, labelOf(request, repository)));
    },
  },
  { method: "PATCH", path: "/repos/:owner/:repo/labels/:name", handle: edit },
  {
    method: "DELETE",
    path: "/repos/:owner/:repo/labels/:name",
    handle: (request) => {
      const repository = repositoryOf(request);
      demand(request.token, repository, write);
      deleteLabel(request.world, repository, labelOf(request, repository), writerOf(request));
      return noContent();
    },
  },
  {
    method: "GET",
    path: "/repos/:owner/:repo/issues/:number/labels",
    handle: (request) => {
      const pullRequest = pullRequestOf(request);
      demand(request.token, pullRequest.repository, read);
      return ok(shapeAll(request, pullRequest));
    },
  },
  { method: "POST", path: "/repos/:owner/:repo/issues/:number/labels", handle: add },
  { method: "DELETE", path: "/repos/:owner/:repo/issues/:number/labels/:name", handle: remove },
];
