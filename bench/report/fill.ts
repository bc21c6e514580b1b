import { complete } from "../../test/demo/scenario.ts";
import type { GitHub } from "../../test/github/driver/github.ts";

const minute = 60_000;
export const config = "version: 1\nturns: {hours: {time_zone: Europe/Berlin, holidays: [DE]}}\n";
const first = Date.parse("2026-01-05T08:00:00Z");

/**
 * Twelve weeks of a repository whose reviews get faster: `count` pull requests, with threads, pushes, drafts
 * and bots, and some without an answer.
 */
export async function fillRepository(github: GitHub, name: string, count: number): Promise<void> {
  github.createOrganization("acme");
  for (const login of ["alice", "bob"]) github.createUser(login);
  const shop = github.createRepository(name, {
    files: { ".github/async.yml": config },
  });
  const set = (at: number) => github.clock.set(new Date(at).toISOString().replace(/\.\d+Z/, "Z"));
  const events: { at: number; happen: () => void }[] = [];
  for (let index = 0; index < count; index += 1) {
    const week = Math.floor((index / count) * 12);
    // Monday to Thursday, from nine to about four in Berlin.
    const start = first + (week * 7 + (index % 4)) * 1440 * minute + ((index * 37) % 420) * minute;
    const wait = (30 + ((index * 61) % 560) * (1.3 - week / 12)) * minute;
    const blocks = index % 4 === 0 && (index * 11) % 12 >= week;
    events.push({
      at: start,
      happen: () => {
        const opened = shop.openPullRequest({
          author: "alice",
          title: `Change ${index}`,
          body: (index * 7) % 12 < week + 1 ? complete : "fix bug",
          draft: index % 10 === 0,
          files: [{ path: "src/a.ts", additions: 5 + ((index * 53) % 1200) }],
        });
        if (index % 10 === 0) opened.markReady();
        opened.requestReview("bob", { by: "alice" });
        if (index % 17 === 0) opened.comment({ by: "lint[bot]", body: "All green." });
        if (index % 25 === 24 || index >= count - 20) return;
        const at = start + wait;
        events.push({
          at,
          happen: () => {
            opened.review({
              by: "bob",
              state: blocks ? "changes_requested" : "approved",
              comments: blocks ? [{ path: "src/a.ts", line: 1, body: "blocking: this can be null" }] : [],
            });
            if (!blocks) opened.merge("alice");
          },
        });
        if (!blocks) return;
        events.push({
          at: at + (60 + ((index * 29) % 200)) * minute,
          happen: () => {
            opened.push({ files: [{ path: "src/a.ts", additions: 6 }] });
            opened.replyInThread(opened.state.threads[0]!, { by: "alice", body: "Done." });
            opened.resolveThread(opened.state.threads[0]!, "alice");
          },
        });
        const again = () => {
          opened.review({ by: "bob", state: "approved" });
          opened.merge("alice");
        };
        events.push({ at: at + 330 * minute, happen: again });
      },
    });
  }
  while (events.length > 0) {
    events.sort((one, other) => one.at - other.at);
    const { at, happen } = events.shift()!;
    set(at);
    happen();
  }
  await github.deliveries.settled();
}
