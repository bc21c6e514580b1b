import { describe, expect, it } from "vitest";
import { turnsSchema } from "../../../src/core/config/schema/turns-schema.ts";
import { renderTurnLine } from "../../../src/core/render/turn-line.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import { listCovers } from "../../../src/core/turns/clock/find-away.ts";
import { isAbout, nameTurn } from "../../../src/core/turns/sent-reminders.ts";
import type { World } from "./life/world.ts";
import { type Around, hour, judge, type Step, tell } from "./play.ts";

/* Situations from reports about review bots, each judged as a participant would. */

const request = (of = "bob"): Step => ({ does: "request", of });
const review = (
  by: string,
  state: "approved" | "changes_requested" | "commented",
  ...threads: Step["threads"] & object
): Step => ({
  ...{ does: "review", by, state, threads },
});
const approve = (by = "bob", ...threads: Step["threads"] & object) => review(by, "approved", ...threads);
const changes = (by = "bob", ...threads: Step["threads"] & object) =>
  review(by, "changes_requested", ...threads);
const ask = (kind: "blocking" | "question" | "nit" | null = "question", id = "t1", by = "bob") =>
  review(by, "commented", { id, kind });
const reply = (text = "So.", by = "alice", to = "t1"): Step => ({ does: "reply", to, by, text });
const push: Step = { does: "push" };
const forcePush: Step = { does: "force push" };
const say = (by: string, text: string): Step => ({ does: "comment", by, text });
const resolve = (by = "alice", to = "t1"): Step => ({ does: "resolve", to, by });
const ruled: Around = { opened: { reviewDecision: "review_required" } };
const decided = (around: Around = {}): Around => ({
  ...around,
  change: ({ pullRequest }: World) => {
    pullRequest.reviewDecision = "approved";
  },
});

describe("approval", () => {
  it.each<[string, Step[], Around, string[]]>([
    [
      "ends no blocking thread of the same review",
      [request(), approve("bob", { id: "t1", kind: "blocking" })],
      {},
      ["author alice 02T09 asked"],
    ],
    [
      "nor one that is opened later",
      [request(), approve(), ask("blocking")],
      {},
      ["author alice 02T10 asked"],
    ],
    [
      "nor with a rule that is met",
      [request(), approve("bob", { id: "t1", kind: "blocking" })],
      decided(),
      ["author alice 02T09 asked"],
    ],
    [
      "leaves an answered blocking thread to the author, who alone can close it",
      [request(), ask("blocking"), reply(), push, approve()],
      {},
      ["author alice 02T12 asked"],
    ],
    [
      "is whole once that is resolved",
      [request(), ask("blocking"), reply(), push, approve(), resolve()],
      {},
      ["approved"],
    ],
    [
      "waits for no answers to its own questions",
      [request(), approve("bob", { id: "t1", kind: "question" })],
      {},
      ["approved"],
    ],
    [
      "is asked again after it",
      [request(), approve(), push, request()],
      {},
      ["reviewer bob 02T11 requested"],
    ],
    [
      "is asked again after it, whatever the rule says",
      [request(), approve(), request()],
      decided(),
      ["reviewer bob 02T10 requested"],
    ],
    ["is given again", [request(), approve(), request(), approve()], {}, ["approved"]],
    [
      "is taken back with the second request",
      [request(), approve(), request(), { does: "unrequest", of: "bob" }],
      decided(),
      ["approved"],
    ],
    [
      "without a rule waits for everybody who was asked",
      [request(), request("carol"), approve()],
      {},
      ["reviewer carol 02T09 requested"],
    ],
    [
      "without a rule waits for the answer to who was asked and asks",
      [request(), request("carol"), approve(), ask("question", "t1", "carol")],
      {},
      ["author alice 02T11 asked"],
    ],
    [
      "without a rule is whole when all have answered",
      [request(), request("carol"), approve(), approve("carol")],
      {},
      ["approved"],
    ],
    ["with a rule ends everybody's turn", [request(), request("carol"), approve()], decided(), ["approved"]],
    ["does not wait for a bot", [request(), request("copilot[bot]"), approve()], {}, ["approved"]],
    ["of an outsider ends nothing", [request(), approve("mallory")], {}, ["reviewer bob 02T08 requested"]],
    ["of an outsider approves nothing", [approve("mallory")], {}, ["unassigned"]],
    [
      "of an outsider who was asked is their answer, and approves nothing",
      [request("mallory"), approve("mallory")],
      {},
      ["unassigned"],
    ],
    [
      "without a rule is held by a request for changes that stands",
      [request(), changes("carol"), approve()],
      {},
      ["author alice 02T09 asked"],
    ],
    [
      "is not held by an outsider's request for changes",
      [request(), changes("mallory"), approve()],
      {},
      ["approved"],
    ],
    [
      "that is not enough leaves who else was asked",
      [request(), request("carol"), approve()],
      ruled,
      ["reviewer carol 02T09 requested"],
    ],
    ["after requested changes replaces them", [request(), changes(), push, approve()], {}, ["approved"]],
  ])("%s", (_, steps, around, expected) => expect(tell(steps, around)).toEqual(expected));

  it("is nobody's to merge while a blocking thread is open", () => {
    const turns = turnsSchema.parse({ hours: { time_zone: "UTC" }, remind: { merge: "4 business hours" } });
    expect(judge([request(), approve("bob", { id: "t1", kind: "blocking" })], { turns }).merge).toBeNull();
    expect(judge([request(), approve()], { turns }).merge?.login).toBe("alice");
  });
});

