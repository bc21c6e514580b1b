import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { addBusinessTime, businessTimeBetween } from "../../../src/core/calendar/business-time.ts";
import { turnsSchema } from "../../../src/core/config/schema/turns-schema.ts";
import { findLastAct } from "../../../src/core/turns/record/acts.ts";
import { nameTurn, parseReminderMarker } from "../../../src/core/turns/sent-reminders.ts";
import type { Turn } from "../../../src/core/turns/turns.ts";
import { times } from "../../properties.ts";
import type { Deed, Life } from "./life/life.ts";
import { type Look, watch } from "./life/watch.ts";

/**
 * Random lives: anything may happen at any minute of three weeks. People are reminded only when it is their
 * turn, in their hours, and a limited number of times.
 */

const start = Temporal.Instant.from("2026-10-19T06:00:00Z");
const minutes = 21 * 1440;

const turns = turnsSchema.parse({
  hours: { time_zone: "Europe/Berlin", holidays: ["2026-10-28"] },
  people: {
    carol: { time_zone: "America/Toronto", away: [{ from: "2026-10-26", to: "2026-10-29", cover: "erin" }] },
    bob: { from: "22:00", to: "06:00" },
  },
  remind: { escalate: ["acme/leads"], merge: "4 business hours", hold: ["conflict"] },
});

/** Mallory cannot push; the ghost has deleted their account. */
const person = fc.constantFrom("bob", "carol", "dave", "mallory", "ghost");
const kind = fc.constantFrom(null, "blocking", "question", "nit");

/** A deed without its minute. Threads are named after deeds, so that replies find an earlier thread. */
const deed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant("request"), of: fc.oneof(person, fc.constant("acme/web")) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("unrequest"), of: person }) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant("review"),
      by: person,
      state: fc.constantFrom("commented", "commented", "approved", "changes_requested"),
      kinds: fc.array(kind, { maxLength: 2 }),
      onBehalfOf: fc.constantFrom([], ["acme/web"]),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("reply"),
      by: fc.oneof(fc.constant("alice"), person),
      nth: fc.nat(9),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom("resolve", "unresolve"), by: person, nth: fc.nat(9) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("dismiss"), of: person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom("conflict", "enqueue", "dequeue"),
      by: fc.constantFrom("alice", "bob"),
      text: fc.constantFrom("solved", "failed checks"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom(
        "push",
        "force push",
        "force push",
        "merge base",
        "/async ready",
        "/async waiting",
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom("draft", "ready for review", "close", "reopen") }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("comment"),
      text: fc.constantFrom("Hm.", "Status: on it", "Status: x\nBlocker: @dave"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("/async snooze"),
      by: person,
      hours: fc.integer({ min: 1, max: 60 }),
    }),
  },
);

type Given = Partial<Deed> & { kinds?: Deed["threads"][number]["kind"][]; nth?: number; hours?: number };

const at = (minute: number) => start.add({ minutes: minute }).toString();

/** Makes the deeds possible: replies and resolutions need an existing thread. */
function toLife(done: [number, Given][]): Life {
  const known: string[] = [];
  const judged = new Set<string>();
  const deeds = done
    .toSorted(([a], [b]) => a - b)
    .flatMap(([minute, { kinds = [], nth = 0, hours = 0, ...rest }], index): Deed[] => {
      const threads = kinds.map((of, i) => ({ id: `t${index}.${i}`, kind: of }));
      const to = known[nth % Math.max(1, known.length)];
      if (["reply", "resolve", "unresolve"].includes(rest.does!) && to === undefined) return [];
      const opinions = ["approved", "changes_requested"];
      if (rest.does === "dismiss" && !judged.has(rest.of!)) return [];
      if (rest.does === "review" && opinions.includes(rest.state!)) judged.add(rest.by!);
      known.push(...threads.map(({ id }) => id));
      const span = { type: "duration" as const, duration: `${hours} hours` };
      return [{ by: "alice", onBehalfOf: [], text: "", threads, span, ...rest, to, at: at(minute) } as Deed];
    });
  return {
    about: "",
    turns,
    opened: { at: at(0), draft: false, author: "alice", labels: [], reviewDecision: null, fork: false },
    reviewFocus: null,
    outages: [],
    deeds,
    end: at(minutes + 7 * 1440),
  };
}

const given = fc.array(fc.tuple(fc.nat(minutes), deed as fc.Arbitrary<Given>), {
  minLength: 1,
  maxLength: 25,
});
const life = given.map(toLife);

const sentBy = (looks: Look[]) => looks.filter(({ reminders }) => reminders.length > 0);

