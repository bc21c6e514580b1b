import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCpuTime } from "../cpu-time.ts";
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
afterAll(() => scene[Symbol.asyncDispose]());

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
  ])("gets a conclusion while deliveries are still answered: %s", async (_case, body) => {
    const slow = open(`## Context\n${body}`);
    const worked: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      const started = readCpuTime();
      slow.edit({ title: `Export ${count}` });
      await scene.github.deliveries.settled();
      worked.push(readCpuTime() - started);
    }
    await scene.settle();
    expect(verdictOf(slow)).toMatchObject({ status: "completed", conclusion: "neutral" });
    // GitHub waits ten seconds for an answer. A parser on the server's own thread would need all of them.
    expect(Math.max(...worked)).toBeLessThan(3_000);
  });
});

describe("a stranger's config with slow expressions", () => {
  const letters = (seed: number) =>
    Array.from(
      { length: 60_000 },
      (_, index) => "wx "[((index * index * (seed + 3) + index * 7) % 11) % 3],
    ).join("");
  const propose = async (patterns: string) => {
    const text = `description: {rules: {linked-ticket: {level: error, patterns: [${patterns}]}}}\n`;
    const change = { path: ".github/async.yml", additions: 1, status: "added", text } as const;
    const opened = repository.openPullRequest({
      author: "mallory",
      title: "A config",
      fork: true,
      files: [change],
    });
    await scene.settle();
    return opened.see().checkRuns.find(({ name }) => name === "async / config");
  };

  it("is tried on as much text as its steps allow, and refused beyond them", async () => {
    for (let count = 0; count < 20; count += 1) open(letters(count));
    await scene.settle();
    const one = await propose('"w[wx ]{140}[0-9]"');
    expect(one?.summary).toContain("**The last 4 pull requests, before and after**");
    const five = await propose([..."wxwxw"].map((letter) => `"${letter}[wx ]{140}[0-9]"`).join(", "));
    expect(five?.summary).toContain("it and those before it have 426 steps, counting repetitions");
  });
});

describe("texts that would have an effect where they are repeated", () => {
  const nasty = [
    "@acme/everyone @alice",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "<!-- --> <!-- async-review:sticky:0123456789abcdef -->",
    "``` | table | \u0000\u0007\u202e\u200b",
    "](https://evil.example) https://evil.example www.evil.example",
    "#1 acme/shop#1 GH-1",
  ];

  it.each(nasty)("have none as title, heading and body: %j", async (text) => {
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

describe("texts of many lines, wherever the app repeats them", () => {
  const loud = [
    "half done",
    "# Approved by the owner",
    "",
    "Approved by all",
    "===",
    "",
    "> ## Approved again",
    "- # Approved in a list",
    "[status]: https://evil.example",
    "[sta",
    "tus]: https://evil.example",
    "[^1]: evil",
    "![](https://evil.example/x.png) <img src=evil> @acme/everyone #1",
    "```",
    "# Approved in code that stays open",
  ].join("\n");

  const said = JSON.stringify(loud);
  const loudConfig = [
    "version: 1",
    `${said}: 1`,
    `language: ${said}`,
    `description: {sections: [{id: context, heading: ${said}, hint: ${said}, aliases: [${said}]}], exempt: {titles: [${JSON.stringify(`(${loud}`)}]}}`,
    `review: {kinds: {nit: {label: ${said}, prefixes: [${said}]}}}`,
    `turns: {hours: {time_zone: ${said}}, targets: {default: ${said}}}`,
  ].join("\n");

  it("become a quote or one line, without a heading, definition, image or HTML of their own", async () => {
    const talk = scene.github.createRepository("acme/talk", {
      files: {
        ".github/async.yml": [
          "version: 1",
          "review: {hint: once}",
          'turns: {hours: {time_zone: UTC, days: [mon, tue, wed, thu, fri, sat, sun], from: "00:00", to: "24:00"}, targets: {default: 1 hour, author: 1 hour}}',
          "",
        ].join("\n"),
      },
    });
    talk.setPermission("bob", "write");
    talk.setPermission("mallory", "write");
    const pullRequest = talk.openPullRequest({
      author: "mallory",
      title: "Export",
      body: `## Context\n${loud}\n\`\`\`\n\n## Review focus\n${loud}\n`,
      files: [...files, { path: ".github/async.yml", text: loudConfig }],
    });
    pullRequest.requestReview("bob", { by: "mallory" });
    pullRequest.comment({ by: "mallory", body: `Status: ${loud}` });
    pullRequest.comment({ by: "mallory", body: `Decision: ${loud}\nReason: ${loud}` });
    pullRequest.comment({ by: "bob", body: `/async skip ${loud}` });
    await scene.settle();
    for (const pause of ["PT3M", "PT2H", "P2D"]) await scene.advance(pause);
    pullRequest.review({
      by: "bob",
      state: "changes_requested",
      body: `blocking: ${loud}`,
      comments: [{ path: "src/export.ts", line: 1, body: `question: ${loud}` }],
    });
    await scene.settle();
    for (const pause of ["PT3M", "P2D"]) await scene.advance(pause);

    const texts = ourTexts(pullRequest);
    expect(texts.filter((text) => text.includes("half done")).length).toBeGreaterThan(3);
    for (const text of texts) {
      const acting: string[] = [];
      visit(unified().use(remarkParse).use(remarkGfm).parse(text), (node) => {
        if (!/^(heading|definition|footnoteDefinition|image|html|linkReference)$/.test(node.type)) return;
        const source = text.slice(node.position?.start.offset, node.position?.end.offset);
        if (/Approved|evil|everyone|status/i.test(source)) acting.push(`${node.type}: ${source}`);
      });
      expect(acting).toEqual([]);
    }
  });
});

describe("a comment that imitates the app's", () => {
  it("is left alone, and the app's own is posted", async () => {
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

/** All texts that the app wrote on a pull request. */
function ourTexts(pullRequest: PullRequestDriver): string[] {
  const { checkRuns, comments } = pullRequest.see();
  const ours = comments.filter(({ author }) => author === scene.github.app.login);
  return [
    ...checkRuns.flatMap(({ title, summary, text }) => [title ?? "", summary ?? "", text ?? ""]),
    ...ours.map(({ body }) => body),
  ];
}
