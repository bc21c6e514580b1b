import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCommands, findTurnCommands } from "../../../src/core/commands/evaluate-commands.ts";
import type { Permission } from "../../../src/core/conversation/people.ts";
import type { IssueComment } from "../../../src/core/pull-request.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import { readCpuTime } from "../../cpu-time.ts";
import { times } from "../../properties.ts";
import { at, comment, pullRequest, reply, review, thread } from "../conversation/build.ts";

const permissions = new Map<string, Permission>([
  ["maria", "write"],
  ["mallory", "read"],
]);
const reacted = (...names: ("rocket" | "thumbsDown" | "confused")[]) => ({
  rocket: names.includes("rocket"),
  rocketAt: null,
  thumbsDown: names.includes("thumbsDown"),
  confused: names.includes("confused"),
});

function evaluate(comments: IssueComment[], more: Parameters<typeof pullRequest>[0] = {}) {
  return evaluateCommands({ pullRequest: pullRequest({ comments, ...more }), permissions });
}

/** The outcome, in one line. */
function say(...comments: IssueComment[]): string {
  const { accepted, reactions, needsPermission } = evaluate(comments);
  const names = accepted.map(({ command }) => command.name).join(" ") || "nothing";
  return [
    names,
    ...reactions.map(({ content }) => content),
    ...needsPermission.map((login) => `asks ${login}`),
  ].join(", ");
}

describe("permission to give a command", () => {
  it.each([
    ["maria", "/async skip a", "skip, rocket"],
    ["MARIA", "/async skip a", "skip, rocket"],
    ["alice", "/async skip a", "nothing, asks alice"],
    ["mallory", "/async skip a", "nothing, thumbs_down"],
    ["alice", "/async insert", "insert, rocket"],
    ["mallory", "/async insert", "nothing, thumbs_down"],
    ["mallory", "/async help", "help, rocket"],
    ["mallory", "/async help\n/async skip a", "nothing, thumbs_down"],
    ["maria", "/async skip a\n/async skp b", "nothing, confused"],
    ["dave", "/async snooze 1 day", "nothing, asks dave"],
    ["ci[bot]", "/async help", "nothing"],
  ])("lets or refuses %s: %j", (login, body, expected) =>
    expect(say(comment(login, body, 1))).toBe(expected),
  );

  it("lets requested reviewers snooze", () => {
    const comments = [comment("dave", "/async snooze 1 day", 1)];
    const reviewRequests = [{ type: "user" as const, login: "dave" }];
    expect(
      evaluate(comments, { reviewRequests }).state.snoozes.map(({ value, by, at: since }) => ({
        value,
        by,
        since,
      })),
    ).toEqual([{ value: { type: "duration", duration: "1 day" }, by: "dave", since: at(1) }]);
  });

  it("lets people resolve their own remarks, and people with write access resolve any", () => {
    const mine = comment("mallory", "issue: a", 1);
    const { state, reactions } = evaluate([
      mine,
      comment("mallory", `/async resolve ${mine.url}`, 2),
      comment("maria", `/async resolve ${mine.url}`, 3),
      comment("mallory", "/async resolve https://github.com/acme/shop/pull/7#discussion_r6", 4),
    ]);
    const link = { type: "comment", id: String(mine.databaseId) };
    expect(state.resolves).toEqual([
      { link, by: "mallory", at: at(2) },
      { link, by: "maria", at: at(3) },
    ]);
    expect(reactions.map(({ content }) => content)).toEqual(["rocket", "rocket", "thumbs_down"]);
  });

  it("reads commands in review texts too, and never in the app's own comments", () => {
    const reviews = [review("maria", "commented", 1, { body: "/async skip a" })];
    const ours = comment("alice", "/async insert", 1, { isOurs: true });
    const { accepted, reactions } = evaluate([ours], { reviews });
    expect([accepted.map(({ command }) => command.name), reactions]).toEqual([
      ["skip"],
      [{ subjectId: reviews[0]!.id, content: "rocket" }],
    ]);
  });
});

