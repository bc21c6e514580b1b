import { afterAll, beforeAll, expect, it } from "vitest";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { type Scene, startScene } from "./start-scene.ts";

const config = `language: de
enforcement: block
turns:
  hours: {time_zone: Europe/Berlin}
  remind: {at_most: 2, escalate: [dora]}
`;

/** English words that no German sentence contains. */
const english =
  /\b(?:the|is|are|were|and|of|to|since|due|this|that|not|with|for|from|by|says?|missing|empty|it|comments?|you|your|has|have|been|waiting|now|more|what|who|nobody|everybody|checked|complete|blocking|question)\b/gi;

/** The text without code, addresses, and words that people type. */
const sentences = (text: string) =>
  text.replace(/`[^`]*`|\]\([^)]*\)|```[\s\S]*?```|<!--.*?-->|<[^>]*>|^> .*$|Reason:/gm, "");

let scene: Scene;
let repository: RepositoryDriver;
let one: PullRequestDriver;

beforeAll(async () => {
  scene = await startScene();
  repository = scene.github.createRepository("acme/shop", { files: { ".github/async.yml": config } });
  repository.setPermission("bob", "write");
  repository.setPermission("dora", "write");
  scene.github.install("acme");
  await scene.settle();
  one = repository.openPullRequest({
    author: "alice",
    title: "Wiederholen",
    body: "Fehler behoben",
    files: [{ path: "src/retry.ts", additions: 60 }],
  });
  await scene.settle();
});
afterAll(() => scene[Symbol.asyncDispose]());

const check = (name: string) => one.see().checkRuns.find((run) => run.name === `async / ${name}`)!;
const own = () => one.see().comments.filter(({ author }) => author === scene.github.app.login);
const pagesOf = () => [
  ...one.see().checkRuns.flatMap(({ title, summary, text }) => [title, summary, text]),
  ...own().map(({ body }) => body),
];

it("writes German from a lazy description to a decision", async () => {
  const told = new Set<string>();
  const listen = () => {
    for (const page of pagesOf()) told.add(page ?? "");
  };
  await scene.advance("PT2M");
  listen();
  expect(check("description")).toMatchObject({
    conclusion: "failure",
    title: "0 von 5 Abschnitten; fehlend: Kontext, Ansatz, Risiko, Tests und Review-Fokus",
  });
  expect(own()[0]?.body).toContain("**Im Review kommen Fragen zu Kontext, Ansatz, Risiko, Tests und");
  expect(own()[0]?.body).toContain("Bis das behoben ist, ist das Mergen blockiert.");

  one.comment({ by: "alice", body: "/async insert" });
  await scene.settle();
  listen();
  expect(one.state.body).toContain("## Kontext\n\n<!-- Welches Problem löst das, und warum jetzt?");

  one.requestReview("bob");
  await scene.advance("PT1H");
  one.review({
    by: "bob",
    comments: [{ path: "src/retry.ts", line: 3, body: "blocking: das verliert Geld" }],
  });
  await scene.settle();
  listen();
  expect(check("review")).toMatchObject({ conclusion: "failure", title: "Offen: 1 blockierend" });
  expect(check("review").summary).toMatch(
    /Am Zug: `alice` mit der Antwort \(ein blockierender Kommentar\), seit Montag, 2\. März, \d\d:\d\d \(UTC\+1\), fällig /,
  );

  for (let hours = 0; hours < 60 && own().length < 2; hours += 1) await scene.advance("PT1H");
  listen();
  expect(own()[1]?.body).toMatch(/^@alice, ein blockierender Kommentar wartet auf dich: seit Montag/);

  one.comment({ by: "alice", body: "/async snooze 1 day" });
  await scene.settle();
  listen();
  expect(check("review").summary).toContain("pausiert bis");

  one.comment({ by: "alice", body: "Decision: zweimal versuchen\nReason: danach ist es selten gut" });
  await scene.settle();
  listen();
  expect(own()[0]?.body).toContain("**Entscheidungen**\n\n- zweimal versuchen (alice, ");

  expect(told.size).toBeGreaterThan(8);
  for (const page of told) expect(sentences(page).match(english), page).toBeNull();
});

it("rewrites open pull requests in the new language, once", async () => {
  const before = own()[0]!;
  repository.pushFile(".github/async.yml", config.replace("language: de", "language: en"));
  await scene.settle();
  one.comment({ by: "bob", body: "Danke." });
  await scene.settle();
  expect(own()[0]).toMatchObject({ id: before.id });
  expect(own()[0]?.body).toContain("**Decisions**");
  expect(check("review").title).toBe("Open: 1 blocking");
  scene.github.requests.clear();
  one.comment({ by: "bob", body: "Bis morgen." });
  await scene.settle();
  expect(scene.github.requests.names).toEqual(["query PullRequest"]);
});
