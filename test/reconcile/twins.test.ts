import { describe, expect, it } from "vitest";
import { emptyMemory, type KnownPullRequest, type Memory } from "../../src/reconcile/ports.ts";
import { planWait, sortTwins } from "../../src/reconcile/twins.ts";

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

describe("another pull request at the same head", () => {
  const see = (known: KnownPullRequest[], list = listed(now), isWhole = true) => {
    const seen = sortTwins(known, { number: 7, headSha: head, listed: list, isWhole });
    return [seen.twins.map(({ number }) => number), seen.unjudged.map(({ number }) => number), seen.missing];
  };
  const earlier = "2026-03-02T11:00:00Z";
  const twin = [[8], [], []];
  const unjudged = [[], [8], []];
  const nobody = [[], [], []];

  it.each([
    [
      "counts when its last look saw it open at this head",
      [row({ conclusions: open(head) })],
      undefined,
      twin,
    ],
    [
      "counts and is looked at when a complete list lacks it",
      [row({ conclusions: open(head) })],
      [],
      [[8], [], [8]],
    ],
    [
      "doesn't count when a delivery has named another head since",
      [row({ conclusions: open(head), seenAt: now }, { headSha: "b" })],
      [],
      nobody,
    ],
    ["comes first when it wasn't looked at yet", [], undefined, unjudged],
    [
      "comes first when its last look saw an earlier head",
      [row({ conclusions: open("b"), seenAt: earlier })],
      [],
      unjudged,
    ],
    [
      "comes first when it was seen closed and is now listed as open",
      [row({ conclusions: closed(head), seenAt: earlier })],
      undefined,
      unjudged,
    ],
    [
      "comes first when it was seen closed and a later delivery exists",
      [row({ conclusions: closed(head), seenAt: earlier }, { toldAt: now })],
      [],
      unjudged,
    ],
    [
      "doesn't count when it was seen closed",
      [row({ conclusions: closed(head), seenAt: now })],
      undefined,
      nobody,
    ],
    [
      "doesn't count when it was since seen at another head",
      [row({ conclusions: open("b"), seenAt: now }, { headSha: "b" })],
      undefined,
      nobody,
    ],
    ["doesn't count when its head differs", [], listed(now, "b"), nobody],
  ])("%s", (_case, known, list, expected) => {
    expect(see(known, list)).toEqual(expected);
  });

  it("isn't missing where the list is cut", () => {
    expect(see([row({ conclusions: open(head) })], [], false)).toEqual(twin);
  });
});

describe("a check that waits for a pull request without a verdict", () => {
  const unjudged = [{ number: 8, updatedAt: now }];
  const wait = (tries: number, until: string, known: KnownPullRequest[] = []) =>
    planWait(unjudged, { before: tries === 0 ? [] : [{ number: 8, tries, until }], known, now });
  const next = "2026-03-02T12:00:10Z";

  it("asks for its look and comes back in ten seconds, three times", () => {
    for (const tries of [0, 1, 2]) {
      const awaited = [{ number: 8, tries: tries + 1, until: next }];
      expect(wait(tries, now)).toEqual({ awaited, ask: unjudged, unreachable: [], until: next });
    }
    const awaited = [{ number: 8, tries: 3, until: now }];
    expect(wait(3, now)).toEqual({ awaited, ask: [], unreachable: [8], until: null });
  });

  it("doesn't count an early try, or one while the other waits in the queue", () => {
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
