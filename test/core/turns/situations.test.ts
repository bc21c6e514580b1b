import { describe, expect, it } from "vitest";
import { turnsSchema } from "../../../src/core/config/schema/turns-schema.ts";
import { renderTurnLine } from "../../../src/core/render/turn-line.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import { listCovers } from "../../../src/core/turns/clock/find-away.ts";
import { findTold, nameTurn } from "../../../src/core/turns/sent-reminders.ts";
import { readCpuTime } from "../../cpu-time.ts";
import { newComment } from "./life/new-pull-request.ts";
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
      "ends no blocking thread that is opened later",
      [request(), approve(), ask("blocking")],
      {},
      ["author alice 02T10 asked"],
    ],
    [
      "ends no blocking thread when a branch rule is met",
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
      "counts fully once the blocking thread is resolved",
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
      "is open again after a new request",
      [request(), approve(), push, request()],
      {},
      ["reviewer bob 02T11 requested"],
    ],
    [
      "is open again after a new request, whatever the rule says",
      [request(), approve(), request()],
      decided(),
      ["reviewer bob 02T10 requested"],
    ],
    ["counts when it is given a second time", [request(), approve(), request(), approve()], {}, ["approved"]],
    [
      "counts again when the second request is taken back",
      [request(), approve(), request(), { does: "unrequest", of: "bob" }],
      decided(),
      ["approved"],
    ],
    [
      "without a rule, waits for everybody who was asked",
      [request(), request("carol"), approve()],
      {},
      ["reviewer carol 02T09 requested"],
    ],
    [
      "without a rule, waits for an answer to a requested reviewer's question",
      [request(), request("carol"), approve(), ask("question", "t1", "carol")],
      {},
      ["author alice 02T11 asked"],
    ],
    [
      "without a rule, counts fully when all have answered",
      [request(), request("carol"), approve(), approve("carol")],
      {},
      ["approved"],
    ],
    ["with a rule, ends everybody's turn", [request(), request("carol"), approve()], decided(), ["approved"]],
    ["doesn't wait for a bot", [request(), request("copilot[bot]"), approve()], {}, ["approved"]],
    [
      "ends nothing when an outsider gives it",
      [request(), approve("mallory")],
      {},
      ["reviewer bob 02T08 requested"],
    ],
    ["approves nothing when an outsider gives it", [approve("mallory")], {}, ["unassigned"]],
    [
      "is a requested outsider's answer, and approves nothing",
      [request("mallory"), approve("mallory")],
      {},
      ["unassigned"],
    ],
    [
      "without a rule, is held by a request for changes that stands",
      [request(), changes("carol"), approve()],
      {},
      ["author alice 02T09 asked"],
    ],
    [
      "isn't held by an outsider's request for changes",
      [request(), changes("mallory"), approve()],
      {},
      ["approved"],
    ],
    [
      "leaves the other requested reviewers when it isn't enough",
      [request(), request("carol"), approve()],
      ruled,
      ["reviewer carol 02T09 requested"],
    ],
    [
      "replaces the same person's request for changes",
      [request(), changes(), push, approve()],
      {},
      ["approved"],
    ],
  ])("%s", (_, steps, around, expected) => expect(tell(steps, around)).toEqual(expected));

  it("gives nobody the merge while a blocking thread is open", () => {
    const turns = turnsSchema.parse({ hours: { time_zone: "UTC" }, remind: { merge: "4 business hours" } });
    expect(judge([request(), approve("bob", { id: "t1", kind: "blocking" })], { turns }).merge).toBeNull();
    expect(judge([request(), approve()], { turns }).merge?.login).toBe("alice");
  });
});

