import { describe, expect, it } from "vitest";
import { evaluateConversation } from "../../../src/core/conversation/evaluate-conversation.ts";
import { planConversationLabels } from "../../../src/core/plan/plan-labels.ts";
import type { ReviewThread, TimelineEvent } from "../../../src/core/pull-request.ts";
import { at, conversation, reply, reviewConfig, thread } from "./build.ts";

const config = reviewConfig();
const blocking = (minutes: number, more = {}) => thread([reply("bob", "blocking: a", minutes)], more);

function plan(
  threads: ReviewThread[],
  present: string[] = [],
  timeline: TimelineEvent[] = [],
  given = config,
) {
  const verdict = evaluateConversation(conversation({ threads }, { config: given }));
  return planConversationLabels(verdict, given, { labels: present, timeline });
}
const wanted = (...given: Parameters<typeof plan>) =>
  plan(...given)
    .filter((label) => label.wanted)
    .map(({ name }) => name);

const labeled = (
  type: "labeled" | "unlabeled",
  by: "us" | "them",
  minutes: number,
  label = "review: blocking",
): TimelineEvent => ({
  id: "E1",
  type,
  createdAt: at(minutes),
  actor: by === "us" ? "async-review[bot]" : "carol",
  actorIsOurs: by === "us",
  label,
});

describe("planConversationLabels", () => {
  it("wants one label for each effective kind that is open, and no foreign label", () => {
    const threads = [
      blocking(1),
      thread([reply("bob", "nit: a", 1)]),
      thread([reply("bob", "praise: a", 1)]),
    ];
    expect(plan(threads).map(({ name, wanted: isWanted }) => [name, isWanted])).toEqual([
      ["review: blocking", true],
      ["review: question", false],
      ["review: suggestion", false],
      ["review: nit", true],
    ]);
    for (const { color, description } of plan(threads)) {
      expect(color).toMatch(/^[0-9a-f]{6}$/);
      expect(description.length).toBeLessThanOrEqual(100);
    }
  });

  it("follows a config that turns labels off or shares one between two kinds", () => {
    const shared = reviewConfig({
      kinds: {
        blocking: { label: "open" },
        question: { label: "Open" },
        suggestion: { label: false },
        nit: { label: false },
      },
    });
    expect(
      plan([thread([reply("bob", "q: a", 1)])], [], [], shared).map(({ name, wanted: isWanted }) => [
        name,
        isWanted,
      ]),
    ).toEqual([["open", true]]);
  });

  it("removes the app's label when its condition ends, never one that a person added", () => {
    const resolved = [blocking(1, { isResolved: true })];
    const present = ["Review: Blocking"];
    expect([
      wanted(resolved, present, [labeled("labeled", "us", 2)]),
      wanted(resolved, present, [labeled("labeled", "them", 2)]),
      wanted(resolved, present, [
        labeled("labeled", "us", 2),
        labeled("unlabeled", "us", 3),
        labeled("labeled", "them", 4),
      ]),
      wanted(resolved, present, []),
    ]).toEqual([[], ["review: blocking"], ["review: blocking"], ["review: blocking"]]);
  });

  it("keeps a label off that a person removed, until its condition was false once", () => {
    const removed = [labeled("labeled", "us", 2), labeled("unlabeled", "them", 5, "REVIEW: blocking")];
    expect([
      wanted([blocking(1)], [], removed),
      wanted([blocking(1), blocking(9)], [], removed),
      wanted([blocking(1, { isResolved: true })], [], removed),
      wanted([blocking(1, { isResolved: true }), blocking(9)], [], removed),
      wanted([thread([reply("bob", "a", 1), reply("bob", "blocking: b", 9)])], [], removed),
      wanted([blocking(1)], [], [labeled("labeled", "us", 2), labeled("unlabeled", "us", 5)]),
    ]).toEqual([[], [], [], ["review: blocking"], ["review: blocking"], ["review: blocking"]]);
  });
});
