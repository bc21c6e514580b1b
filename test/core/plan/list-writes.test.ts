import { describe, expect, it } from "vitest";
import { withKeyMarker, withStickyMarker } from "../../../src/core/marker.ts";
import { listWrites } from "../../../src/core/plan/list-writes.ts";
import { emptyPlan, type Plan, type PlannedCheckRun } from "../../../src/core/planned.ts";
import { listSent } from "../../../src/core/turns/sent-reminders.ts";
import { buildComment, buildObservation, ownBot, user } from "../../build-observation.ts";
import { reply as replyBy, thread } from "../conversation/build.ts";

const hash = "0123456789abcdef";
const other = "fedcba9876543210";
const head = "a".repeat(40);

const checkRun: PlannedCheckRun = {
  language: "en",
  name: "async / description",
  conclusion: "neutral",
  title: "4 of 5 sections: risk is missing",
  summary: "",
  text: "",
  buttons: [],
  annotations: [],
  hash,
  force: null,
};

const plan = (parts: Partial<Plan>): Plan => ({ ...emptyPlan, ...parts });
const ownRun = (externalId: string, databaseId = 90) => ({
  databaseId,
  name: checkRun.name,
  status: "completed" as const,
  conclusion: "neutral" as const,
  externalId,
});
const types = (writes: { type: string }[]) => writes.map(({ type }) => type);

describe("check runs", () => {
  it("are created where the commit has none", () => {
    expect(listWrites(plan({ checkRuns: [checkRun] }), buildObservation(), [])).toEqual([
      {
        type: "create_check_run",
        key: `check:async / description:${head}`,
        headSha: head,
        externalId: `7:${hash}`,
        checkRun,
      },
    ]);
  });

  it("aren't written when the same hash is there", () => {
    for (const externalId of [`7:${hash}`, `7:${hash}:tried`]) {
      const observation = buildObservation({ ownCheckRuns: [ownRun(externalId)] });
      expect(listWrites(plan({ checkRuns: [checkRun] }), observation, [])).toEqual([]);
    }
  });

  it("are updated while they are the newest, and created over another's", () => {
    const write = (...runs: [string, number][]) => {
      const ownCheckRuns = runs.map(([externalId, id]) => ownRun(externalId, id));
      return listWrites(plan({ checkRuns: [checkRun] }), buildObservation({ ownCheckRuns }), []);
    };
    expect(write([`7:${other}`, 90])).toEqual([
      { type: "update_check_run", id: 90, externalId: `7:${hash}`, checkRun },
    ]);
    expect(types(write([`8:${hash}`, 91], [`7:${hash}`, 90]))).toEqual(["create_check_run"]);
  });

  it("are corrected when GitHub lists an older one in another suite, not when it stopped listing it", () => {
    const write = (conclusion: "neutral" | null, newest: "neutral" | null = "neutral") => {
      const older = { ...ownRun(`8:${other}`, 80), conclusion };
      const ownCheckRuns = [{ ...ownRun(`7:${hash}`), conclusion: newest }, older];
      return listWrites(plan({ checkRuns: [checkRun] }), buildObservation({ ownCheckRuns }), []);
    };
    expect(write("neutral")).toMatchObject([{ type: "update_check_run", id: 80 }]);
    expect([write(null), write("neutral", null)]).toEqual([[], []]);
  });

  it("aren't created again when a lagging read doesn't show them yet", () => {
    const recent = [{ key: `check:async / description:${head}`, id: 90, hash }];
    expect(listWrites(plan({ checkRuns: [checkRun] }), buildObservation(), recent)).toEqual([]);
    const changed = [{ key: `check:async / description:${head}`, id: 90, hash: other }];
    expect(types(listWrites(plan({ checkRuns: [checkRun] }), buildObservation(), changed))).toEqual([
      "update_check_run",
    ]);
  });

  it("are created once when GitHub was asked to run them again", () => {
    const forced = { ...checkRun, force: "delivery-1" };
    const observation = buildObservation({ ownCheckRuns: [ownRun(`7:${hash}`)] });
    const [write, ...rest] = listWrites(plan({ checkRuns: [forced] }), observation, []);
    expect([write?.type, rest]).toEqual(["create_check_run", []]);
    const recent = [{ key: `check:async / description:${head}:delivery-1`, id: 91, hash }];
    expect(listWrites(plan({ checkRuns: [forced] }), observation, recent)).toEqual([]);
  });
});

