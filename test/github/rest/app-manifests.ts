import { shapeApp } from "../shapes/shape-app.ts";
import { created, notFound, refuse } from "./answer.ts";
import type { Request, Route } from "./router.ts";

/** GitHub's own page, as far as the flow needs it: its form redirects the person back with a code. */
function createApp({ world, body, query }: Request) {
  const manifest = JSON.parse(String(body.manifest)) as {
    hook_attributes?: { url?: string };
    redirect_url: string;
  };
  const hook = manifest.hook_attributes?.url ?? "";
  if (/^https?:\/\/(localhost|127\.)/.test(hook))
    throw refuse(
      422,
      "Hook url is not supported because it isn't reachable over the public Internet (localhost)",
    );
  const code = `code-${world.nextId()}`;
  codes.set(code, manifest);
  const back = new URL(manifest.redirect_url);
  back.searchParams.set("code", code);
  const state = query.get("state");
  if (state !== null) back.searchParams.set("state", state);
  return { status: 302, body: "", headers: { location: back.href } };
}

/** The requested App by code. Each code works once. */
const codes = new Map<string, unknown>();

/** `POST /app-manifests/{code}/conversions`: needs no authentication; the code is the secret. */
function convert({ world, params }: Request) {
  if (!codes.delete(params.code ?? "")) throw notFound();
  const { app } = world;
  return created({
    ...shapeApp(world),
    client_secret: "shh",
    webhook_secret: "a secret from GitHub",
    pem: app.privateKey,
  });
}

export const appManifestRoutes: Route[] = [
  { method: "POST", path: "/settings/apps/new", handle: createApp, isOpen: true, isPage: true },
  {
    method: "POST",
    path: "/organizations/:organization/settings/apps/new",
    handle: createApp,
    isOpen: true,
    isPage: true,
  },
  { method: "POST", path: "/app-manifests/:code/conversions", handle: convert, isOpen: true },
];
