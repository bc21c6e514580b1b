import { describe, expect, it } from "vitest";
import { emptyMemory, type KnownPullRequest, type Memory } from "../../src/reconcile/ports.ts";
import { planWait, sortTwins } from "../../src/reconcile/wait-for-twins.ts";

const now = "2026-03-02T12:00:00Z";
const head = "a";
const open = (headSha: string) => ({ headSha, isOpen: true, checks: [], twins: [] });
const closed = (headSha: string) => ({ ...open(headSha), isOpen: false });

const row = (
  memory: Partial<Memory> = {},
  about: Partial<Omit<KnownPullRequest, "memory">> = {},
): KnownPullRequest => ({
  number: 8,
  headSha: head,
  toldAt: null,
  runAt: null,
  failures: 0,
  memory: { ...emptyMemory, ...memory },
  ...about,
});
const listed = (updatedAt: string, headSha = head) => [{ number: 8, headSha, updatedAt }];

describe("another pull request", () => {
  const see = (known: KnownPullRequest[], list = listed(now), isWhole = true) => {
    const seen = sortTwins(known, { number: 7, headSha: head, listed: list, isWhole });
    return [seen.twins.map(({ number }) => number), seen.unjudged.map(({ number }) => number), seen.missing];
  };
  const earlier = "2026-03-02T11:00:00Z";
  const twin = [[8], [], []];
  const unjudged = [[], [8], []];
  const nobody = [[], [], []];

  it.each([
    ["counts when its last look saw it open here", [row({ conclusions: open(head) })], undefined, twin],
    [
      "counts, and is looked at, when a whole list lacks it",
      [row({ conclusions: open(head) })],
      [],
      [[8], [], [8]],
    ],
    [
      "does not when a delivery has named another head since",
      [row({ conclusions: open(head), seenAt: now }, { headSha: "b" })],
      [],
      nobody,
    ],
    ["comes first when nobody has looked at it", [], undefined, unjudged],
    [
      "comes first when it was looked at elsewhere, before this",
      [row({ conclusions: open("b"), seenAt: earlier })],
      [],
      unjudged,
    ],
    [
      "comes first when it was seen closed, and is listed as open since",
      [row({ conclusions: closed(head), seenAt: earlier })],
      undefined,
      unjudged,
    ],
    [
      "comes first when it was seen closed, and a delivery tells of more since",
      [row({ conclusions: closed(head), seenAt: earlier }, { toldAt: now })],
      [],
      unjudged,
    ],
    ["is none when it was seen closed", [row({ conclusions: closed(head), seenAt: now })], undefined, nobody],
    [
      "is none when it was seen on another head since",
      [row({ conclusions: open("b"), seenAt: now }, { headSha: "b" })],
      undefined,
      nobody,
    ],
    ["is none when its head is another one", [], listed(now, "b"), nobody],
  ])("%s", (_case, known, list, expected) => {
    expect(see(known, list)).toEqual(expected);
  });

  it("is not missing where the list is cut", () => {
    expect(see([row({ conclusions: open(head) })], [], false)).toEqual(twin);
  });
});

describe("waiting for one that is not judged", () => {
  const unjudged = [{ number: 8, updatedAt: now }];
  const wait = (tries: number, until: string, known: KnownPullRequest[] = []) =>
    planWait(unjudged, { before: tries === 0 ? [] : [{ number: 8, tries, until }], known, now });
  const next = "2026-03-02T12:00:10Z";

  it("asks for it and comes back in ten seconds, three times", () => {
    for (const tries of [0, 1, 2]) {
      const awaited = [{ number: 8, tries: tries + 1, until: next }];
      expect(wait(tries, now)).toEqual({ awaited, ask: unjudged, unreachable: [], until: next });
    }
    const awaited = [{ number: 8, tries: 3, until: now }];
    expect(wait(3, now)).toEqual({ awaited, ask: [], unreachable: [8], until: null });
  });

  it("counts no try before its time, or while the other waits in the queue", () => {
    expect(wait(2, next)).toMatchObject({ awaited: [{ tries: 2 }], ask: [], until: next });
    const queued = row({}, { runAt: "2026-03-02T11:59:00Z" });
    expect(wait(3, now, [queued])).toMatchObject({
      awaited: [{ tries: 3 }],
      ask: [],
      unreachable: [],
      until: next,
    });
    expect(wait(3, now, [{ ...queued, failures: 1 }]).unreachable).toEqual([8]);
    expect(wait(3, now, [{ ...queued, runAt: "2026-03-03T09:00:00Z" }]).unreachable).toEqual([8]);
  });
});