describe("the sticky comment", () => {
  const comment = { create: true, body: "Hello", hash };

  it("is created once, found by author and marker, and edited in place", () => {
    expect(types(listWrites(plan({ comment }), buildObservation(), []))).toEqual(["create_comment"]);
    const ours = buildComment({ author: ownBot, databaseId: 5, body: withStickyMarker("Hello", other) });
    expect(listWrites(plan({ comment }), buildObservation({ comments: [ours] }), [])).toEqual([
      { type: "update_comment", id: 5, body: withStickyMarker("Hello", hash), hash },
    ]);
  });

  it("is left alone after a person's edit while the hash is the same", () => {
    const edited = buildComment({
      author: ownBot,
      body: withStickyMarker("Edited by bob", hash),
      editor: "bob",
    });
    expect(listWrites(plan({ comment }), buildObservation({ comments: [edited] }), [])).toEqual([]);
  });

  it("is found again when somebody wrote below its marker", () => {
    const body = `${withStickyMarker("Hello", hash)}\n\nSee also the runbook.`;
    const ours = buildComment({ author: ownBot, databaseId: 5, body, editor: "bob" });
    expect(listWrites(plan({ comment }), buildObservation({ comments: [ours] }), [])).toEqual([]);
  });

  it("isn't confused with another account's imitation of the marker", () => {
    const imitation = buildComment({ author: user("mallory"), body: withStickyMarker("Hello", hash) });
    expect(types(listWrites(plan({ comment }), buildObservation({ comments: [imitation] }), []))).toEqual([
      "create_comment",
    ]);
  });

  it("keeps the older of two comments and deletes the other", () => {
    const comments = [5, 6].map((databaseId) =>
      buildComment({ author: ownBot, databaseId, body: withStickyMarker("Hello", other) }),
    );
    expect(listWrites(plan({ comment }), buildObservation({ comments }), [])).toMatchObject([
      { type: "update_comment", id: 5 },
      { type: "delete_comment", id: 6 },
    ]);
  });

  it("isn't created when it may only be updated, or when it was created a moment ago", () => {
    expect(listWrites(plan({ comment: { ...comment, create: false } }), buildObservation(), [])).toEqual([]);
    expect(listWrites(plan({ comment }), buildObservation(), [{ key: "comment", id: 5, hash }])).toEqual([]);
  });
});

describe("labels", () => {
  const label = { name: "review: nit", color: "c5def5", description: "An open nit", wanted: true };

  it("are created before they are first put on, and touched only where wrong", () => {
    expect(types(listWrites(plan({ labels: [label] }), buildObservation(), []))).toEqual([
      "create_label",
      "add_label",
    ]);
    const known = buildObservation({}, {});
    known.repository.labels.push("Review: Nit");
    expect(types(listWrites(plan({ labels: [label] }), known, []))).toEqual(["add_label"]);
    expect(listWrites(plan({ labels: [label] }), buildObservation({ labels: ["Review: nit"] }), [])).toEqual(
      [],
    );
    const off = { ...label, wanted: false };
    expect(
      types(listWrites(plan({ labels: [off] }), buildObservation({ labels: ["review: nit"] }), [])),
    ).toEqual(["remove_label"]);
    expect(listWrites(plan({ labels: [off] }), buildObservation(), [])).toEqual([]);
  });
});

describe("reminders and hints", () => {
  it("are posted once for each identity", () => {
    const reminder = { key: "bob:2026-03-02T09:00:00Z:1", body: "@bob, …" };
    expect(types(listWrites(plan({ reminders: [reminder] }), buildObservation(), []))).toEqual([
      "create_comment",
    ]);
    const posted = buildComment({ author: ownBot, body: withKeyMarker("@bob, …", "reminder", reminder.key) });
    expect(listWrites(plan({ reminders: [reminder] }), buildObservation({ comments: [posted] }), [])).toEqual(
      [],
    );
    const recent = [{ key: `reminder:${reminder.key}`, id: null, hash }];
    expect(listWrites(plan({ reminders: [reminder] }), buildObservation(), recent)).toEqual([]);
  });

  it("carry their own marker, and are found again when somebody wrote below it", () => {
    const reminder = { key: "reviewer:bob@E_1#1", body: "@bob, …" };
    const reply = { inReplyTo: 7, key: "back-and-forth:T_1", body: "Talk?" };
    const both = plan({ reminders: [reminder], replies: [reply] });
    const texts = listWrites(both, buildObservation(), []).flatMap((write) =>
      "body" in write ? `${write.body}\r\n\r\nOn it.` : [],
    );
    expect(texts).toHaveLength(2);
    const ours = texts.map((body) => buildComment({ author: ownBot, body, editor: "bob" }));
    const threads = [thread([{ ...replyBy(ownBot.login, "", 1), isOurs: true, body: texts[1]! }])];
    const observation = buildObservation({ comments: ours.slice(0, 1), threads });
    expect(listSent(observation.pullRequest).map(({ parts }) => parts)).toEqual([
      [{ turn: "reviewer:bob@E_1", step: 1 }],
    ]);
    expect(listWrites(both, observation, [])).toEqual([]);
  });
});

describe("a body edit", () => {
  it("comes alone, because the new body decides everything else", () => {
    const edit = { from: "", to: "## Risk\n" };
    const comment = { create: true, body: "Hello", hash };
    expect(
      listWrites(plan({ checkRuns: [checkRun], comment, bodyEdit: edit }), buildObservation(), []),
    ).toEqual([{ type: "update_body", edit }]);
  });
});
