import { expect, it } from "vitest";
import { startMortalTheatre } from "./mortal-theatre.ts";
import { findDuplicates } from "./what-people-see.ts";

/** In moments: before and after each request and commit. */
const lives = Array.from({ length: 20 }, (_, index) => 4 + index);

it("makes each check and comment once, wherever it is killed, before GitHub's reads show them", {
  timeout: 300_000,
}, async () => {
  await using theatre = await startMortalTheatre(lives);
  const { github, settle, advance } = theatre;
  const config = "comment: {when: findings, after: 0 minutes}\nenforcement: block\n";
  const repository = github.createRepository("acme/shop", { files: { ".github/async.yml": config } });
  github.install("acme");
  await settle();
  while (theatre.deaths < lives.length) {
    const pullRequest = repository.openPullRequest({
      author: "alice",
      title: "Read the feed",
      body: "fix bug",
    });
    // From here on, reads show the pull request and nothing that was made for it.
    github.reads.lag({ reads: 3 });
    await settle();
    // A create without an answer is open for 15 seconds: reads are current by then.
    await advance("PT10S");
    github.reads.lag(null);
    // Until it lives on: what was killed last has had no time to try again.
    for (let deaths = -1; deaths !== theatre.deaths; ) {
      deaths = theatre.deaths;
      await advance("PT10M");
    }
    const { comments, checkRuns } = pullRequest.see();
    expect(checkRuns.map(({ name }) => name).sort()).toEqual(["async / description", "async / review"]);
    expect(comments).toHaveLength(1);
  }
  expect(findDuplicates(repository)).toEqual([]);
});
