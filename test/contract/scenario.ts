import type { Octokit } from "@octokit/rest";
import { catchWebhooks } from "../github/catch-webhooks.ts";
import { connectOctokit } from "../github/connect-octokit.ts";
import type { GitHub } from "../github/driver/github.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { readDocuments } from "../github/read-documents.ts";
import { startGitHub } from "../github/start-github.ts";
import { wander } from "./wander.ts";

/**
 * Every endpoint of the local GitHub once, with accepted and with refused requests, and every webhook that it
 * can send, to be compared with GitHub's descriptions. Returns the routes that were used.
 */
export async function runScenario(): Promise<{ routes: Set<string>; defects: readonly string[] }> {
  await using target = await catchWebhooks();
  await using github = await startGitHub({ now: "2026-11-20T09:00:00Z", record: "everything" });
  github.webhookTarget = target.url;
  const shop = setUp(github);
  const installation = github.install("acme");
  const octokit = connectOctokit(github, installation.id);
  await actAsPeople(github, shop);
  await actAsApp(octokit, shop);
  await requestRefusals(octokit, shop);
  await runDocuments(octokit, github, shop);
  await createAppFromManifest(github);
  await requestAsAppItself(connectOctokit(github), installation.id);
  wander(github, github.createRepository("acme/playground"), 400);
  leave(github);
  await github.deliveries.settled();
  const routes = new Set(github.requests.all.map((one) => `${one.method} ${one.route}`));
  return { routes, defects: github.defects };
}

/** A person confirms GitHub's page, which redirects back with a code that works once. */
async function createAppFromManifest(github: GitHub): Promise<void> {
  const manifest = JSON.stringify({ redirect_url: "http://localhost:3000/set-up/created" });
  const body = new URLSearchParams({ manifest });
  const page = await fetch(`${github.url}/settings/apps/new`, { method: "POST", body, redirect: "manual" });
  const code = new URL(page.headers.get("location")!).searchParams.get("code");
  for (const status of [201, 404]) {
    const answer = await fetch(`${github.url}/app-manifests/${code}/conversions`, { method: "POST" });
    if (answer.status !== status)
      throw new Error(`The code was answered with ${answer.status}, not ${status}.`);
  }
}

function setUp(github: GitHub): RepositoryDriver {
  github.createOrganization("acme");
  github.createTeam("acme/payments", ["carol"]);
  github.createRepository("acme/.github", { files: { ".github/async.yml": "version: 1\n" } });
  const shop = github.createRepository("acme/shop", {
    files: { ".github/async.yml": "version: 1\n", "src/retry.ts": "export {};\n" },
  });
  shop.setPermission("alice", "write");
  return shop;
}

