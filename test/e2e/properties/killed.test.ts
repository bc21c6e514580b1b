import { expect, it } from "vitest";
import { startMortalTheatre } from "./mortal-theatre.ts";
import { findDuplicates } from "./what-people-see.ts";

/** A number of moments, which are before and after each request and commit. */
const lives = Array.from({ length: 20 }, (_, index) => 4 + index);

it("creates each check and comment once, wherever the server is killed, even before GitHub's reads show them", {
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
    // From here on, reads show the pull request and nothing that the app created for it.
    github.reads.lag({ reads: 3 });
    await settle();
    // The outcome of a create without an answer stays open for 15 seconds. By then reads are current.
    await advance("PT10S");
    github.reads.lag(null);
    // Until a server survives: the last killed server had no time to try again.
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
