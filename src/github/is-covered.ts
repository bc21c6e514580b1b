import { GitHubError, type Subject } from "../reconcile/ports.ts";
import type { GitHubClient } from "./client/client.ts";

/**
 * Does the installation work, and cover the repository, if one is named? Only the App itself can tell: a public repository
 * can be read by installations that do not cover it.
 * https://docs.github.com/en/rest/apps/apps#get-a-repository-installation-for-the-authenticated-app
 */
export async function isCovered(
  app: Pick<GitHubClient, "request">,
  subject: Extract<Subject, { kind: "repository" | "installation" }>,
): Promise<boolean> {
  try {
    const { data } = await askFor(app, subject);
    return data.id === subject.installationId && !data.suspended_at;
  } catch (error) {
    if (error instanceof GitHubError && error.reason === "not_found") return false;
    throw error;
  }
}

function askFor(
  app: Pick<GitHubClient, "request">,
  subject: Extract<Subject, { kind: "repository" | "installation" }>,
) {
  type Answer = { id: number; suspended_at?: string | null };
  if (subject.kind === "installation") {
    return app.request<Answer>("GET /app/installations/{installation_id}", {
      installation_id: subject.installationId,
    });
  }
  const { owner, name: repo } = subject.repository;
  return app.request<Answer>("GET /repos/{owner}/{repo}/installation", { owner, repo });
}