describe("a command that already has a reaction or an edit", () => {
  const edited = { lastEditedAt: at(10), editor: "mallory" };
  it.each([
    [
      "accepted again because of the 🚀, without asking for permission",
      "mallory",
      { reactions: reacted("rocket") },
      "skip",
    ],
    [
      "edited after the 🚀",
      "mallory",
      { ...edited, reactions: { ...reacted("rocket"), rocketAt: at(9) } },
      "nothing",
    ],
    [
      "edited, with a 🚀 at an unknown time",
      "mallory",
      { ...edited, reactions: reacted("rocket") },
      "nothing",
    ],
    [
      "edited before the 🚀 by somebody who was never allowed",
      "mallory",
      { ...edited, reactions: { ...reacted("rocket"), rocketAt: at(11) } },
      "nothing, thumbs_down",
    ],
    [
      "edited before the 🚀 by somebody who is allowed",
      "maria",
      { ...edited, editor: "maria", reactions: { ...reacted("rocket"), rocketAt: at(11) } },
      "skip",
    ],
    ["edited by somebody else", "maria", { ...edited, reactions: reacted() }, "nothing"],
    ["edited by somebody else, with a 🚀", "maria", { ...edited, reactions: reacted("rocket") }, "nothing"],
    ["edited by its author before any reaction", "maria", { ...edited, editor: "maria" }, "skip, rocket"],
    ["refused before with a 👎", "maria", { reactions: reacted("thumbsDown") }, "nothing"],
    [
      "refused before with a 👎, without asking for permission again",
      "dave",
      { reactions: reacted("thumbsDown") },
      "nothing",
    ],
    [
      "corrected after a 😕",
      "maria",
      { ...edited, editor: "maria", reactions: reacted("confused") },
      "skip, rocket",
    ],
  ])("counts as expected: %s", (_name, login, more, expected) =>
    expect(say(comment(login, "/async skip a", 1, more))).toBe(expected),
  );

  it("inserts and rechecks only while the comment has no 🚀", () => {
    const before = evaluate([comment("alice", "/async insert\n/async recheck", 1)]).state;
    const after = evaluate([
      comment("alice", "/async insert\n/async recheck", 1, { reactions: reacted("rocket") }),
    ]).state;
    expect([before.inserts.length, before.rechecks.length, after.inserts, after.rechecks]).toEqual([
      1,
      1,
      [],
      [],
    ]);
  });

  it("gives at most five 👎 for one day's commands, those already given included", () => {
    const refused = (count: number, more = {}) =>
      Array.from({ length: count }, (_, minute) => comment("mallory", "/async skip a", minute, more));
    const tomorrow = comment("mallory", "/async skip a", 1, { createdAt: "2026-11-24T09:00:00Z" });
    expect([
      evaluate(refused(9)).reactions.length,
      evaluate([...refused(9), tomorrow]).reactions.length,
      evaluate([...refused(4), ...refused(3, { reactions: reacted("thumbsDown") })]).reactions.length,
      evaluate([...refused(4), ...refused(5, { reactions: reacted("thumbsDown") })]).reactions.length,
    ]).toEqual([5, 6, 2, 0]);
  });
});

describe("the state after several commands", () => {
  it("keeps the latest where only one can count", () => {
    const { state } = evaluate([
      comment("maria", "/async skip first", 1),
      comment("maria", "/async skip second", 2),
      comment("alice", "/async due 2026-11-30", 3),
      comment("alice", "/async due Thursday", 4),
      comment("alice", "/async ready", 5),
      comment("maria", "/async waiting", 6),
      comment("alice", "/async decision b\n~~~\n/async ready\n~~~\nReason: c", 7),
    ]);
    expect({
      skip: state.skip?.value,
      due: state.due?.value,
      decisions: state.decisions.map(({ by: _by, at: _at, url: _url, ...said }) => said),
      help: state.help,
      explain: state.explain,
    }).toEqual({
      skip: "second",
      due: { type: "weekday", weekday: "thu" },
      decisions: [{ text: "b\n~~~\n/async ready\n~~~", options: "", reason: "c", revisit: "" }],
      help: false,
      explain: false,
    });
  });

  it.each([
    ["snoze", "snooze"],
    ["snoozing", "snooze"],
    ["resolving", "resolve"],
    ["rechecking", "recheck"],
    ["hlp", "help"],
    ["wait", null],
    ["merge", null],
  ])("suggests for /async %s: %s", (typed, nearest) =>
    expect(evaluate([comment("alice", `/async ${typed}`, 1)]).lines).toEqual([
      { type: "unknown", typed: `\`/async ${typed}\``, nearest },
    ]),
  );

  it("lists accepted, refused and unknown commands, with their text escaped", () => {
    const { lines, reactions } = evaluate([
      comment("maria", "/async skip <b> @all", 1),
      comment("mallory", "/async skip a", 2),
      comment("mallory", "/async snoze 1 day", 3),
      comment("mallory", "/async `@all`", 4),
      comment("alice", "/async due @all", 5),
    ]);
    expect(lines.map(english.commands.line)).toEqual([
      "`/async skip` &lt;b&gt; @\u200ball (maria)",
      "`/async skip` is for people with write access.",
      "Unknown command `/async snoze`. Did you mean `/async snooze`?",
      "Unknown command `` /async `@\u200ball` ``. `/async help` lists the commands.",
      '`/async due` needs a date such as `2026-11-30`, or a weekday; "@\u200ball" is neither.',
    ]);
    expect(reactions.filter(({ content }) => content === "confused").length).toBe(3);
  });

  it("is the same for any order of comments", () => {
    const comments = [
      comment("maria", "/async skip a", 1),
      comment("maria", "/async skip b", 1),
      comment("mallory", "/async skip c", 1),
      comment("dave", "/async insert", 2),
      comment("alice", "/async ready\n/async due Friday", 3),
      comment("alice", "/async wating", 3),
      ...Array.from({ length: 6 }, () => comment("mallory", "/async due Friday", 4)),
    ];
    const expected = evaluate(comments);
    fc.assert(
      fc.property(fc.shuffledSubarray(comments, { minLength: comments.length }), (shuffled) => {
        expect(evaluate(shuffled)).toEqual(expected);
      }),
      { numRuns: 50 * times },
    );
  });

  it("asks for no more reactions once they were all given", () => {
    const comments = [
      comment("maria", "/async skip a", 1),
      comment("mallory", "/async skip a", 2),
      comment("alice", "/async wating", 3),
    ];
    const first = evaluate(comments);
    const given = comments.map((one) => {
      const content = first.reactions.find(({ subjectId }) => subjectId === one.id)?.content;
      const names = { rocket: "rocket", thumbs_down: "thumbsDown", confused: "confused" } as const;
      return { ...one, reactions: content === undefined ? one.reactions : reacted(names[content]) };
    });
    const second = evaluateCommands({
      pullRequest: pullRequest({ comments: given }),
      permissions: new Map(),
    });
    // No permission is asked for again, and the lines stay the same.
    expect(second.lines).toEqual(first.lines);
    expect(first.reactions.map(({ content }) => content)).toEqual(["rocket", "thumbs_down", "confused"]);
    expect([second.reactions, second.needsPermission, second.state.skip?.value]).toEqual([[], [], "a"]);
  });
});