/** Each thing that people do, once. */
async function actAsPeople(github: GitHub, shop: RepositoryDriver): Promise<void> {
  const one = shop.openPullRequest({
    author: "alice",
    title: "Retry payments",
    body: "fix bug",
    draft: true,
    labels: ["payments"],
    files: [{ path: "src/retry.ts", text: "export const retries = 3;\n", deletions: 1 }],
  });
  shop.openPullRequest({ author: "dependabot[bot]", title: "Bump x", body: null });
  shop.openPullRequest({ author: "mallory", title: "From a fork", fork: true, body: "" });
  one.markReady();
  one.edit({ title: "Retry failed payments", body: "## Context\r\n" });
  one.requestReview("bob");
  one.requestReview("acme/payments");
  one.removeReviewRequest("acme/payments");
  const review = one.review({
    by: "bob",
    state: "changes_requested",
    body: "Two things.",
    comments: [{ path: "src/retry.ts", line: 1, body: "blocking: the clock can jump" }],
  });
  const thread = one.state.threads[0]!;
  const reply = one.replyInThread(thread, { body: "True." });
  one.editReviewComment(reply, { body: "True, fixed." });
  one.deleteReviewComment(reply);
  one.resolveThread(thread, "bob");
  one.unresolveThread(thread, "bob");
  one.editReview(review, { body: "One thing." });
  one.dismissReview(review);
  one.review({ by: "carol", state: "approved" });
  const comment = one.comment({ by: "carol", body: "/async recheck" });
  one.editComment(comment, { by: "carol", body: "/async insert" });
  one.deleteComment(comment, "alice");
  one.removeLabel("payments");
  one.push({ files: [{ path: "src/retry.ts", text: "export const retries = 4;\n" }] });
  one.push({ mergeBase: true });
  one.push({ force: true, files: [{ path: "src/retry.ts", status: "removed", deletions: 1 }] });
  one.convertToDraft();
  one.markReady();
  one.close();
  one.reopen();
  one.enqueue();
  one.dequeue("CI_FAILURE", "bob");
  one.enqueue();
  shop.createLabel("teal", { color: "008080", description: "A colour" });
  shop.editLabel("teal", { name: "petrol", description: "Another colour" });
  shop.deleteLabel("petrol");
  shop.pushFile(".github/async.yml", "version: 1\nenforcement: block\n");
  shop.pushFile("docs/new.md", "New\n", { branch: "docs", by: "alice" });
  shop.pushFile("docs/new.md", null, { branch: "docs", by: "alice" });
  shop.setCheckOfOther(one.headSha, "build", "failure");
  github.clock.advance({ minutes: 1 });
}

const of = { owner: "acme", repo: "shop" };

/** Each request that the app makes, once. */
async function actAsApp({ rest, request }: Octokit, shop: RepositoryDriver): Promise<void> {
  const one = shop.pullRequest(1);
  const run = await rest.checks.create({
    ...of,
    name: "async / description",
    head_sha: one.headSha,
    external_id: "1:abc",
    status: "in_progress",
  });
  const actions = [{ label: "Add missing sections", description: "Adds headings", identifier: "insert" }];
  const annotation = {
    path: ".github/async.yml",
    start_line: 1,
    end_line: 1,
    annotation_level: "warning" as const,
    message: "unknown key",
  };
  const output = { title: "2 of 5 sections", summary: "…", text: "…", annotations: [annotation] };
  const check_run_id = run.data.id;
  await rest.checks.update({ ...of, check_run_id, conclusion: "failure", output, actions });
  await rest.checks.get({ ...of, check_run_id });
  await rest.checks.listForRef({ ...of, ref: one.headSha });
  for (const number of [2, 3]) {
    const head_sha = shop.pullRequest(number).headSha;
    await rest.checks.create({ ...of, name: "async / description", head_sha, conclusion: "success" });
  }
  shop.pressButton(check_run_id, "insert", "alice");
  shop.rerun(check_run_id, "alice");
  shop.rerunAll(one.headSha, "alice");

  const comment = await rest.issues.createComment({ ...of, issue_number: 1, body: "A reviewer will ask." });
  await rest.issues.updateComment({ ...of, comment_id: comment.data.id, body: "Description complete." });
  await rest.issues.listComments({ ...of, issue_number: 1, per_page: 1 });
  await rest.issues.createLabel({ ...of, name: "review: nit", color: "ededed", description: "Open nits" });
  await rest.issues.updateLabel({ ...of, name: "review: nit", new_name: "review: nits", color: "c5def5" });
  await rest.issues.getLabel({ ...of, name: "review: nits" });
  await rest.issues.addLabels({ ...of, issue_number: 1, labels: ["review: nits", "made on the way"] });
  await rest.issues.listLabelsOnIssue({ ...of, issue_number: 1 });
  await rest.issues.removeLabel({ ...of, issue_number: 1, name: "review: nits" });
  await rest.issues.deleteLabel({ ...of, name: "review: nits" });
  await rest.issues.listLabelsForRepo({ ...of, per_page: 3 });
  await rest.issues.deleteComment({ ...of, comment_id: comment.data.id });
  await rest.pulls.get({ ...of, pull_number: 1 });
  await rest.pulls.list({ ...of, state: "all" });
  await rest.pulls.update({ ...of, pull_number: 1, body: "## Context\r\n\r\n## Risk\r\n" });
  const first = one.state.threads[0]!.comments[0]!;
  await rest.pulls.createReplyForReviewComment({ ...of, pull_number: 1, comment_id: first.id, body: "…" });
  for (const username of ["alice", "bob", "acme"]) {
    await rest.repos.getCollaboratorPermissionLevel({ ...of, username });
  }
  await rest.repos.get(of);
  await rest.repos.getContent({ ...of, path: ".github/async.yml" });
  await rest.repos.getContent({ ...of, path: ".github/async.yml", mediaType: { format: "raw" } });
  await request("GET /installation/repositories", { per_page: 1 });
  one.merge("bob");
}

