import { createPage, type Handler } from "./create-page.ts";

/**
 * `GET /healthz`: the process is up and its event loop turns. Nothing else is looked at: restarting helps no
 * database.
 */
export function createHealthPage(): Handler {
  return createPage("/healthz", async () => ({ status: 200, contentType: "text/plain", body: "ok\n" }));
}
