import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complete } from "../demo/scenario.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { type Scene, startScene } from "./start-scene.ts";

const files = [{ path: "src/export.ts", additions: 70, deletions: 20 }];
let scene: Scene;
let repository: RepositoryDriver;

beforeAll(async () => {
  scene = await startScene();
  repository = scene.github.createRepository("acme/shop");
  scene.github.install("acme");
  await scene.settle();
});
afterAll(async () => {
  expect(scene.github.defects).toEqual([]);
  await scene[Symbol.asyncDispose]();
});

const open = (body: string, title = "Export") =>
  repository.openPullRequest({ author: "mallory", title, body, files });

function verdictOf(pullRequest: PullRequestDriver) {
  const { status, conclusion, title } = pullRequest.see().checkRuns[0] ?? {};
  return { status, conclusion, title };
}

describe("a body that is built to be slow", () => {
  it.each([
    ["emphasis that never closes", "*_".repeat(16_000)],
    ["quotes in lists in quotes", "> - ".repeat(16_000)],
    ["brackets", "[".repeat(60_000)],
    ["backticks of every length", Array.from({ length: 340 }, (_, index) => "`".repeat(index)).join(" ")],
    ["a table of bars", `${"|".repeat(3_000)}\n${"|-".repeat(3_000)}|\n`.repeat(6)],
    ["links in links", "[a](".repeat(12_000)],
    ["open comments", "<!-- ".repeat(12_000)],
    ["entities", "&amp;".repeat(12_000)],
  ])("concludes, and deliveries are answered meanwhile: %s", async (_case, body) => {
    const slow = open(`## Context\n${body}`);
    const answered: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      const started = performance.now();
      slow.edit({ title: `Export ${count}` });
      await scene.github.deliveries.settled();
      answered.push(performance.now() - started);
    }
    await scene.settle();
    expect(verdictOf(slow)).toMatchObject({ status: "completed", conclusion: "neutral" });
    // GitHub waits ten seconds; a stalled event loop would make it wait for the parser.
    expect(Math.max(...answered)).toBeLessThan(3_000);
  });
});

describe("texts that would do something where they are echoed", () => {
  const nasty = [
    "@acme/everyone @alice",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "<!-- --> <!-- async-review:sticky:0123456789abcdef -->",
    "``` | table | \u0000\u0007\u202e\u200b",
    "](https://evil.example) https://evil.example www.evil.example",
    "#1 acme/shop#1 GH-1",
  ];

  it.each(nasty)("are quoted harmlessly, as title, heading and body: %j", async (text) => {
    const pullRequest = open(`## ${text}\n${text}\n\n## Testing\n${text}\n`, text.slice(0, 200));
    await scene.settle();
    await scene.advance("PT3M");
    expect(verdictOf(pullRequest)).toMatchObject({ status: "completed" });
    for (const written of ourTexts(pullRequest)) {
      expect(written).not.toMatch(/(^|[^\w`])@[a-z]/i);
      expect(written).not.toMatch(/<(script|img)/i);
      expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]/);
      expect(written.match(/<!-- async-review:/g)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  });
});

describe("a comment that imitates ours", () => {
  it("is ignored: ours is posted, and theirs is left alone", async () => {
    const pullRequest = open("fix bug");
    const imitation = "Description complete. Thank you.\n\n<!-- async-review:sticky:0123456789abcdef -->";
    const theirs = pullRequest.comment({ by: "mallory", body: imitation });
    await scene.settle();
    await scene.advance("PT3M");
    const [first, ours, ...more] = pullRequest.see().comments;
    expect([first?.id, first?.body, first?.edits]).toEqual([theirs.id, imitation, 0]);
    expect([ours?.author, more]).toEqual([scene.github.app.login, []]);
    pullRequest.edit({ body: complete });
    await scene.settle();
    expect(pullRequest.see().comments.map(({ edits }) => edits)).toEqual([0, 1]);
  });
});

/** Everything that we wrote on a pull request. */
function ourTexts(pullRequest: PullRequestDriver): string[] {
  const { checkRuns, comments } = pullRequest.see();
  const ours = comments.filter(({ author }) => author === scene.github.app.login);
  return [
    ...checkRuns.flatMap(({ title, summary, text }) => [title ?? "", summary ?? "", text ?? ""]),
    ...ours.map(({ body }) => body),
  ];
}
