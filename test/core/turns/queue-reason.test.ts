import { expect, it } from "vitest";
import { renderReminder } from "../../../src/core/render/reminder.ts";
import { renderTurnLine } from "../../../src/core/render/turn-line.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import { judge, type Step } from "./play.ts";

const removeFor = (reason: string): Step[] => [
  { does: "request", of: "bob" },
  { does: "review", by: "bob", state: "approved" },
  { does: "enqueue" },
  { does: "dequeue", by: "github-merge-queue[bot]", text: reason },
];

/** The turn's line and the reminder to the author. */
function tell(reason: string): [line: string, reminder: string] {
  const verdict = judge(removeFor(reason));
  const around = { reviewFocus: null, deadline: null, escalate: [], timeZone: "UTC" };
  const reminder = renderReminder({ turns: verdict.turns, ...around }, english);
  return [renderTurnLine(verdict, english), reminder];
}

it.each([
  ["CI_FAILURE", "its checks failed"],
  ["failed_checks", "its checks failed"],
  ["CI_TIMEOUT", "its checks took too long"],
  ["MERGE_CONFLICT", "it conflicts with the base branch"],
  ["BRANCH_PROTECTIONS", "the branch's rules aren't met"],
  ["GIT_TREE_INVALID", "it can't be merged as it is"],
  ["INVALID_MERGE_COMMIT", "it can't be merged as it is"],
  ["QUEUE_CLEARED", "the queue was cleared"],
  ["ROLL_BACK", "the queue was rolled back"],
  ["MANUAL", "somebody took it out"],
])("explains the removal %s in words", (reason, words) => {
  const [line, reminder] = tell(reason);
  expect(line).toContain(`\`alice\` to queue it again (the merge queue removed it: ${words}), since`);
  expect(reminder).toBe(
    `@alice, the merge queue removed this on Monday 2 November, 11:00 (UTC): ${words}. Queue it again when it's ready.`,
  );
});

it.each([
  ["SOME_NEW_REASON", "some new reason"],
  ["The rule needs @acme/ops.", "The rule needs @\u200bacme/ops"],
  ["lint_js is red", "lint_js is red"],
])("quotes the unknown reason %s, escaped", (reason, words) => {
  const [line, reminder] = tell(reason);
  expect(line).toContain(`(the merge queue removed it: ${words}`);
  expect(reminder).toContain(`GitHub says: ${words}. Queue it again when it's ready.`);
});

it.each(["", "UNKNOWN_REMOVAL_REASON"])("leaves out the reason %j", (reason) => {
  const [line, reminder] = tell(reason);
  expect(line).toContain("Waiting for `alice` to queue it again (the merge queue removed it), since");
  expect(reminder).not.toContain("GitHub");
});

it.each([
  ["MERGE", []],
  ["merged", []],
  ["ALREADY_MERGED", []],
  ["merge conflict", ["queue"]],
])("gives no turn after a merge: %s", (reason, roles) =>
  expect(judge(removeFor(reason)).turns.map(({ role }) => role)).toEqual(roles),
);
