import { expect, it } from "vitest";
import { parseRevision } from "../../../src/core/conversation/thread-kind.ts";
import { readCpuTime } from "../../cpu-time.ts";
import { reviewConfig } from "./build.ts";

const { kinds } = reviewConfig();

it.each([
  ["nit then", "nit"],
  ["Nit now, fine", "nit"],
  ["nit.", "nit"],
  ["OK, nit then.", "nit"],
  ["Nit\n\n/async ready", "nit"],
  ["Fair enough, just a nit then", "nit"],
  ["nit then: rename it", "nit"],
  ["> blocking: x\n\nnit then", "nit"],
  ["Let's call it a nit", "nit"],
  ["Downgrading to nit", "nit"],
  ["I'd call it a nit.", "nit"],
  ["suggestion then", "suggestion"],
  ["just a question now", "question"],
  ["non-blocking then", "not-blocking"],
  ["Non-blocking: later", "not-blocking"],
  ["not blocking any more", "not-blocking"],
  ["Not blocking anymore, thanks", "not-blocking"],
  ["No longer a blocker", "not-blocking"],
  ["No longer blocking, go ahead", "not-blocking"],
  ["Makes sense. Not blocking then!", "not-blocking"],
  ["Ok, this isn't blocking", "not-blocking"],
  ["not a blocker for me", "not-blocking"],
  ["This one isn't a blocker", "not-blocking"],
  ["No blocker from my side", "not-blocking"],
  ["I won't block on this", "not-blocking"],
  ["I no longer consider this blocking.", "not-blocking"],
  ["Consider this non-blocking", "not-blocking"],
  ["Marking as non-blocking", "not-blocking"],
  ["I withdraw the blocker", "not-blocking"],
  ["Fine by me, not blocking", "not-blocking"],
  ["Agreed, this can be a follow-up, not a blocker", "not-blocking"],
  ["OK, not blocking - let's do it later", "not-blocking"],
  ["I'd say it's a nit", "nit"],
  ["Actually, blocking", "blocking"],
  ["Unblocking, fine as a follow-up", "not-blocking"],
  ["There's no need to hold the merge for this.", "not-blocking"],
  ["Let's not block on this", "not-blocking"],
  ["It doesn't need to block the release.", "not-blocking"],
  ["Feel free to merge without this", "not-blocking"],
])("reads %j as about the thread: %s", (body, revision) => expect(parseRevision(body, kinds)).toBe(revision));

it.each([
  "nit: and rename tmp",
  "nit (non-blocking): b",
  "non-blocking: and rename tmp",
  "question: why?",
  "nit, rename tmp",
  "Just a nit, rename tmp",
  "praise: nice",
  "note: see #12",
  "> nit then\n\nNo.",
  "```\nnit then\n```",
  "make this optional",
  "Make it optional then",
  "This is not blocking the event loop now?",
  "The call is not blocking any more",
  "The variable is a nit then",
  "still blocking",
  "this is not a nit",
  "is this a nit now?",
  "fixed now",
  "ok then",
  "Remove the block",
  "Let's make it non-blocking",
  "Use the async call, not blocking",
  "not blocking, but please rename tmp",
  "It is no longer blocking the main thread",
  "Is this not a blocker?",
  "this is required now",
  "Unblocking the event loop matters here",
  "No need to hold the lock for this",
  "Doesn't this block the merge?",
  "You can merge these two functions",
  "Feel free to merge once it is fixed",
  "thanks",
  "---",
  "",
])("reads %j as a further remark", (body) => expect(parseRevision(body, kinds)).toBeNull());

it("reads a long comment in linear time", () => {
  const started = readCpuTime();
  for (const body of [
    "nit ".repeat(20_000),
    "not ".repeat(20_000),
    "ok ".repeat(20_000),
    "- ".repeat(30_000),
  ])
    parseRevision(body, kinds);
  // Milliseconds on a quiet machine. Anything quadratic takes minutes.
  expect(readCpuTime() - started).toBeLessThan(5000);
});