describe("a dismissal", () => {
  it.each<[string, Step[], Around, string[]]>([
    [
      "of a review that was replaced changes nothing",
      [request(), changes(), approve(), { does: "dismiss", of: "bob", text: "first" }],
      {},
      ["approved"],
    ],
    [
      "of the newest wants another",
      [request(), approve(), { does: "dismiss", of: "bob" }],
      {},
      ["reviewer bob 02T10 dismissed"],
    ],
    [
      "of a request for changes gives the move back",
      [request(), changes(), { does: "dismiss", of: "bob" }],
      {},
      ["reviewer bob 02T10 dismissed"],
    ],
    [
      "of an outsider's review changes nothing",
      [request(), changes("mallory"), { does: "dismiss", of: "mallory" }],
      {},
      ["reviewer bob 02T08 requested"],
    ],
  ])("%s", (_, steps, around, expected) => {
    const change = ({ pullRequest }: World) => {
      if (steps.at(-1)?.text !== "first") return;
      const [first, second] = pullRequest.reviews;
      const event = pullRequest.timeline.findLast(({ type }) => type === "review_dismissed")!;
      Object.assign(event, { reviewId: first!.id, previousState: "changes_requested" });
      Object.assign(first!, { state: "dismissed" });
      Object.assign(second!, { state: "approved" });
    };
    expect(tell(steps, { change, ...around })).toEqual(expected);
  });
});

describe("a push", () => {
  const blocked = [request(), changes()];
  it.each<[string, Step[], string[]]>([
    ["by force counts", [...blocked, forcePush], ["reviewer bob 02T10 answered"]],
    [
      "by force keeps what an ordinary one began",
      [...blocked, push, forcePush, forcePush],
      ["reviewer bob 02T10 answered"],
    ],
    ["of the base branch alone does not", [...blocked, { does: "merge base" }], ["author alice 02T09 asked"]],
    ["by a bot does not", [...blocked, { does: "push", by: "fix[bot]" }], ["author alice 02T09 asked"]],
  ])("%s", (_, steps, expected) => expect(tell(steps)).toEqual(expected));

  it("back to an older head counts, although no commit is new", () => {
    const change = ({ pullRequest }: World) => {
      pullRequest.timeline.push({
        ...{ id: "F1", type: "head_ref_force_pushed", createdAt: hour(12), actor: "alice", before: null },
      });
    };
    expect(tell(blocked, { change })).toEqual(["reviewer bob 02T12 answered"]);
  });

  it("by force, day after day, does not make it another turn", () => {
    const names = [0, 1, 2, 3].map((rebases) =>
      judge([...blocked, push, ...Array.from({ length: rebases }, () => forcePush)]).turns.map(nameTurn),
    );
    expect(new Set(names.flat()).size).toBe(1);
  });
});

