import { shapeAccount } from "../shapes/shape-account.ts";
import { shapeRepository } from "../shapes/shape-repository.ts";
import { findAccount } from "../state/find.ts";
import { resolveRef } from "../state/resolve-object.ts";
import { demand, roleOf } from "./access.ts";
import { notFound, ok } from "./answer.ts";
import { repositoryOf } from "./request-body.ts";
import type { Request, Route } from "./router.ts";

/**
 * A person's permission: `maintain` shows as write and `triage` as read, `role_name` says which (sources.md
 * §9). A public repository may be read by anybody. An unknown login is 404.
 */
function permission(request: Request) {
  const repository = repositoryOf(request);
  demand(request.token, repository, [{ metadata: "read" }]);
  const user = findAccount(request.world.state, request.params.login ?? "");
  if (user === null) throw notFound();
  const role = roleOf(repository, user) ?? (repository.isPrivate ? null : "read");
  const legacy = { admin: "admin", maintain: "write", write: "write", triage: "read", read: "read" } as const;
  return ok({
    permission: role === null ? "none" : legacy[role],
    role_name: role ?? "none",
    user: {
      ...shapeAccount(request.world, user),
      permissions: permissionsOf(role),
      role_name: role ?? "none",
    },
  });
}

function permissionsOf(role: ReturnType<typeof roleOf>) {
  const order = ["read", "triage", "write", "maintain", "admin"];
  const at = (needed: string) => role !== null && order.indexOf(role) >= order.indexOf(needed);
  return {
    admin: at("admin"),
    maintain: at("maintain"),
    push: at("write"),
    triage: at("triage"),
    pull: at("read"),
  };
}

/** A file as JSON with base64, or raw on request, with GitHub's content type. */
function contents(request: Request) {
  const repository = repositoryOf(request);
  demand(request.token, repository, [{ contents: "read" }]);
  const { world, params, query, headers } = request;
  const ref = query.get("ref") ?? repository.defaultBranch;
  const path = params.path ?? "";
  const text = resolveRef(world.state, repository, ref)?.tree.get(path);
  if (text === undefined) throw notFound();
  if (/\bapplication\/vnd\.github(\.v3)?\.raw\b/.test(headers.accept ?? "")) {
    return ok(text, { "content-type": "application/vnd.github.raw; charset=utf-8" });
  }
  const bytes = Buffer.from(text);
  const url = `${world.api}/repos/${params.owner}/${params.repo}/contents/${path}?ref=${ref}`;
  const html = `${world.html}/${params.owner}/${params.repo}/blob/${ref}/${path}`;
  return ok({
    name: path.split("/").at(-1),
    path,
    sha: "0".repeat(40),
    size: bytes.length,
    url,
    html_url: html,
    git_url: null,
    download_url: null,
    type: "file",
    content: bytes.toString("base64").replace(/.{60}/g, "$&\n"),
    encoding: "base64",
    _links: { self: url, git: null, html },
  });
}

export const repositoryRoutes: Route[] = [
  {
    method: "GET",
    path: "/repos/:owner/:repo",
    handle: (request) => {
      const shape = shapeRepository(request.world, repositoryOf(request));
      return ok({ ...shape, network_count: 0, subscribers_count: 0 });
    },
  },
  { method: "GET", path: "/repos/:owner/:repo/collaborators/:login/permission", handle: permission },
  { method: "GET", path: "/repos/:owner/:repo/contents/:path*", handle: contents },
];
