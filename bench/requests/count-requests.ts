import { complete } from "../../test/demo/scenario.ts";
import { type Scene, startScene } from "../../test/e2e/start-scene.ts";
import type { PullRequestDriver } from "../../test/github/driver/pull-request-driver.ts";

/** The requests to GitHub for one kind of event, in order. */
export interface CountedRequests {
  event: string;
  /** The aim: at most this many requests. */
  aim: number;
  /** One name per request, such as "POST /repos/:owner/:repo/check-runs". */
  requests: string[];
}

/** A description that lacks everything. */
const lazy = "fix bug";
/** A description that says more and still lacks most, so check run and comment change. */
const partlyFilled = "## Context\nLarge shops cannot export their orders any more, see #311.\n";

const files = [{ path: "src/export.ts", additions: 700, deletions: 200 }];

/**
 * The app's requests to GitHub for each event in the life of a lazy pull request, with only the description
 * check on. The installation is new, so the first event also pays for its token.
 */
export async function countRequests(): Promise<CountedRequests[]> {
  await using scene = await startScene();
  const { github } = scene;
  await scene.settle();
  const repository = github.createRepository("acme/shop");
  // The installation's own deliveries are lost: its fan-out would request the token before anything is
  // measured.
  github.deliveries.hold();
  github.install("acme");
  await github.deliveries.release(() => []);

  const counted: CountedRequests[] = [];
  const count = async (event: string, aim: number, happen: () => void | Promise<void>) => {
    github.requests.clear();
    await happen();
    await scene.settle();
    counted.push({ event, aim, requests: github.requests.names });
  };

  let pullRequest!: PullRequestDriver;
  await count("opening a lazy pull request, with its comment", 5, async () => {
    pullRequest = repository.openPullRequest({ author: "alice", title: "fix bug", body: lazy, files });
    await scene.settle();
    await scene.advance("PT2M");
  });
  await count("an edit that leaves it lazy", 3, () => pullRequest.edit({ body: partlyFilled }));
  await count("the edit that fixes it", 3, () => pullRequest.edit({ body: complete }));
  await count("a push", 2, () => push(pullRequest));
  await count("an edit of the title", 1, () => pullRequest.edit({ title: "Export large shops" }));
  await count("a label", 1, () => pullRequest.addLabel("export"));
  await count("a review request", 1, () => pullRequest.requestReview("bob"));
  for (const [order, count] of await countPushOrders(scene, pullRequest)) {
    counted.push({ event: `a push, delivered as ${order}`, aim: 2, requests: count });
  }
  expectCheckAndComment(scene, pullRequest);
  return counted;
}

/** A push sends three deliveries at once, which arrive in any order. */
async function countPushOrders({ github, settle }: Scene, pullRequest: PullRequestDriver) {
  const counted: [string, string[]][] = [];
  for (const order of [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ]) {
    github.requests.clear();
    github.deliveries.hold();
    push(pullRequest);
    const names = github.deliveries.held.map(({ event }) => event);
    await github.deliveries.release((held) => order.map((index) => held[index]!));
    await settle();
    counted.push([order.map((index) => names[index]).join(", "), github.requests.names]);
  }
  return counted;
}

/** The same file again, because a push that changes the verdict causes more writes. */
function push(pullRequest: PullRequestDriver): void {
  pullRequest.push({ files });
}

/** Throws when the pull request did not get its check, because then few requests prove nothing. */
function expectCheckAndComment({ github }: Scene, pullRequest: PullRequestDriver): void {
  const { checkRuns, comments } = pullRequest.see();
  if (checkRuns[0]?.conclusion !== "success" || comments.length !== 1 || github.defects.length > 0) {
    throw new Error(`The pull request has no answer: ${JSON.stringify({ checkRuns, comments })}`);
  }
}