describe("what is said", () => {
  it.each<[string, Step[], string[]]>([
    [
      '"thanks" after an answer asks nothing',
      [request(), ask(), reply(), reply("Thanks!", "bob")],
      ["reviewer bob 02T10 answered"],
    ],
    [
      "praise after an answer asks nothing",
      [request(), ask(), reply(), reply("praise: neat", "bob")],
      ["reviewer bob 02T10 answered"],
    ],
    [
      "agreement after an answer asks nothing",
      [request(), ask(), reply(), reply("Makes sense.", "bob")],
      ["reviewer bob 02T10 answered"],
    ],
    [
      '"yes" to the author\'s own question is for the author to act on',
      [request(), ask(), reply("Should I use a set?"), reply("Yes.", "bob")],
      ["author alice 02T11 asked"],
    ],
    [
      "and thanks for it are not",
      [request(), ask(), reply("Like this?"), reply("Perfect, thank you.", "bob")],
      ["reviewer bob 02T10 answered"],
    ],
    [
      "a real answer without a prefix asks on",
      [request(), ask(), reply(), reply("It still races.", "bob")],
      ["author alice 02T11 asked"],
    ],
    [
      "the author's thanks answer nothing",
      [request(), ask(), reply("Thank you!")],
      ["author alice 02T09 asked"],
    ],
    ['the author\'s "done" does', [request(), ask(), reply("Done.")], ["reviewer bob 02T10 answered"]],
    [
      "a question of a third in an answered thread asks the author",
      [ask(), reply(), reply("And in UTC?", "carol")],
      ["reviewer bob 02T09 answered", "author alice 02T10 asked"],
    ],
    [
      "a remark of a third in an answered thread does not",
      [ask(), reply(), reply("I see it the same way.", "carol")],
      ["reviewer bob 02T09 answered"],
    ],
    [
      "an outsider's question asks nobody",
      [request(), ask("question", "t1", "mallory")],
      ["reviewer bob 02T08 requested"],
    ],
    [
      "an outsider's question who was asked does",
      [request("mallory"), ask("question", "t1", "mallory")],
      ["author alice 02T09 asked"],
    ],
    [
      "a deleted account's thread asks the author",
      [ask("blocking", "t1", "ghost")],
      ["author alice 02T08 asked"],
    ],
    ["and an answer leaves nobody to look", [ask("question", "t1", "ghost"), reply()], ["unassigned"]],
    [
      "which frees nothing that holds the merge",
      [ask("blocking", "t1", "ghost"), reply(), push],
      ["author alice 02T08 asked"],
    ],
    [
      "until anybody resolves it, with a push or without",
      [request(), ask("blocking", "t1", "ghost"), resolve("dave")],
      ["reviewer bob 02T08 requested"],
    ],
    [
      'who was never asked leaves with "thanks"',
      [request(), ask("question", "t1", "carol"), reply(), reply("Thanks!", "carol")],
      ["reviewer bob 02T08 requested"],
    ],
    [
      "or with praise, agreement and what helped",
      [ask("question", "t1", "carol"), reply(), reply("praise: clear", "carol")],
      ["unassigned"],
    ],
    [
      "also as a comment under a comment",
      [
        say("carol", "question: why a map?"),
        say("alice", "It is faster."),
        say("carol", "Thanks, that helps!"),
      ],
      ["unassigned"],
    ],
    [
      "but goes on with a real answer",
      [ask("question", "t1", "carol"), reply(), reply("It is not, see the benchmark.", "carol")],
      ["author alice 02T10 asked"],
    ],
    [
      "and lets go of nothing that holds the merge",
      [ask("blocking", "t1", "carol"), reply(), push, reply("Thanks!", "carol")],
      ["reviewer carol 02T10 answered"],
    ],
    [
      "whoever thanks in another's thread has no turn",
      [request(), ask(), reply(), reply("Thanks!", "carol")],
      ["reviewer bob 02T10 answered"],
    ],
  ])("%s", (_, steps, expected) => expect(tell(steps)).toEqual(expected));

  it("counts from an edit that makes a nit blocking", () => {
    const change = ({ pullRequest }: World) => {
      Object.assign(pullRequest.threads[0]!.comments[0]!, {
        body: "blocking: it races",
        lastEditedAt: hour(20),
      });
    };
    expect(tell([request(), ask("nit")], { change })).toEqual(["author alice 02T20 asked"]);
  });

  it.each([
    ["its opener", "bob", ["author alice 02T20 asked"]],
    ["a colleague", "carol", ["reviewer bob 02T08 requested", "author alice 02T20 asked"]],
  ])("counts from the moment at which %s raises a nit", (_, by, expected) => {
    const raised: Step[] = [reply("blocking: it races", by)];
    const late = ({ pullRequest }: World) => {
      Object.assign(pullRequest.threads[0]!.comments.at(-1)!, { createdAt: hour(20) });
      Object.assign(pullRequest.reviews.at(-1)!, { submittedAt: hour(20) });
    };
    expect(tell([request(), ask("nit"), ...raised], { change: late })).toEqual(expected);
  });

  it("counts from an edit that makes a review's text blocking", () => {
    const change = ({ pullRequest }: World) => {
      Object.assign(pullRequest.reviews[0]!, { body: "blocking: it races", lastEditedAt: hour(20) });
    };
    const said: Step = { ...review("bob", "commented"), text: "nit: the name" };
    expect(tell([request(), said], { change })).toEqual(["author alice 02T20 asked"]);
  });

  it("counts from the moment at which a resolved thread is opened again", () => {
    const steps: Step[] = [request(), ask(), resolve("alice"), { does: "unresolve", to: "t1", by: "bob" }];
    expect(tell(steps, { reopened: new Map([["t1", hour(60)]]) })).toEqual(["author alice 04T12 asked"]);
  });
});

