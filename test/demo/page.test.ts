import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCpuTime } from "../cpu-time.ts";
import { type Scene, startScene } from "../e2e/start-scene.ts";
import { createShop, openPullRequest } from "./create-shop.ts";
import type { PageState } from "./describe-page.ts";
import { renderChecks, renderConversation } from "./render-markdown.ts";
import { complete, fix, pullRequests } from "./scenario.ts";
import { type Page, startPage } from "./start-page.ts";

describe("the demo's page", () => {
  let scene: Scene;
  let page: Page;
  beforeAll(async () => {
    scene = await startScene();
    const shop = await createShop(scene);
    for (const one of pullRequests) openPullRequest(shop, one);
    await scene.settle();
    page = await startPage(scene, { port: 0 });
  });
  afterAll(async () => {
    await page.close();
    await scene[Symbol.asyncDispose]();
  });

  const post = (body: string, type = "application/json") =>
    fetch(`${page.url}/actions`, { method: "POST", headers: { "content-type": type }, body });
  const act = async (action: object) => {
    const answer = await post(JSON.stringify(action));
    expect(answer.status).toBe(200);
    return (await answer.json()) as PageState;
  };
  const verdicts = ({ pullRequests }: PageState) =>
    pullRequests.map(({ checkRuns: [run], timeline }) => [
      run?.conclusion,
      timeline.filter(({ kind }) => kind === "comment").length,
    ]);

  it("serves its files, and forbids every script but its own", async () => {
    const paths = ["/", "/page.css", "/page.js", "/pull-request.js"];
    for (const path of paths) {
      const answer = await fetch(page.url + path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; script-src 'self'; /,
      );
    }
  });

  it("shows the app's reaction to what a person does", async () => {
    const before = (await (await fetch(`${page.url}/state`)).json()) as PageState;
    expect([before.isWaiting, verdicts(before)]).toEqual([
      true,
      [
        ["success", 0],
        ["neutral", 0],
        ["neutral", 0],
        ["success", 0],
        ["success", 0],
      ],
    ]);
    const later = await act({ action: "wait", step: "PT2M" });
    expect(verdicts(later).map(([, comments]) => comments)).toEqual([0, 1, 1, 0, 0]);

    const run = later.pullRequests[1]!.checkRuns[0]!;
    const inserted = await act({ action: "press", number: 2, run: run.id, identifier: "insert", by: "bob" });
    expect(inserted.pullRequests[1]!.html).toMatch(/<h2[^>]*>Review focus<\/h2>/);

    const fixed = await act({ action: "edit", number: 2, body: fix.body });
    expect(verdicts(fixed)[1]).toEqual(["success", 1]);
    expect(fixed.pullRequests[1]!.timeline).toMatchObject([{ kind: "comment", isEdited: true }]);

    const ready = await act({ action: "draft", number: 5, isDraft: false, by: "dave" });
    expect(verdicts(ready)[4]).toEqual(["neutral", 0]);

    const opened = await act({
      action: "open",
      by: "alice",
      title: "Sixth",
      body: complete,
      isDraft: false,
      lines: 6,
      reviewer: "bob",
    });
    expect(opened.pullRequests[5]).toMatchObject({
      number: 6,
      author: "alice",
      title: "Sixth",
      reviewers: ["bob"],
      changes: { files: 1, additions: 6, deletions: 1 },
      checkRuns: [{ conclusion: "success", title: "Complete" }],
    });
  });

  it("looks again at every pull request when the configuration changes", async () => {
    const strict = await act({ action: "configure", config: "enforcement: block\n", by: "bob" });
    const checks = (state: PageState) =>
      state.pullRequests[2]!.checkRuns.map(({ name, conclusion }) => [name, conclusion]);
    expect([strict.config, checks(strict)]).toEqual([
      "enforcement: block\n",
      [
        ["async / description", "failure"],
        ["async / review", "success"],
      ],
    ]);
    const without = await act({ action: "configure", config: "", by: "bob" });
    expect(checks(without)[0]).toEqual(["async / description", "neutral"]);
  });

  it("updates every open page", async () => {
    const stop = new AbortController();
    const { body } = await fetch(`${page.url}/events`, { signal: stop.signal });
    const events = body!.pipeThrough(new TextDecoderStream()).getReader();
    await events.read();
    await act({ action: "edit", number: 3, body: "Seen by a watcher" });
    let told = "";
    while (!told.endsWith("\n\n")) told += (await events.read()).value;
    const state = JSON.parse(told.replace(/^data: /, "")) as PageState;
    expect(state.pullRequests[2]!.body).toBe("Seen by a watcher");
    stop.abort();
  });

  it("sanitises a hostile description, wherever it is shown", async () => {
    const body =
      "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> [a](javascript:alert(1))\n\n<b onclick=x>hi</b>";
    const state = await act({ action: "edit", number: 1, body });
    expect(state.pullRequests[0]!.html).toMatch(
      /^\s*<p[^>]*><img src="x"[^>]*> <a[^>]*>a<\/a><\/p>\s*<p[^>]*><b[^>]*>hi<\/b><\/p>$/,
    );
    const texts = state.pullRequests.flatMap(({ html, turnHtml, timeline, checkRuns }) => [
      html,
      turnHtml,
      ...timeline.map((entry) => ("html" in entry ? entry.html : "")),
      ...checkRuns.flatMap((run) => [run.html, run.detailsHtml]),
    ]);
    expect(texts.filter((text) => /<script|\son\w+=|javascript:/i.test(text))).toEqual([]);
  });

  it("explains in words what GitHub would refuse", async () => {
    const told = async (action: object) =>
      ((await (await post(JSON.stringify(action))).json()) as { error: string }).error;
    const open = {
      action: "open",
      by: "alice",
      title: " ",
      body: "",
      isDraft: false,
      lines: 6,
      reviewer: null,
    };
    expect([await told({ action: "edit", number: 1, body: "x".repeat(65_537) }), await told(open)]).toEqual([
      "body: longer than the 65,536 characters that GitHub takes",
      "title: empty; a pull request needs one",
    ]);
  });

  it.each([
    ["not JSON", "{", "application/json", 400],
    ["an unknown action", '{"action":"purge"}', "application/json", 400],
    ["an author who does not exist", '{"action":"open","by":"eve"}', "application/json", 400],
    ["more than GitHub takes", `{"body":"${"x".repeat(1_000_001)}"}`, "application/json", 400],
    ["another site's form", '{"action":"wait"}', "text/plain", 415],
  ])("refuses %s", async (_what, body, type, status) => {
    const answer = await post(body, type);
    expect(answer.status).toBe(status);
    expect(((await answer.json()) as { error: string }).error).not.toBe("");
  });

  it("refuses another host's name, and names the page's address", async () => {
    expect((await fetch(`${page.url}/nothing`)).status).toBe(404);
    const status = await new Promise((resolve) => {
      request(`${page.url}/state`, { headers: { host: "evil.example" } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(421);
  });

  it("names the port in use, and another one", async () => {
    const port = Number(new URL(page.url).port);
    await expect(startPage(scene, { port })).rejects.toThrow(
      `Port ${port} is in use; give another one: npm run demo -- --serve --port ${port + 1}`,
    );
  });
});

describe("Markdown on the page", () => {
  it.each([
    ["| a | b |\n|---|---|\n| 1 | 2 |", /<table>/],
    ["- [x] done", /<input type="checkbox" checked disabled>/],
    [
      "<details><summary>More</summary>\n\n*inside*\n\n</details>",
      /<summary>More<\/summary>\s*<p><em>inside/,
    ],
    ["<!-- hidden -->", /^$/],
  ])("is rendered as on GitHub: %s", (text, expected) => {
    expect(renderChecks(text, 1)).toMatch(expected);
  });

  it("has line breaks where GitHub has them: in descriptions and comments, not in checks", () => {
    const text = "one\n*two\nthree*\n\n```\na\nb\n```";
    const code = "<pre><code>a\nb\n</code></pre>";
    expect(renderConversation(text).replace(/ data-line="\d+"/g, "")).toBe(
      `<p>one<br>\n<em>two<br>\nthree</em></p>\n${code}`,
    );
    expect(renderChecks(text, 1)).toBe(`<p>one\n<em>two\nthree</em></p>\n${code}`);
  });

  it("links to lines and comments of the page, where the app names them", () => {
    const table = "| | | |\n|---|---|---|\n| ✓ | Risk | line 7 |\n| – | **Testing** | line 9, empty |";
    expect(renderChecks(table, 2)).toContain('<td>✓</td>\n<td><a href="#/2/line-7">Risk</a></td>\n<td></td>');
    expect(renderChecks(table, 2)).toContain('<td><a href="#/2/line-9">line 9</a>, empty</td>');
    expect(renderChecks("[a](https://github.com/acme/shop/pull/2#issuecomment-5)", 2)).toBe(
      '<p><a href="#/2/issuecomment-5">a</a></p>',
    );
  });

  it("is shown as typed when it can't be rendered", () => {
    expect(renderConversation("> - ".repeat(1_000))).toBe(`<pre>${"> - ".repeat(1_000)}</pre>`);
    const before = readCpuTime();
    expect(renderConversation("<&*_".repeat(16_000))).toBe(`<pre>${"&lt;&amp;*_".repeat(16_000)}</pre>`);
    expect(readCpuTime() - before).toBeLessThan(1_000);
  });
});