describe("/async unsnooze and past dates", () => {
  it("costs little, however many snoozes there are", () => {
    const said = Array.from({ length: 20 }, () => "/async snooze 1 day").join("\n");
    const comments = Array.from({ length: 2000 }, (_, nth) => comment("maria", said, nth));
    const before = readCpuTime();
    expect(evaluate(comments).state.snoozes.length).toBe(40_000);
    expect(readCpuTime() - before).toBeLessThan(3000);
  });

  it("ends earlier snoozes, not later ones", () => {
    const { state, lines } = evaluate([
      comment("alice", "/async snooze 2 days", 1),
      comment("alice", "/async unsnooze.", 2),
      comment("alice", "/async snooze a week", 3),
    ]);
    expect(state.snoozes.map(({ value, endedAt }) => [value, endedAt])).toEqual([
      [{ type: "duration", duration: "2 days" }, at(2)],
      [{ type: "duration", duration: "7 days" }, null],
    ]);
    expect(lines.map(english.commands.line)).toEqual(["`/async snooze` a week (alice)"]);
  });

  it("follows the order within a comment", () => {
    const { state } = evaluate([
      comment("alice", "/async snooze 2 days\n/async unsnooze\n/async snooze 3 hours", 1),
    ]);
    expect(state.snoozes.map(({ argument, endedAt }) => [argument, endedAt])).toEqual([
      ["2 days", at(1)],
      ["3 hours", null],
    ]);
  });

  it.each([
    ["/async waiting\n/async ready", ["waiting", "ready"]],
    ["/async ready\n/async waiting", ["ready", "waiting"]],
  ])("applies turn commands of one comment in order: %j", (body, expected) => {
    const { moves } = findTurnCommands(evaluate([comment("alice", body, 1)]));
    expect(moves.map(({ command }) => command)).toEqual(expected);
  });

  it("explains that the date is past, and reacts with 😕", () => {
    const { accepted, reactions, lines } = evaluate([comment("alice", "/async due 2026-11-22", 1)]);
    expect([accepted, reactions.map(({ content }) => content), lines.map(english.commands.line)]).toEqual([
      [],
      ["confused"],
      ['`/async due`: "2026-11-22" is in the past. Name a later day.'],
    ]);
  });
});

it("reads a command in a review thread, and reacts to it there", () => {
  const said = reply("alice", "/async ready", 3);
  const { accepted, reactions } = evaluate([], { threads: [thread([reply("bob", "q: a?", 1), said])] });
  expect(accepted.map(({ command, by }) => [command.name, by])).toEqual([["ready", "alice"]]);
  expect(reactions).toEqual([{ subjectId: said.id, content: "rocket" }]);
});

it.each(["/async resolve", "/async resolve this", "/async resolve: done, thanks"])(
  "resolves the thread in which the command stands: %s",
  (body) => {
    const said = reply("maria", body, 3);
    const { state } = evaluate([], { threads: [thread([reply("bob", "q: a?", 1), said])] });
    expect(state.resolves.map(({ link, by }) => [link.id, by])).toEqual([[String(said.databaseId), "maria"]]);
  },
);
