import type { GitHub } from "../github/driver/github.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";

/** Numbers below `limit`, the same in every run (a linear congruential generator). */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

const bot = "dependabot[bot]";
const people = ["alice", "bob", "carol", bot];
const bodies = [null, "", "fix bug", "## Context\r\n\r\n☃ <!-- x -->\r\n", "x".repeat(2000)];

/**
 * People act in random order, with the same few hundred acts in every run. Their webhooks must match GitHub's
 * description in any state (null bodies, no labels, outdated threads, merged heads).
 */
export function wander(github: GitHub, shop: RepositoryDriver, acts: number): void {
  const roll = dice(20_261_122);
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)]!;
  for (let done = 0; done < acts; done++) {
    github.clock.advance({ seconds: roll(90) });
    const by = pick(people);
    if (roll(10) === 0 || shop.pullRequests.length === 0) {
      const files = [{ path: `src/${roll(5)}.ts`, additions: roll(50) }];
      shop.openPullRequest({
        author: by,
        title: "x",
        body: pick(bodies),
        fork: by !== bot && roll(3) === 0,
        head: `b${done}`,
        files,
      });
      continue;
    }
    const one = pick(shop.pullRequests);
    if (one.state.mergedAt === null)
      pick(actsOn(one, by, { body: pick(bodies), path: `src/${roll(5)}.ts` }))();
  }
}

function actsOn(
  one: PullRequestDriver,
  by: string,
  given: { body: string | null; path: string },
): (() => void)[] {
  const { body, path } = given;
  const text = body ?? "";
  const { threads, reviews, comments, labels } = one.state;
  return [
    () => one.edit({ body, by }),
    () => one.edit({ title: `${one.state.title}!`, by }),
    () => one.push({ files: [{ path, additions: 3 }], by }),
    () => one.push({ force: true, files: [{ path, additions: 1, status: "added" }], by }),
    () => (one.state.isDraft ? one.markReady(by) : one.convertToDraft(by)),
    () => one.addLabel(`label ${path}`, by),
    ...labels.map((label) => () => one.removeLabel(label.name, by)),
    () => one.comment({ by, body: `${text}.` }),
    ...comments
      .slice(0, 2)
      .map((comment) => () => one.editComment(comment, { by, body: `${comment.body}.` })),
    ...comments.slice(0, 1).map((comment) => () => one.deleteComment(comment, by)),
    () => one.requestReview("bob", { by }),
    () =>
      one.review({ by, body: text, state: "changes_requested", comments: [{ path, line: 1, body: "why?" }] }),
    () => one.review({ by, state: "approved" }),
    ...reviews.slice(-1).map((review) => () => one.dismissReview(review, by)),
    ...threads.slice(0, 2).map((thread) => () => one.replyInThread(thread, { by, body: "because" })),
    ...threads.slice(0, 2).map((thread) => () => one.resolveThread(thread, by)),
    ...threads.slice(0, 1).map((thread) => () => one.unresolveThread(thread, by)),
    ...(one.state.state === "open" ? openActs(one, by) : [() => one.reopen(by)]),
  ];
}

function openActs(one: PullRequestDriver, by: string): (() => void)[] {
  const isQueued = one.state.queueEntry !== null;
  return [
    () => one.close(by),
    () => (isQueued ? one.dequeue("MANUAL", by) : one.enqueue(by)),
    ...(isQueued ? [() => one.merge(by)] : []),
  ];
}
