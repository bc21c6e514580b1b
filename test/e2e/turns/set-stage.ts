import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import type { Life } from "../../core/turns/life/life.ts";
import type { Scene } from "../start-scene.ts";
import type { Stage } from "./perform-deed.ts";

const sections = `## Context
Payments that fail with a timeout are not tried again, and support refunds about forty of them by hand each week.

## Approach
A retry with exponential back-off around the charge, in the queue worker and not in the request.

## Risk
A charge that did go through could be sent twice; the idempotency key is derived from the order now.

## Testing
The retry tests cover timeouts, declines and a clock that jumps; five hundred test orders were charged once each.
`;

/** A complete description with this review focus. */
export function describeWith(reviewFocus: string | null): string {
  return reviewFocus === null ? sections : `${sections}\n## Review focus\n${reviewFocus}`;
}

const isLogin = (name: string) => /^[a-z]+$/.test(name);

/** The script's teams, with the members who answer for them. */
function findTeams({ deeds }: Life): Map<string, string[]> {
  const teams = new Map<string, string[]>();
  for (const { by, of = "", onBehalfOf } of deeds) {
    if (of.includes("/") && !teams.has(of)) teams.set(of, []);
    for (const team of onBehalfOf) teams.set(team, [...new Set([...(teams.get(team) ?? []), by])]);
  }
  return teams;
}

/**
 * The life's repository with its config and its newly opened pull request. Everybody who acts has write
 * access. The app is installed unless it first sees the pull request later.
 */
export async function setStage(scene: Scene, life: Life, folder: string): Promise<Stage> {
  const { github } = scene;
  const { turns } = parse(readFileSync(`${folder}/life.yml`, "utf8")) as { turns: object };
  const repository = github.createRepository("acme/shop", {
    files: { ".github/async.yml": stringify({ turns }) },
  });
  const { at, author, draft, labels, fork, firstSeenAt = at, reviewDecision } = life.opened;
  for (const { by } of life.deeds)
    if (isLogin(by) && !(fork && by === author)) repository.setPermission(by, "write");
  for (const [team, members] of findTeams(life)) github.createTeam(team, members);
  const approvals = life.deeds.filter(({ state }) => state === "approved").length;
  if (reviewDecision !== null) repository.requireReviews(approvals);
  if (firstSeenAt === at) github.install("acme");
  await scene.settle();
  const one = repository.openPullRequest({
    author,
    title: "Retry payments",
    body: describeWith(life.reviewFocus),
    files: [{ path: "src/retry.ts", additions: 60, deletions: 2 }],
    draft,
    fork,
    labels,
  });
  await scene.settle();
  return { repository, one, app: github.app.login, threads: new Map() };
}

/**
 * The turn's line: the last paragraph of the review check, apart from the paragraph on the length of rounds.
 */
export const findLine = (summary: string): string =>
  summary.split("\n\n").findLast((paragraph) => !paragraph.startsWith("Reviewed ")) ?? "";