it("reminds only people whose move it is, in their hours, when nobody has just acted", () => {
  fc.assert(
    fc.property(life, (given) => {
      for (const { at: now, reminders, verdict, pullRequest } of sentBy(watch(given))) {
        expect(reminders.length).toBe(1);
        const parts = parseReminderMarker(reminders[0]!)!;
        const open = [...verdict.turns, ...(verdict.merge === null ? [] : [verdict.merge])];
        const isInConflict = pullRequest.mergeable === "conflicting";
        for (const { turn } of parts) {
          // A conflict's reminder goes to the author, not a reviewer, and the merge queue's comes at once.
          expect(
            turn.startsWith("conflict:") ? isInConflict : !(isInConflict && turn.startsWith("reviewer:")),
          ).toBe(true);
          if (turn.startsWith("conflict:alice@") || turn.startsWith("queue:alice@")) continue;
          const found = open.find((one) => turn === nameTurn(one))!;
          expect(found.due! <= now && addBusinessTime(now, 0, found.calendar) === now).toBe(true);
          const act = findLastAct(pullRequest, found.start, now);
          if (act !== null) expect(businessTimeBetween(act, now, found.calendar)).toBeGreaterThanOrEqual(240);
        }
        const mentioned = [...reminders[0]!.matchAll(/^@([\w/-]+)/gm)].map(([, login]) => login);
        const allowed = [...open.map(({ login }) => login), "acme/leads", ...(isInConflict ? ["alice"] : [])];
        expect(mentioned.filter((login) => !allowed.includes(login!))).toEqual([]);
      }
    }),
    { numRuns: 30 * times },
  );
});

it("reminds of each turn a limited number of times, each step once", () => {
  fc.assert(
    fc.property(life, (given) => {
      const parts = sentBy(watch(given)).flatMap(({ reminders }) => parseReminderMarker(reminders[0]!)!);
      const keys = parts.map(({ turn, step }) => `${turn}#${step}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(parts.every(({ step }) => step <= 2)).toBe(true);
    }),
    { numRuns: 30 * times },
  );
});

it("reminds at the same moments however often it looks", () => {
  const extra = fc.array(fc.nat(minutes + 7 * 1440).map(at), { maxLength: 40 });
  fc.assert(
    fc.property(life, extra, (given, moments) => {
      const told = (looks: Look[]) => sentBy(looks).map(({ at: now, reminders }) => [now, ...reminders]);
      expect(told(watch(given, moments))).toEqual(told(watch(given)));
    }),
    { numRuns: 30 * times },
  );
});

const nameMove = ({ role, login, coverFor }: Turn) => `${role}:${coverFor ?? login}`;

/**
 * The rule for snoozes, from the app's own turns at that instant: a snooze stops the speaker's running turns,
 * including those that they cover, or all turns if there are none. Later events do not change that.
 */
function isSnoozed(turn: Turn, snoozes: Deed[], looks: Look[], now: string): boolean {
  return snoozes.some(({ at: said, by, span }) => {
    const { duration } = span as { duration: string };
    const until = Temporal.Instant.from(said)
      .add({ hours: Number.parseInt(duration, 10) })
      .toString();
    if (said > now || until <= now || turn.since > said) return false;
    const running = looks.find(({ at: lookedAt }) => lookedAt === said)!.verdict.turns;
    const own = running.filter(({ login, coverFor }) => login === by || coverFor === by);
    return (own.length > 0 ? own : running).map(nameMove).includes(nameMove(turn));
  });
}

it("stops the clocks that ran when somebody snoozed, whatever happened since", () => {
  // For the other deeds, GitHub tells neither when they happened nor who could push then.
  const isDated = ([, { does, by, of }]: [number, Given]) =>
    !["resolve", "unresolve", "dequeue", "enqueue", "conflict"].includes(does!) &&
    ![by, of].some((login) => login === "mallory" || login === "ghost");
  const snooze = fc.record({
    does: fc.constant("/async snooze" as const),
    by: fc.constantFrom("alice", "bob", "carol", "erin"),
    hours: fc.integer({ min: 20, max: 200 }),
  });
  const snoozing = fc
    .tuple(given, fc.array(fc.tuple(fc.nat(minutes), snooze), { minLength: 1, maxLength: 3 }))
    .map(([done, said]) => toLife([...done.filter(isDated), ...said]));
  fc.assert(
    fc.property(snoozing, (one) => {
      const snoozes = one.deeds.filter(({ does }) => does === "/async snooze");
      const looks = watch(one);
      for (const { at: now, verdict } of looks) {
        expect([now, verdict.turns.map(({ snoozedUntil }) => snoozedUntil !== null)]).toEqual([
          now,
          verdict.turns.map((turn) => isSnoozed(turn, snoozes, looks, now)),
        ]);
      }
    }),
    { numRuns: 60 * times },
  );
});
