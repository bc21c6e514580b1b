import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";

/** What `app.yml` says about the App, in the manifest's own keys. */
const manifestSchema = z.looseObject({
  name: z.string(),
  description: z.string(),
  url: z.url(),
  default_permissions: z.record(z.string(), z.enum(["read", "write"])),
  default_events: z.array(z.string()),
});

export type Manifest = z.output<typeof manifestSchema>;

/** What each permission is for, as the set-up page says it. A test compares the names with `app.yml`. */
export const permissionReasons: Record<string, string> = {
  metadata: "Every App has it: repositories' names and labels.",
  pull_requests:
    "Reads pull requests; writes the comment, labels, reactions and reminders; adds missing sections when asked.",
  issues: "Without it, GitHub doesn't send comments on pull requests.",
  checks: "Publishes the checks and their buttons.",
  contents: "Reads .github/async.yml and the pull request template.",
  statuses: "Sees whether other checks are red, so that nobody is reminded while they are.",
  merge_queues: "Answers for the merge queue, which otherwise waits for the check.",
  members: "Sees who is in a team that was asked to review.",
};

/**
 * The manifest from the folder's `app.yml`, else from the package's own. Throws an error with one sentence
 * when it is unusable.
 * https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
 */
export function readManifest(folder: string): Manifest {
  const own = join(folder, "app.yml");
  const file = existsSync(own) ? own : fileURLToPath(new URL("../../../app.yml", import.meta.url));
  const read = manifestSchema.safeParse(parse(readFileSync(file, "utf8")));
  if (read.success) return read.data;
  const [problem] = read.error.issues;
  throw new Error(
    `${file} isn't an App's manifest (${problem?.path.join(".")}: ${problem?.message}). Restore it from the project.`,
  );
}

export interface ManifestChoices {
  name: string;
  /** Where GitHub sends deliveries. */
  webhookUrl: string;
  /** Where GitHub sends the person back to, with a code. */
  redirectUrl: string;
}

/** The manifest in the form that GitHub takes: JSON in a form field. */
export function renderManifest(
  manifest: Manifest,
  { name, webhookUrl, redirectUrl }: ManifestChoices,
): string {
  const hook = { url: webhookUrl, active: true };
  return JSON.stringify({ ...manifest, name, hook_attributes: hook, redirect_url: redirectUrl });
}

/**
 * Where a person creates an App. `webUrl` is GitHub's address for people (https://github.com); `organisation`
 * a login, or null for the person's own App.
 */
export function newAppUrl(webUrl: string, organisation: string | null, state: string): string {
  const owner = organisation === null ? "" : `/organizations/${encodeURIComponent(organisation)}`;
  return `${webUrl}${owner}/settings/apps/new?state=${state}`;
}
