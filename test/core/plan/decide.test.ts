import { describe, expect, it } from "vitest";
import { withStickyMarker } from "../../../src/core/marker.ts";
import { decide } from "../../../src/core/plan/decide.ts";
import type { Facts } from "../../../src/core/plan/facts.ts";
import { emptyPlan } from "../../../src/core/planned.ts";
import type { PullRequest } from "../../../src/core/pull-request.ts";
import { buildComment, ownBot, user } from "../../build-observation.ts";
import { buildFacts, complete } from "./build-facts.ts";

const descriptionChecks = (facts: Facts) =>
  decide(facts).checkRuns.filter(({ name }) => name === "async / description");

const blocking = "version: 1\nenforcement: block\n";

describe("the description check", () => {
  it.each([
    ["complete", { body: complete }, null, "success", "Complete"],
    [
      "incomplete, without a config",
      {},
      null,
      "neutral",
      "1 of 5 sections: approach, risk, testing and review focus are missing",
    ],
    [
      "incomplete, under block",
      {},
      blocking,
      "failure",
      "1 of 5 sections: approach, risk, testing and review focus are missing",
    ],
    ["a draft", { isDraft: true }, blocking, "success", "Not checked: draft"],
    [
      "a bot's",
      { author: { login: "dependabot[bot]", type: "bot" as const } },
      blocking,
      "success",
      "Not checked: opened by a bot",
    ],
    ["a fork's", { isCrossRepository: true, body: complete }, null, "success", "Complete"],
    [
      "empty",
      { body: "" },
      null,
      "neutral",
      "0 of 5 sections: context, approach, risk, testing and review focus are missing",
    ],
    [
      "opened before enforce_from",
      {},
      `${blocking}enforce_from: 2026-03-03\n`,
      "neutral",
      "1 of 5 sections: approach, risk, testing and review focus are missing",
    ],
  ] as const)(
    "concludes at once when the description is %s",
    (_case, pullRequest, config, conclusion, title) => {
      const checkRuns = descriptionChecks(buildFacts(pullRequest as Partial<PullRequest>, { config }));
      expect(checkRuns.map((run) => [run.name, run.conclusion, run.title])).toEqual([
        ["async / description", conclusion, title],
      ]);
    },
  );

  it("offers to insert only what is missing", () => {
    const identifiers = (pullRequest: Partial<PullRequest>) =>
      decide(buildFacts(pullRequest)).checkRuns[0]?.buttons.map(({ identifier }) => identifier);
    expect(identifiers({})).toEqual(["insert", "recheck"]);
    expect(identifiers({ body: complete })).toEqual(["recheck"]);
  });

  it("keeps its buttons within GitHub's limits", () => {
    for (const { label, description, identifier } of decide(buildFacts({})).checkRuns[0]!.buttons) {
      expect([label.length <= 20, description.length <= 40, identifier.length <= 20]).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  it("isn't planned where the config turns it off", () => {
    expect(descriptionChecks(buildFacts({}, { config: "checks: {description: false}\n" }))).toEqual([]);
  });

  it("reports the places of the config that can't be used", () => {
    const { summary } = decide(buildFacts({}, { config: "enforcement: maybe\n" })).checkRuns[0]!;
    expect(summary).toContain(".github/async.yml:1:14");
  });

  it("says that reading gave up, and blocks only where findings would", () => {
    const slow = { description: { unread: "containers" as const } };
    expect(decide(buildFacts({}, slow)).checkRuns[0]).toMatchObject({ conclusion: "neutral" });
    const [run] = decide(buildFacts({}, { ...slow, config: blocking })).checkRuns;
    expect(run?.conclusion).toBe("failure");
    expect(run?.summary).toContain("Shorten or simplify it");
  });

  it("comes with no comment and no insertion when reading gave up, and an exemption wins", () => {
    const description = { unread: "containers" as const };
    const intent = { deliveryId: "d-1", identifier: "insert", sender: "alice", permission: "none" } as const;
    const plan = decide(buildFacts({}, { description, intents: [intent], config: blocking }));
    expect([
      plan.comment,
      plan.bodyEdit,
      plan.checkRuns[0]?.buttons.map(({ identifier }) => identifier),
    ]).toEqual([null, null, ["recheck"]]);
    const draft = decide(buildFacts({ isDraft: true }, { description, config: blocking })).checkRuns[0];
    expect([draft?.conclusion, draft?.title]).toEqual(["success", "Not checked: draft"]);
  });
});

describe("a plan after a text couldn't be read in time", () => {
  it("holds the review check as an open blocking thread would, and writes nothing else", () => {
    const unread = { conversation: "time" };
    const command = buildComment({ author: user("alice"), body: "/async recheck" });
    const say = (config: string) => {
      const plan = decide(buildFacts({ body: complete, comments: [command] }, { config, unread }));
      const { checkRuns, ...rest } = plan;
      const { checkRuns: _, ...nothing } = emptyPlan;
      expect(rest).toEqual(nothing);
      return checkRuns.map(({ name, conclusion, title }) => [name, conclusion, title]);
    };
    const title = "This conversation can't be read";
    expect(say(blocking)).toEqual([
      ["async / description", "success", "Complete"],
      ["async / review", "failure", title],
    ]);
    expect(say("version: 1\n")[1]).toEqual(["async / review", "neutral", title]);
  });

  it("treats a changed config that couldn't be read as a broken one", () => {
    const file = { path: ".github/async.yml", additions: 1, deletions: 0, changeType: "modified" } as const;
    const say = (config: string) => {
      const facts = buildFacts({ files: [file] }, { config, unread: { changedConfig: "time" } });
      const run = decide(facts).checkRuns.find(({ name }) => name === "async / config");
      return [run?.conclusion, run?.title];
    };
    expect(say(blocking)).toEqual(["failure", "This config can't be read"]);
    expect(say("version: 1\n")).toEqual(["neutral", "This config can't be read"]);
  });
});

describe("the sticky comment", () => {
  const sticky = buildComment({
    author: ownBot,
    databaseId: 5,
    body: withStickyMarker("A reviewer…", "0".repeat(16)),
  });
  const planned = (pullRequest: Partial<PullRequest>, rest: Parameters<typeof buildFacts>[1] = {}) => {
    const { comment, wakeAt } = decide(buildFacts(pullRequest, rest));
    return { create: comment?.create ?? null, body: comment?.body ?? null, wakeAt };
  };

  it("waits for two minutes after the latest of created, ready, reopened and edited", () => {
    const created = "2026-03-02T09:00:00Z";
    expect(planned({}, { now: "2026-03-02T09:01:59Z" })).toMatchObject({
      create: false,
      wakeAt: "2026-03-02T09:02:00Z",
    });
    expect(planned({}, { now: "2026-03-02T09:02:00Z" })).toMatchObject({ create: true, wakeAt: null });
    const ready = {
      id: "E1",
      type: "ready_for_review" as const,
      createdAt: "2026-03-02T10:00:00Z",
      actor: "alice",
    };
    expect(planned({ timeline: [ready] }, { now: "2026-03-02T10:00:30Z" }).wakeAt).toBe(
      "2026-03-02T10:02:00Z",
    );
    expect(
      planned({ createdAt: created, lastEditedAt: "2026-03-02T11:00:00Z" }, { now: "2026-03-02T11:00:30Z" })
        .wakeAt,
    ).toBe("2026-03-02T11:02:00Z");
  });

  it("offers exactly the missing part, mentions nobody and doesn't scold", () => {
    const { body } = planned({});
    expect(body).toContain("A reviewer will ask about approach, risk, testing and review focus.");
    expect(body).toContain("## Risk\n<!-- ");
    expect(body).not.toContain("## Context");
    expect(body).not.toMatch(/@\w/);
    expect(body).toContain("This does not block merging.");
  });

  it("isn't written when all is well, when only warnings are left, or when nothing is asked", () => {
    const silent = { create: null, body: null, wakeAt: null };
    expect(planned({ body: complete })).toEqual(silent);
    expect(planned({ body: complete.replace(/## Review focus[\s\S]*/, "") })).toEqual(silent);
    expect(planned({ isDraft: true })).toEqual(silent);
    expect(planned({ state: "closed" })).toEqual(silent);
    expect(planned({ state: "merged", comments: [sticky] })).toEqual(silent);
    expect(planned({}, { config: "comment: {when: never}\n" })).toEqual(silent);
  });

  it("shrinks to one line at once when the description is fixed, and isn't created for that", () => {
    const fixed = planned({ body: complete, comments: [sticky] }, { now: "2026-03-02T09:00:01Z" });
    expect(fixed).toEqual({ create: false, body: "Description complete. Thank you.", wakeAt: null });
  });

  it("doesn't come back after somebody deleted it", () => {
    const deleted = {
      id: "E1",
      type: "comment_deleted" as const,
      createdAt: buildFacts({}).now,
      actor: "alice",
      actorIsOurs: false,
      deletedAuthor: ownBot.login,
    };
    expect(planned({ timeline: [deleted] })).toMatchObject({ create: null });
  });

  it("isn't written on pull requests older than the app until their body is edited", () => {
    const arrived = { repositoryFirstSeenAt: "2026-03-02T11:00:00Z" };
    expect(planned({}, arrived)).toMatchObject({ create: null });
    expect(planned({ lastEditedAt: "2026-03-02T11:30:00Z" }, arrived)).toMatchObject({ create: true });
  });

  it("is written on the pull request whose delivery introduced the repository", () => {
    const heard = { repositoryFirstSeenAt: "2026-03-02T10:04:00Z" };
    expect(planned({ createdAt: "2026-03-02T10:00:00Z" }, heard)).toMatchObject({ create: true });
  });
});

describe("the button that inserts", () => {
  const press = (sender: string, permission: "admin" | "write" | "read" | "none") =>
    decide(
      buildFacts(
        { body: "## Why\r\nIt times out for large shops, so support does it by hand.\r\n" },
        { intents: [{ deliveryId: "d", identifier: "insert", sender, permission }] },
      ),
    ).bodyEdit;

  it("works for the author and people with write access", () => {
    expect(press("mallory", "read")).toBeNull();
    expect(press("alice", "none")).not.toBeNull();
    expect(press("carol", "write")).not.toBeNull();
  });

  it("keeps every byte of the author's text", () => {
    const edit = press("alice", "none")!;
    expect(edit.to.startsWith(edit.from.trimEnd())).toBe(true);
    expect(edit.to).toContain("## Testing\r\n\r\n<!-- ");
    expect(edit.to.replaceAll("\r\n", "")).not.toContain("\n");
  });
});

describe("a re-run", () => {
  it("gets a new run even when nothing changed", () => {
    const intent = {
      deliveryId: "d-1",
      identifier: "rerequested" as const,
      sender: "alice",
      permission: "none" as const,
    };
    expect(decide(buildFacts({}, { intents: [intent] })).checkRuns[0]?.force).toBe("d-1");
    expect(decide(buildFacts({})).checkRuns[0]?.force).toBeNull();
  });
});

describe("a pull request that needs nothing", () => {
  it.each([
    ["enabled: false", {}, "enabled: false\n"],
    ["a closed pull request", { state: "closed" as const }, null],
  ])("gets no check, comment or wake-up: %s", (_case, pullRequest, config) => {
    const plan = decide(buildFacts(pullRequest, { config }));
    expect([plan.checkRuns, plan.comment, plan.wakeAt]).toEqual([[], null, null]);
  });
});

it("gives the same plan for the same facts", () => {
  const facts = buildFacts({});
  expect(decide(structuredClone(facts))).toEqual(decide(facts));
});

describe("a check run that the config no longer asks for", () => {
  const retired = (config: string | null, name: string, externalId = "7:0") =>
    decide(
      buildFacts(
        { ownCheckRuns: [{ databaseId: 7, name, status: "completed", conclusion: "failure", externalId }] },
        { config },
      ),
    ).retiredChecks.filter((checkRun) => checkRun.name === name);

  it.each([
    ["its config file is gone", null, "async / review"],
    ["the config turns it off", "checks: {review: off}\n", "async / review"],
    ["the config renames it", "checks: {description: quality}\n", "async / description"],
  ])("concludes with success: %s", (_case, config, name) => {
    expect(retired(config, name)).toMatchObject([
      { name, conclusion: "success", title: "No longer needed", annotations: [], force: null },
    ]);
  });

  it("concludes for another pull request's run, but not for a merge group's or when the app is off", () => {
    expect(retired(null, "async / review", "8:0")).toHaveLength(1);
    expect(retired(null, "async / review", "group:0")).toEqual([]);
    expect(retired("enabled: false\n", "async / review")).toEqual([]);
  });
});
