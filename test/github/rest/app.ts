import { repositoriesOf } from "../actions/install.ts";
import { shapeApp, shapeInstallation } from "../shapes/shape-app.ts";
import { shapeRepository } from "../shapes/shape-repository.ts";
import type { Permissions } from "../state/model.ts";
import { covers } from "./access.ts";
import { created, notFound, ok, refuse } from "./answer.ts";
import { page } from "./page.ts";
import type { Request, Route } from "./router.ts";

/** Endpoints that need the App's JWT. */
function demandJwt({ token }: Request): void {
  if (token.kind !== "jwt") throw refuse(401, "A JSON web token could not be decoded");
}

function installationOf(request: Request) {
  demandJwt(request);
  const id = Number(request.params.installation);
  const installation = request.world.state.installations.find((one) => one.id === id);
  if (installation === undefined) throw notFound();
  return installation;
}

/**
 * `POST /app/installations/{id}/access_tokens`: valid for an hour, narrowed on request, never wider than the
 * granted permissions.
 */
function createToken(request: Request) {
  const installation = installationOf(request);
  if (installation.suspendedAt !== null) throw refuse(403, "This installation has been suspended");
  const asked = request.body.permissions as Permissions | undefined;
  if (asked !== undefined && !covers(installation.permissions, [asked])) {
    throw refuse(422, "The permissions requested are not granted to this installation.");
  }
  const permissions = asked ?? installation.permissions;
  const { token, expiresAt } = request.tokens.issue(installation, permissions);
  return created({
    token,
    expires_at: `${new Date(expiresAt).toISOString().slice(0, 19)}Z`,
    permissions,
    repository_selection: installation.repositories === "all" ? "all" : "selected",
  });
}

function listRepositories(request: Request) {
  const { world, token } = request;
  if (token.kind !== "installation")
    throw refuse(
      403,
      "You must authenticate with an installation access token in order to list repositories for an installation.",
    );
  const repositories = repositoriesOf(world, token.installation);
  return page(request, "/installation/repositories", repositories, (items) => ({
    total_count: repositories.length,
    repository_selection: token.installation.repositories === "all" ? "all" : "selected",
    repositories: items.map((one) => shapeRepository(world, one)),
  }));
}

export const appRoutes: Route[] = [
  {
    method: "GET",
    path: "/app",
    handle: (request) => {
      demandJwt(request);
      const { world } = request;
      return ok({ ...shapeApp(world), installations_count: world.state.installations.length });
    },
  },
  {
    method: "GET",
    path: "/app/installations",
    handle: (request) => {
      demandJwt(request);
      const { world } = request;
      return page(request, "/app/installations", world.state.installations, (items) =>
        items.map((one) => shapeInstallation(world, one)),
      );
    },
  },
  {
    method: "GET",
    path: "/app/installations/:installation",
    handle: (request) => ok(shapeInstallation(request.world, installationOf(request))),
  },
  { method: "POST", path: "/app/installations/:installation/access_tokens", handle: createToken },
  { method: "GET", path: "/installation/repositories", handle: listRepositories },
  {
    method: "GET",
    path: "/repos/:owner/:repo/installation",
    handle: (request) => {
      demandJwt(request);
      const { world, params } = request;
      const found = world.state.installations.find((installation) =>
        repositoriesOf(world, installation).some(
          (one) => one.owner.login === params.owner && one.name === params.repo,
        ),
      );
      if (found === undefined) throw notFound();
      return ok(shapeInstallation(world, found));
    },
  },
];