/** Requests that GitHub refuses, because refusals have a schema too. */
async function requestRefusals({ rest }: Octokit, shop: RepositoryDriver): Promise<void> {
  const head_sha = shop.pullRequest(2).headSha;
  const refused: Promise<unknown>[] = [
    rest.checks.create({ ...of, name: "x", head_sha: "0".repeat(40) }),
    rest.checks.create({ ...of, name: "x", head_sha, output: { title: "t", summary: "😀".repeat(20_000) } }),
    rest.issues.createComment({ ...of, issue_number: 1, body: "x".repeat(65_537) }),
    rest.issues.createComment({ ...of, issue_number: 99, body: "x" }),
    rest.issues.createLabel({ ...of, name: "bug", color: "ededed" }),
    rest.issues.createLabel({ ...of, name: "x".repeat(51), color: "ededed" }),
    rest.issues.removeLabel({ ...of, issue_number: 1, name: "absent" }),
    rest.repos.getContent({ ...of, path: "absent" }),
    rest.repos.getCollaboratorPermissionLevel({ ...of, username: "nobody-of-that-name" }),
  ];
  const results = await Promise.allSettled(refused);
  const accepted = results.filter((one) => one.status === "fulfilled");
  if (accepted.length > 0) throw new Error(`${accepted.length} requests were accepted that GitHub refuses.`);
}

async function runDocuments(octokit: Octokit, github: GitHub, shop: RepositoryDriver): Promise<void> {
  const documents = readDocuments();
  const variables = { owner: "acme", name: "shop", number: 2, suites: { appId: github.app.id } };
  const headConfig = "refs/pull/2/head:.github/async.yml";
  await octokit.graphql(documents["pull-request"]!, { ...variables, headConfig });
  const headSha = shop.pullRequest(2).headSha;
  const baseConfig = "refs/heads/main:.github/async.yml";
  await octokit.graphql(documents["merge-group"]!, { ...variables, headSha, baseConfig });
}

async function requestAsAppItself({ rest }: Octokit, installation_id: number): Promise<void> {
  await rest.apps.getAuthenticated();
  await rest.apps.listInstallations();
  await rest.apps.getInstallation({ installation_id });
  await rest.apps.getRepoInstallation(of);
  const deliveries = await rest.apps.listWebhookDeliveries({ per_page: 2 });
  const delivery_id = deliveries.data[0]!.id;
  await rest.apps.getWebhookDelivery({ delivery_id });
  await rest.apps.redeliverWebhookDelivery({ delivery_id });
}

function leave(github: GitHub): void {
  const spare = github.createRepository("acme/spare");
  spare.rename("attic");
  spare.archive();
  github.removeRepositories("acme", ["acme/shop"]);
  github.addRepositories("acme", ["acme/shop"]);
  github.acceptPermissions("acme", { metadata: "read", pull_requests: "write" });
  github.suspend("acme");
  github.unsuspend("acme");
  github.uninstall("acme");
}