describe("somebody who is away", () => {
  const people = (away: Record<string, string | null>) =>
    turnsSchema.parse({
      hours: { time_zone: "UTC" },
      people: Object.fromEntries(
        Object.entries(away).map(([login, cover]) => [
          login,
          { away: [{ from: "2026-11-02", to: "2026-11-20", ...(cover === null ? {} : { cover }) }] },
        ]),
      ),
    });
  const who = (away: Record<string, string | null>, steps: Step[] = [request()]) =>
    judge(steps, { turns: people(away) }).turns.map(
      ({ login, coverFor, isAway }) => `${login} for ${coverFor ?? "-"}${isAway ? ", away" : ""}`,
    );
  it.each<[string, Record<string, string | null>, string[]]>([
    ["is covered", { bob: "carol" }, ["carol for bob"]],
    ["is covered by the cover's cover", { bob: "carol", carol: "dave" }, ["dave for bob"]],
    ["has nobody when the chain ends with somebody away", { bob: "carol", carol: null }, ["bob for -, away"]],
    ["has nobody when the chain is a circle", { bob: "carol", carol: "bob" }, ["bob for -, away"]],
    ["is not covered by the author", { bob: "alice" }, ["bob for -, away"]],
    ["has nobody when nobody covers", { bob: null }, ["bob for -, away"]],
  ])("%s", (_, away, expected) => expect(who(away)).toEqual(expected));
  it("is not covered by somebody who has answered already", () =>
    expect(who({ bob: "carol" }, [request(), request("carol"), approve("carol")])).toEqual([
      "bob for -, away",
    ]));
  it("has nobody, and the line says so", () =>
    expect(renderTurnLine(judge([request()], { turns: people({ bob: null }) }), english)).toContain(
      "Waiting for `bob` (away, without cover) to review",
    ));
});

describe("logins that people type compare without case", () => {
  const status = (text: string): Step => ({ does: "comment", by: "alice", text });
  const snooze = (by: string): Step => ({
    does: "/async snooze",
    by,
    span: { type: "duration", duration: "9 days" },
  });
  const covered = (people: Record<string, { away: { from: string; to: string; cover: string }[] }>) =>
    turnsSchema.parse({ hours: { time_zone: "UTC" }, people });
  const away = (cover: string) => ({ away: [{ from: "2026-11-02", to: "2026-11-20", cover }] });

  it("a blocker who has a review to do anyway is not asked twice", () => {
    const steps = [request(), request("carol"), ask(), status("Status: half.\nBlocker: @Carol has the key")];
    expect(tell(steps)).toEqual(["reviewer carol 02T09 requested"]);
  });

  it("a blocker's own snooze is theirs alone", () => {
    const steps = [
      request("carol"),
      ask(),
      status("Status: half.\nBlocker: @Dana has the key"),
      snooze("dana"),
    ];
    expect(judge(steps).turns.map(({ login, snoozedUntil }) => [login, snoozedUntil !== null])).toEqual([
      ["carol", false],
      ["Dana", true],
    ]);
  });

  it("a chain of covers ends where it began", () => {
    const turns = covered({ bob: away("Carol"), carol: away("Bob") });
    const [turn] = judge([request()], { turns }).turns;
    expect([turn?.login, turn?.coverFor, turn?.isAway]).toEqual(["bob", null, true]);
    expect(listCovers(turns, "bob")).toEqual(["bob", "Carol"]);
  });

  it("a cover whose name is typed in another way is not told a second time", () => {
    const [turn] = judge([request()], { turns: covered({ bob: away("Carol") }) }).turns;
    const sent = { turn: nameTurn({ ...turn!, login: "carol" }), step: 1 };
    expect(isAbout(sent, hour(20), turn!)).toBe(true);
  });

  it("a team that blocks is known on a fork's pull request when it was asked", () => {
    const steps = [
      request("acme/web"),
      request(),
      ask(),
      status("Status: x.\nBlocker: @Acme/Web has the key"),
    ];
    expect(tell(steps, { opened: { fork: true } })).toEqual(["reviewer acme/web 02T08 requested"]);
  });
});