describe("a dismissal", () => {
  it.each<[string, Step[], Around, string[]]>([
    [
      "changes nothing for a review that was replaced",
      [request(), changes(), approve(), { does: "dismiss", of: "bob", text: "first" }],
      {},
      ["approved"],
    ],
    [
      "asks for another review when it dismisses the newest",
      [request(), approve(), { does: "dismiss", of: "bob" }],
      {},
      ["reviewer bob 02T10 dismissed"],
    ],
    [
      "gives back the turn when it dismisses a request for changes",
      [request(), changes(), { does: "dismiss", of: "bob" }],
      {},
      ["reviewer bob 02T10 dismissed"],
    ],
    [
      "changes nothing for an outsider's review",
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
    ["counts when it is forced", [...blocked, forcePush], ["reviewer bob 02T10 answered"]],
    [
      "keeps, when forced, the turn that an ordinary push began",
      [...blocked, push, forcePush, forcePush],
      ["reviewer bob 02T10 answered"],
    ],
    [
      "doesn't count when it only merges the base branch",
      [...blocked, { does: "merge base" }],
      ["author alice 02T09 asked"],
    ],
    [
      "doesn't count when a bot makes it",
      [...blocked, { does: "push", by: "fix[bot]" }],
      ["author alice 02T09 asked"],
    ],
  ])("%s", (_, steps, expected) => expect(tell(steps)).toEqual(expected));

  it("counts when it goes back to an older head, although no commit is new", () => {
    const change = ({ pullRequest }: World) => {
      pullRequest.timeline.push({
        ...{ id: "F1", type: "head_ref_force_pushed", createdAt: hour(12), actor: "alice", before: null },
      });
    };
    expect(tell(blocked, { change })).toEqual(["reviewer bob 02T12 answered"]);
  });

  it("starts no new turn when it is forced, day after day", () => {
    const names = [0, 1, 2, 3].map((rebases) =>
      judge([...blocked, push, ...Array.from({ length: rebases }, () => forcePush)]).turns.map(nameTurn),
    );
    expect(new Set(names.flat()).size).toBe(1);
  });
});

describe("a reply or an edit", () => {
  it.each<[string, Step[], string[]]>([
    [
      'asks nothing when it says "thanks" after an answer',
      [request(), ask(), reply(), reply("Thanks!", "bob")],
      ["reviewer bob 02T10 answered"],
    ],
    [
      "asks nothing when it praises an answer",
      [request(), ask(), reply(), reply("praise: neat", "bob")],
      ["reviewer bob 02T10 answered"],
    ],
    [
      "asks nothing when it agrees with an answer",
      [request(), ask(), reply(), reply("Makes sense.", "bob")],
      ["reviewer bob 02T10 answered"],
    ],
    [
      'gives the author the turn when it says "yes" to their own question',
      [request(), ask(), reply("Should I use a set?"), reply("Yes.", "bob")],
      ["author alice 02T11 asked"],
    ],
    [
      "leaves the turn to the reviewer when it only thanks for the author's question",
      [request(), ask(), reply("Like this?"), reply("Perfect, thank you.", "bob")],
      ["reviewer bob 02T10 answered"],
    ],
    [
      "asks again when it responds to an answer without a prefix",
      [request(), ask(), reply(), reply("It still races.", "bob")],
      ["author alice 02T11 asked"],
    ],
    [
      "answers nothing when the author only says thanks",
      [request(), ask(), reply("Thank you!")],
      ["author alice 02T09 asked"],
    ],
    [
      'answers when the author says "done"',
      [request(), ask(), reply("Done.")],
      ["reviewer bob 02T10 answered"],
    ],
    [
      "asks the author when a third person questions an answered thread",
      [ask(), reply(), reply("And in UTC?", "carol")],
      ["reviewer bob 02T09 answered", "author alice 02T10 asked"],
    ],
    [
      "asks nothing when a third person remarks on an answered thread",
      [ask(), reply(), reply("I see it the same way.", "carol")],
      ["reviewer bob 02T09 answered"],
    ],
    [
      "asks nothing with a question mark that nobody sees",
      [ask(), reply(), reply("I see it the same way. <!-- or not? -->", "carol")],
      ["reviewer bob 02T09 answered"],
    ],
    [
      "asks nobody when an outsider questions",
      [request(), ask("question", "t1", "mallory")],
      ["reviewer bob 02T08 requested"],
    ],
    [
      "asks the author when a requested outsider questions",
      [request("mallory"), ask("question", "t1", "mallory")],
      ["author alice 02T09 asked"],
    ],
    [
      "asks the author when its writer's account is deleted",
      [ask("blocking", "t1", "ghost")],
      ["author alice 02T08 asked"],
    ],
    [
      "leaves nobody to look at the answer when the asker's account is deleted",
      [ask("question", "t1", "ghost"), reply()],
      ["unassigned"],
    ],
    [
      "keeps the gate held when a deleted account's blocker is answered and pushed for",
      [ask("blocking", "t1", "ghost"), reply(), push],
      ["author alice 02T08 asked"],
    ],
    [
      "asks no more once anybody resolves the deleted account's thread",
      [request(), ask("blocking", "t1", "ghost"), resolve("dave")],
      ["reviewer bob 02T08 requested"],
    ],
    [
      'ends the turn of somebody never asked when it says "thanks"',
      [request(), ask("question", "t1", "carol"), reply(), reply("Thanks!", "carol")],
      ["reviewer bob 02T08 requested"],
    ],
    [
      "ends the turn of somebody never asked when it praises, agrees or says what helped",
      [ask("question", "t1", "carol"), reply(), reply("praise: clear", "carol")],
      ["unassigned"],
    ],
    [
      "ends the turn of somebody never asked as a comment below a comment",
      [
        say("carol", "question: why a map?"),
        say("alice", "It is faster."),
        say("carol", "Thanks, that helps!"),
      ],
      ["unassigned"],
    ],
    [
      "keeps the turn of somebody never asked when it is a real answer",
      [ask("question", "t1", "carol"), reply(), reply("It is not, see the benchmark.", "carol")],
      ["author alice 02T10 asked"],
    ],
    [
      "keeps the turn of somebody never asked while their blocker stands",
      [ask("blocking", "t1", "carol"), reply(), push, reply("Thanks!", "carol")],
      ["reviewer carol 02T10 answered"],
    ],
    [
      "gives no turn to somebody who thanks in another person's thread",
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

  it("counts from the moment at which a resolved thread is reopened", () => {
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
    [
      "has no cover when the chain ends with somebody who is away",
      { bob: "carol", carol: null },
      ["bob for -, away"],
    ],
    ["has no cover when the chain is a circle", { bob: "carol", carol: "bob" }, ["bob for -, away"]],
    ["isn't covered by the author", { bob: "alice" }, ["bob for -, away"]],
    ["has no cover when none is named", { bob: null }, ["bob for -, away"]],
  ])("%s", (_, away, expected) => expect(who(away)).toEqual(expected));
  it("isn't covered by somebody who has answered already", () =>
    expect(who({ bob: "carol" }, [request(), request("carol"), approve("carol")])).toEqual([
      "bob for -, away",
    ]));
  it("has no cover left, and the line says so", () =>
    expect(renderTurnLine(judge([request()], { turns: people({ bob: null }) }), english)).toContain(
      "Waiting for `bob` (away, without cover) to review",
    ));
});

describe("a login that people type in another case", () => {
  const status = (text: string): Step => ({ does: "comment", by: "alice", text });
  const snooze = (by: string): Step => ({
    does: "/async snooze",
    by,
    span: { type: "duration", duration: "9 days" },
  });
  const covered = (people: Record<string, { away: { from: string; to: string; cover: string }[] }>) =>
    turnsSchema.parse({ hours: { time_zone: "UTC" }, people });
  const away = (cover: string) => ({ away: [{ from: "2026-11-02", to: "2026-11-20", cover }] });

  it("names a blocker who isn't asked twice when they have a review to do", () => {
    const steps = [request(), request("carol"), ask(), status("Status: half.\nBlocker: @Carol has the key")];
    expect(tell(steps)).toEqual(["reviewer carol 02T09 requested"]);
  });

  it("names a blocker whose snooze is theirs alone", () => {
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

  it("names a cover, and a chain of covers ends where it began", () => {
    const turns = covered({ bob: away("Carol"), carol: away("Bob") });
    const [turn] = judge([request()], { turns }).turns;
    expect([turn?.login, turn?.coverFor, turn?.isAway]).toEqual(["bob", null, true]);
    expect(listCovers(turns, "bob")).toEqual(["bob", "Carol"]);
  });

  it("names a cover who isn't told a second time", () => {
    const [turn] = judge([request()], { turns: covered({ bob: away("Carol") }) }).turns;
    const sent = { turn: nameTurn({ ...turn!, login: "carol" }), step: 1 };
    const reminder = { id: "C1", createdAt: hour(20), isMinimized: false, parts: [sent] };
    expect(findTold([reminder], turn!).step).toBe(1);
  });

  it("names a blocking team, known on a fork's pull request because it was asked", () => {
    const steps = [
      request("acme/web"),
      request(),
      ask(),
      status("Status: x.\nBlocker: @Acme/Web has the key"),
    ];
    expect(tell(steps, { opened: { fork: true } })).toEqual(["reviewer acme/web 02T08 requested"]);
  });
});

describe("a snooze", () => {
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
      "stops every running turn when its speaker had none then and has one now",
      [request(), request("carol"), snooze("alice"), ask("question", "t1", "carol")],
      {},
      ["bob snoozed", "alice"],
    ],
    [
      "stops its speaker's own turn, although that has ended since",
      [request(), request("carol"), snooze("bob"), approve()],
      {},
      ["carol"],
    ],
    [
      "stops the turn that its speaker covers, and no other",
      [request(), request("carol"), snooze("dave")],
      away("bob", "dave"),
      ["dave snoozed", "carol"],
    ],
    [
      "stops its author's own turn, although a review request has ended that since",
      [request(), request("carol"), ask(), snooze("alice"), request()],
      {},
      ["bob", "carol"],
    ],
    [
      "stops a blocker's own turn, although they have answered since",
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
      "stops reviewers' turns when the author, removed from the queue, has pushed since",
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
    [
      "stops its author's own turn, although the review that made a thread block was replaced since",
      [request(), request("carol"), changes("bob", { id: "t1" }), reply(), snooze("alice"), push, approve()],
      {},
      ["carol"],
    ],
    [
      "stops its author's own turn, although the review that made a thread block was dismissed since",
      [
        request(),
        request("carol"),
        changes("bob", { id: "t1" }),
        reply(),
        snooze("alice"),
        { does: "dismiss", of: "bob" },
      ],
      {},
      ["bob", "carol"],
    ],
    [
      "stops no turn that began later",
      [request(), snooze("alice"), request("carol")],
      {},
      ["bob snoozed", "carol"],
    ],
  ])("%s", (_, steps, around, expected) => {
    const told = judge(steps, around).turns.map(
      ({ login, snoozedUntil }) => `${login}${snoozedUntil === null ? "" : " snoozed"}`,
    );
    expect(told).toEqual(expected);
  });

  it("stops the author's turn to merge, although a team was asked whose answer nobody sees", () => {
    const { merge } = judge([request("acme/web"), approve(), snooze("alice")], {
      turns: turnsSchema.parse({ hours: { time_zone: "UTC" }, remind: { merge: "1 business day" } }),
      change: ({ pullRequest }) => {
        pullRequest.reviewRequests = [];
      },
    });
    expect(merge?.snoozedUntil).toBe("2026-11-11T10:00:00Z");
  });

  it("costs little, however many are said and however long the author's status updates are", () => {
    const before = readCpuTime();
    const { turns } = judge([request(), ask()], {
      change({ pullRequest, commands }) {
        const text = `Status: half\n${"Blocker: the key, the door and so on\n".repeat(1600)}`;
        for (let nth = 0; nth < 200; nth++)
          pullRequest.comments.push(newComment(`S${nth}`, "alice", hour(11), text));
        const span = { type: "duration" as const, duration: "1 day" };
        for (let nth = 0; nth < 200; nth++)
          commands.snoozes.push({
            ...{ id: `C${nth % 10}`, at: hour(12 + (nth % 10)), by: "alice", span, endedAt: null },
          });
      },
    });
    expect(turns.map(({ login }) => login)).toEqual(["alice"]);
    expect(readCpuTime() - before).toBeLessThan(2000);
  });
});

describe("the pull request of an account that nobody reads", () => {
  const assign = (of: string): Step => ({ does: "assign", of });
  const permissions = new Map([["dana", "write" as const]]);
  it.each<[string, Step[], string]>([
    [
      "waits for somebody to be assigned",
      [ask()],
      "Waiting for the author since Monday 2 November, 08:00 (UTC), but nobody reads the account `ghost`. Assign somebody who can push, and it's their turn.",
    ],
    [
      "waits for a push, when its assignee asked for something",
      [assign("dana"), request("dana"), changes("dana")],
      "Waiting for the author since Monday 2 November, 10:00 (UTC), but nobody reads the account `ghost`. A push hands the turn back.",
    ],
  ])("%s", (_, steps, expected) => {
    const verdict = judge(steps, { opened: { author: "ghost" }, permissions });
    expect(renderTurnLine(verdict, english)).toBe(expected);
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
    [
      "waits for the blocker whom its assignee names",
      [assign("dana"), ask(), say("dana", "Status: half.\nBlocker: @carol has the key")],
      ["blocker carol 02T10 blocker"],
    ],
    [
      "is its assignee's, who cannot be their own blocker",
      [assign("dana"), ask(), say("dana", "Status: half.\nBlocker: @dana")],
      ["author dana 02T09 asked"],
    ],
    ["is its assignee's", [assign("dana"), ask()], ["author dana 02T09 asked"]],
    ["is nobody's when the assignee can't push", [assign("eve"), ask()], ["idle"]],
    [
      "is its first assignee's who can push",
      [assign("eve"), assign("dana"), ask()],
      ["author dana 02T10 asked"],
    ],
    [
      "is answered by its assignee",
      [assign("dana"), ask(), reply("So.", "dana")],
      ["reviewer bob 02T10 answered"],
    ],
    [
      "is answered by the bot as well",
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
      "is its assignee's to review when the bot has pushed",
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
    [
      "gives the author the turn when it removes the pull request",
      out("github-merge-queue[bot]"),
      ["queue alice 02T10 queue"],
    ],
    [
      "gives the author the turn when a maintainer removes the pull request",
      out("bob"),
      ["queue alice 02T10 queue"],
    ],
    ["gives nobody the turn when the author removes the pull request", out("alice"), ["approved"]],
    [
      "gives nobody the turn when it has the pull request again",
      [...out("bob"), { does: "enqueue" }],
      ["approved"],
    ],
    ["gives nobody the turn when a push follows the removal", [...out("bob"), push], ["approved"]],
    [
      "gives nobody the turn when the removed pull request is merged",
      [...out("bob"), { does: "merge" }],
      ["closed"],
    ],
  ])("%s", (_, steps, expected) => expect(tell(steps)).toEqual(expected));
});

describe("the line when it is nobody's turn", () => {
  it.each<[string, Step[], Around, RegExp]>([
    ["nobody was asked", [], {}, /^No reviewer since .* Request a review/],
    [
      "only bots were asked",
      [request("copilot[bot]")],
      {},
      /^Waiting only for a review by `copilot\[bot\]` since .* Ask a person/,
    ],
    [
      "the branch wants more approvals",
      [request(), approve()],
      ruled,
      /every reviewer has answered, but the branch needs another approval/,
    ],
    [
      "an outsider's approval doesn't count",
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
      "it waits for a bot whose assignee asked for changes",
      [{ does: "assign", of: "dana" }, request("dana"), changes("dana")],
      { opened: { author: "copilot[bot]" }, permissions: new Map([["dana", "write"]]) },
      /^Waiting for a bot \(`copilot\[bot\]`\) since .* Its next push hands the turn back/,
    ],
    ["it waits in the queue", [approve(), { does: "enqueue" }], {}, /, and waiting in the merge queue/],
    ["it is a draft", [request(), { does: "draft" }], {}, /^Draft since .* Turns start/],
    ["it is closed", [request(), { does: "close" }], {}, /^Closed on .* Reopen it/],
  ])("says what would change that when %s", (_, steps, around, line) =>
    expect(renderTurnLine(judge(steps, around), english)).toMatch(line),
  );
});

describe("who moves next in each thread", () => {
  const next = (steps: Step[], around: Around = {}) => [...judge(steps, around).next.values()];
  it.each<[string, Step[], Around, (string | null)[]]>([
    ["is the author while they are asked", [request(), ask()], {}, ["alice"]],
    ["is the reviewer when they are answered", [request(), ask(), reply()], {}, ["bob"]],
    ["is the reviewer who was asked again", [request(), ask(), request()], {}, ["bob"]],
    [
      "is the author for an answered thread too, while another waits",
      [request(), review("bob", "commented", { id: "t1" }, { id: "t2" }), reply()],
      {},
      ["alice", "alice"],
    ],
    ["is nobody in a draft", [request(), ask(), { does: "draft" }], {}, []],
    [
      "is nobody once it is approved",
      [request(), approve("bob", { id: "t1", kind: "question" })],
      {},
      [null],
    ],
    [
      "is the author while a blocking thread is open",
      [request(), approve("bob", { id: "t1", kind: "blocking" })],
      {},
      ["alice"],
    ],
    ["is nobody for an outsider's thread", [request(), ask("question", "t1", "mallory")], {}, [null]],
    [
      "is the bot for its own pull request",
      [ask()],
      { opened: { author: "dependabot[bot]" } },
      ["dependabot[bot]"],
    ],
  ])("%s", (_, steps, around, expected) => expect(next(steps, around)).toEqual(expected));
});
