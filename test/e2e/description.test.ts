import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complete, pullRequests, template } from "../demo/scenario.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { type Scene, startScene } from "./start-scene.ts";

const files = [{ path: "src/export.ts", additions: 700, deletions: 200 }];

describe("a pull request's description, through the real server", () => {
  let scene: Scene;
  let repository: RepositoryDriver;

  beforeAll(async () => {
    scene = await startScene();
    repository = scene.github.createRepository("acme/shop", {
      files: { "README.md": "# Shop\n", ".github/pull_request_template.md": template },
    });
    repository.setPermission("carol", "write");
    scene.github.install("acme");
    await scene.settle();
  });
  afterAll(() => scene[Symbol.asyncDispose]());

  const open = async (options: Partial<Parameters<RepositoryDriver["openPullRequest"]>[0]> = {}) => {
    const opened = repository.openPullRequest({
      author: "alice",
      title: "fix bug",
      body: "fix bug",
      files,
      ...options,
    });
    await scene.settle();
    return opened;
  };
  const check = (pullRequest: PullRequestDriver) => {
    const runs = pullRequest.see().checkRuns.filter((run) => run.name === "async / description");
    expect(runs).toHaveLength(1);
    return runs[0]!;
  };
  const verdict = (pullRequest: PullRequestDriver) => {
    const { conclusion, title } = check(pullRequest);
    return `${conclusion}: ${title}`;
  };
  const lacking = "neutral: 0 of 5 sections: context, approach, risk, testing and review focus are missing";

  it("is checked at once, commented on after two minutes, and its comment shrinks once it is fixed", async () => {
    const lazy = await open();
    expect(verdict(lazy)).toBe(lacking);
    expect(lazy.see().comments).toEqual([]);

    await scene.advance("PT2M");
    const [comment, ...others] = lazy.see().comments;
    expect([comment?.author, others]).toEqual([scene.github.app.login, []]);
    expect(comment?.body).toContain(
      "A reviewer will ask about context, approach, risk, testing and review focus.",
    );

    lazy.edit({ body: complete });
    await scene.settle();
    expect(verdict(lazy)).toBe("success: Complete");
    const [fixed] = lazy.see().comments;
    expect(fixed?.id).toBe(comment?.id);
    expect(fixed?.body).toMatch(/^Description complete\. Thank you\.\n\n<!-- /);
  });

  it.each([
    ["complete", { body: complete }, "success: Complete"],
    [
      "the template left unedited",
      { body: template },
      "neutral: 0 of 5 sections: context, approach, risk, testing and review focus are not filled in yet",
    ],
    [
      "a dependency bot's",
      { author: "dependabot[bot]", body: pullRequests[3]!.body },
      "success: Not checked: opened by a bot",
    ],
    ["a draft", { draft: true }, "success: Not checked: draft"],
    ["a fork's", { fork: true, body: complete }, "success: Complete"],
    ["labelled skip-async", { labels: ["skip-async"] }, "success: Not checked: label skip-async"],
    ["without any body", { body: null }, lacking],
  ])("gets a conclusion when it is %s", async (_case, options, expected) => {
    expect(verdict(await open(options))).toBe(expected);
  });

  it("is followed through ready for review, a push and closing", async () => {
    const draft = await open({ draft: true });
    draft.markReady();
    await scene.settle();
    expect(verdict(draft)).toBe(lacking);
    draft.push({ files: [{ path: "src/more.ts", additions: 3, deletions: 0 }] });
    await scene.settle();
    expect(verdict(draft)).toBe(lacking);
    draft.close();
    await scene.advance("PT10M");
    expect(draft.see().comments).toEqual([]);
  });

  it("gets its missing sections inserted for people who may edit it, and for nobody else", async () => {
    const body = "## Why\r\nLarge shops cannot export their orders any more (#311).\r\n";
    const one = await open({ body });
    repository.pressButton(check(one).id, "insert", "mallory");
    await scene.settle();
    expect(one.body).toBe(body);
    repository.pressButton(check(one).id, "insert", "carol");
    await scene.settle();
    expect(one.body.startsWith(body)).toBe(true);
    expect(one.body).toContain("## Testing\r\n\r\n<!-- ");
    expect(verdict(one)).toBe(
      "neutral: 1 of 5 sections: approach, risk and testing are not filled in yet; review focus is empty",
    );
    expect(check(one).actions.map(({ identifier }) => identifier)).toEqual(["recheck"]);
  });

  it("gets a new check run for a re-run", async () => {
    const one = await open();
    const before = check(one).id;
    repository.rerun(before, "alice");
    await scene.settle();
    expect(check(one).id).toBeGreaterThan(before);
    expect(verdict(one)).toBe(lacking);
    const again = check(one).id;
    repository.rerunAll(one.headSha, "alice");
    await scene.settle();
    expect(check(one).id).toBeGreaterThan(again);
  });

  it("gets a successful check on its merge group's commit at once", async () => {
    const one = await open({ body: complete });
    const { headSha } = one.enqueue();
    await scene.settle();
    expect(repository.checkRuns(headSha).map(({ name, conclusion }) => [name, conclusion])).toEqual([
      ["async / description", "success"],
    ]);
    const asked = scene.github.requests.all.findLast(({ operation }) => operation === "MergeGroup");
    expect(asked?.body).toMatchObject({ variables: { baseConfig: "refs/heads/main:.github/async.yml" } });
  });

  it("is judged together with another pull request's at the same commit", async () => {
    const good = await open({ body: complete });
    const bad = await open({ sameHeadAs: good, author: "bob" });
    expect(verdict(good)).toMatch(/^neutral: /);
    bad.edit({ body: complete });
    await scene.settle();
    expect(verdict(good)).toBe("success: Complete");
  });

  it("gets a single check run with another pull request's at the same commit, however late each is looked at", async () => {
    const good = await open({ body: complete });
    const bad = await open({ sameHeadAs: good, author: "bob" });
    // By now the server has forgotten what it created: only GitHub's reads count.
    await scene.advance("PT10M");
    for (const pullRequest of [good, bad, good]) {
      pullRequest.edit({ title: `${pullRequest.see().title}, again` });
      await scene.advance("PT10M");
    }
    const suites = repository.state.checkSuites.filter(({ headSha }) => headSha === good.headSha);
    expect(suites.flatMap(({ runs }) => runs.map(({ externalId }) => externalId?.split(":")[0]))).toEqual([
      `${good.number}`,
      `${bad.number}`,
    ]);
  });

  it("is checked again when a config is pushed", async () => {
    const one = await open();
    repository.pushFile(".github/async.yml", "enforcement: block\n");
    await scene.advance("PT1M");
    expect(verdict(one)).toMatch(/^failure: /);
    repository.pushFile(".github/async.yml", null);
    await scene.advance("PT1M");
    expect(verdict(one)).toBe(lacking);
  });
});