describe("a snooze stops the turns that ran when it was said", () => {
  const snooze = (by: string): Step => ({
    does: "/async snooze",
    by,
    span: { type: "duration", duration: "9 days" },
  });
  const status = (text: string): Step => ({ does: "comment", by: "alice", text });
  const away = (login: string, cover: string) => ({
    turns: turnsSchema.parse({
      hours: { time_zone: "UTC" },
      people: { [login]: { away: [{ from: "2026-11-02", to: "2026-11-20", cover }] } },
    }),
  });
  it.each<[string, Step[], Around, string[]]>([
    [
      "all of them, when the speaker had none then and has one now",
      [request(), request("carol"), snooze("alice"), ask("question", "t1", "carol")],
      {},
      ["bob snoozed", "alice"],
    ],
    [
      "the speaker's own, although it has ended since",
      [request(), request("carol"), snooze("bob"), approve()],
      {},
      ["carol"],
    ],
    [
      "the speaker's own as a cover, and nobody else's",
      [request(), request("carol"), snooze("dave")],
      away("bob", "dave"),
      ["dave snoozed", "carol"],
    ],
    [
      "an author's own, which a review request has ended since",
      [request(), request("carol"), ask(), snooze("alice"), request()],
      {},
      ["bob", "carol"],
    ],
    [
      "a blocker's own, who has answered since",
      [
        request(),
        request("carol"),
        ask(),
        status("Status: half.\nBlocker: @dana has the key"),
        snooze("dana"),
        say("dana", "Here it is."),
      ],
      {},
      ["carol", "alice"],
    ],
    [
      "those with a review to give, when the author removed from the queue has pushed since",
      [
        request(),
        { does: "enqueue" },
        { does: "dequeue", by: "bob", text: "failed checks" },
        snooze("alice"),
        push,
      ],
      {},
      ["bob"],
    ],
    ["none that began later", [request(), snooze("alice"), request("carol")], {}, ["bob snoozed", "carol"]],
  ])("%s", (_, steps, around, expected) => {
    const told = judge(steps, around).turns.map(
      ({ login, snoozedUntil }) => `${login}${snoozedUntil === null ? "" : " snoozed"}`,
    );
    expect(told).toEqual(expected);
  });
});

describe("a bot's pull request", () => {
  const opened = { author: "copilot[bot]" };
  const permissions = new Map<string, "write" | "read">([
    ["dana", "write"],
    ["eve", "read"],
  ]);
  const assign = (of: string): Step => ({ does: "assign", of });
  it.each<[string, Step[], string[]]>([
    ["is nobody's without an assignee", [ask()], ["idle"]],
    ["is its assignee's", [assign("dana"), ask()], ["author dana 02T09 asked"]],
    ["is nobody's when the assignee cannot push", [assign("eve"), ask()], ["idle"]],
    ["is the first one's who can", [assign("eve"), assign("dana"), ask()], ["author dana 02T10 asked"]],
    [
      "is answered by its assignee",
      [assign("dana"), ask(), reply("So.", "dana")],
      ["reviewer bob 02T10 answered"],
    ],
    [
      "is answered by the bot, too",
      [assign("dana"), ask(), reply("So.", "copilot[bot]")],
      ["reviewer bob 02T10 answered"],
    ],
    [
      "is pushed to by the bot",
      [assign("dana"), changes(), { does: "push", by: "copilot[bot]" }],
      ["reviewer bob 02T10 answered"],
    ],
    [
      "is reviewed by its assignee when they are asked",
      [assign("dana"), request("dana")],
      ["reviewer dana 02T09 requested"],
    ],
    [
      "is approved by its assignee when they are asked",
      [assign("dana"), request("dana"), approve("dana")],
      ["approved"],
    ],
    [
      "is the bot's to change when its assignee wants changes",
      [assign("dana"), request("dana"), changes("dana", { id: "t1" })],
      ["idle"],
    ],
    [
      "and its assignee's to review when the bot has pushed",
      [assign("dana"), request("dana"), changes("dana"), { does: "push", by: "copilot[bot]" }],
      ["reviewer dana 02T11 answered"],
    ],
  ])("%s", (_, steps, expected) => expect(tell(steps, { opened, permissions })).toEqual(expected));
});

describe("the merge queue", () => {
  const out = (by: string, text = "failed checks"): Step[] => [
    approve(),
    { does: "enqueue" },
    { does: "dequeue", by, text },
  ];
  it.each<[string, Step[], string[]]>([
    ["puts it out: the author's move", out("github-merge-queue[bot]"), ["queue alice 02T10 queue"]],
    ["is left by a maintainer's hand: the author's move", out("bob"), ["queue alice 02T10 queue"]],
    ["is left by the author's hand: nobody's", out("alice"), ["approved"]],
    ["has it again: nobody's", [...out("bob"), { does: "enqueue" }], ["approved"]],
    ["put it out before a push: nobody's", [...out("bob"), push], ["approved"]],
    ["put it out and it was merged", [...out("bob"), { does: "merge" }], ["closed"]],
  ])("%s", (_, steps, expected) => expect(tell(steps)).toEqual(expected));
});

describe("nobody's turn", () => {
  it.each<[string, Step[], Around, RegExp]>([
    ["nobody was asked", [], {}, /^No reviewer since .* Request a review/],
    [
      "only bots were asked",
      [request("copilot[bot]")],
      {},
      /^Waiting for a review by `copilot\[bot\]` alone since .* Ask a person/,
    ],
    [
      "the branch wants more approvals",
      [request(), approve()],
      ruled,
      /every reviewer has answered, but the branch needs another approval/,
    ],
    [
      "an outsider's answer is none",
      [request("mallory"), approve("mallory")],
      {},
      /nobody who can push has approved/,
    ],
    [
      "it waits for a bot",
      [ask()],
      { opened: { author: "dependabot[bot]" } },
      /^Waiting for a bot \(`dependabot\[bot\]`\) since .* Assign somebody/,
    ],
    ["it is approved", [request(), approve()], {}, /^Approved on .* Merge it/],
    [
      "it waits for a bot, and so does its assignee",
      [{ does: "assign", of: "dana" }, request("dana"), changes("dana")],
      { opened: { author: "copilot[bot]" }, permissions: new Map([["dana", "write"]]) },
      /^Waiting for a bot \(`copilot\[bot\]`\) since .* Its next push hands the turn back/,
    ],
    ["it waits in the queue", [approve(), { does: "enqueue" }], {}, /, and waiting in the merge queue/],
    ["it is a draft", [request(), { does: "draft" }], {}, /^Draft since .* Turns start/],
    ["it is closed", [request(), { does: "close" }], {}, /^Closed on .* Reopen it/],
  ])("is said when %s, with what would change it", (_, steps, around, line) =>
    expect(renderTurnLine(judge(steps, around), english)).toMatch(line),
  );
});

describe("the table", () => {
  const next = (steps: Step[], around: Around = {}) => [...judge(steps, around).next.values()];
  it.each<[string, Step[], Around, (string | null)[]]>([
    ["names the author while they are asked", [request(), ask()], {}, ["alice"]],
    ["names the reviewer when they are answered", [request(), ask(), reply()], {}, ["bob"]],
    ["names the reviewer who was asked again", [request(), ask(), request()], {}, ["bob"]],
    [
      "names the author for an answered thread, too, while another waits",
      [request(), review("bob", "commented", { id: "t1" }, { id: "t2" }), reply()],
      {},
      ["alice", "alice"],
    ],
    ["names nobody in a draft", [request(), ask(), { does: "draft" }], {}, []],
    [
      "names nobody once it is approved",
      [request(), approve("bob", { id: "t1", kind: "question" })],
      {},
      [null],
    ],
    [
      "names the author for what holds it",
      [request(), approve("bob", { id: "t1", kind: "blocking" })],
      {},
      ["alice"],
    ],
    ["names nobody for an outsider's", [request(), ask("question", "t1", "mallory")], {}, [null]],
    [
      "names the bot whose pull request it is",
      [ask()],
      { opened: { author: "dependabot[bot]" } },
      ["dependabot[bot]"],
    ],
  ])("%s", (_, steps, around, expected) => expect(next(steps, around)).toEqual(expected));
});
