import fc from "fast-check";
import { type Deed, type Opening, ownLogin } from "./slow-model.ts";

export interface History {
  opening: Opening;
  deeds: Deed[];
}

const people = ["alice", "bob", "carol", "ghost", "lint[bot]", "robbie"];

interface Step {
  after: number;
  by: string;
  does: Deed["does"];
  of: string;
  state: NonNullable<Deed["state"]>;
  opens: Deed["opens"];
  /** The earlier thread or review that the step is about. */
  nth: number;
}

const arbitraryStep: fc.Arbitrary<Step> = fc.record({
  after: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 6_000 })),
  by: fc.constantFrom(...people),
  does: fc.constantFrom<Deed["does"]>(
    ...(["draft", "ready", "ready", "close", "merge", "reopen"] as const),
    ...([
      "review",
      "review",
      "review",
      "reply",
      "reply",
      "dismiss",
      "comment",
      "command",
      "decide",
      "wait",
      "go on",
    ] as const),
    ...(["request", "request", "unrequest", "push", "force push", "edit", "inform", "remind"] as const),
  ),
  of: fc.constantFrom("carol", "bob", "lint[bot]", "robbie"),
  state: fc.constantFrom("commented", "approved", "changes_requested"),
  opens: fc.constantFrom(
    undefined,
    "blocking",
    "blocking",
    "question",
    "suggestion",
    "nit",
    "note",
    "praise",
    null,
  ),
  nth: fc.nat(9),
});

export const arbitraryHistory: fc.Arbitrary<History> = fc
  .record({
    opening: fc.record({
      ...{ minute: fc.integer({ min: 0, max: 20_000 }), isDraft: fc.boolean(), isComplete: fc.boolean() },
    }),
    steps: fc.array(arbitraryStep, { maxLength: 18 }),
  })
  .map(({ opening, steps }) => {
    let { minute } = opening;
    const deeds: Deed[] = [];
    for (const { after, ...step } of steps) {
      minute += after;
      deeds.push(...toDeed(minute, step, deeds));
    }
    return { opening, deeds: makePossible(opening, deeds) };
  });

/** The step as a deed after the others; empty when there is no thread or review for it. */
function toDeed(
  minute: number,
  { by, does, of, state, opens, nth }: Omit<Step, "after">,
  before: Deed[],
): Deed[] {
  const choose = (all: Deed[]) => all[nth % Math.max(1, all.length)];
  switch (does) {
    case "wait":
    case "go on":
    case "push":
    case "force push":
      // Who can push depends on the repository; in these histories, the author does.
      return [{ minute, does, by: "alice" }];
    case "request":
      return [{ minute, does, by, of }];
    case "unrequest":
      return before.some((one) => one.does === "request" && one.of === of) ? [{ minute, does, by, of }] : [];
    case "inform":
    case "remind":
      return [{ minute, does, by: ownLogin }];
    case "review": {
      const review = { minute, does, by, state: by === "alice" ? ("commented" as const) : state };
      // Left out: whether a thread without a prefix blocks depends on its review's final state.
      const isBare = opens === undefined || (opens === null && review.state === "changes_requested");
      return [isBare ? review : { ...review, opens }];
    }
    case "reply": {
      const thread = choose(before.filter((one) => one.does === "review" && one.opens !== undefined));
      const who = nth % 2 === 0 ? "alice" : thread?.by;
      return thread === undefined || who === undefined ? [] : [{ minute, does, by: who, to: thread.minute }];
    }
    case "dismiss": {
      const gone = new Set(before.flatMap((one) => (one.does === "dismiss" ? (one.to ?? []) : [])));
      const isJudging = (one: Deed) =>
        one.does === "review" && one.state !== "commented" && !gone.has(one.minute);
      const review = choose(before.filter((one) => isJudging(one) && ["bob", "carol"].includes(one.by)));
      return review === undefined ? [] : [{ minute, does, by, of: review.by, to: review.minute }];
    }
    default:
      return [{ minute, does, by }];
  }
}

/** Drops what cannot happen in the pull request's current state. */
function makePossible({ isDraft }: Opening, wanted: Deed[]): Deed[] {
  let [draft, closed, merged] = [isDraft, false, false];
  return wanted.filter(({ does }) => {
    if (does === "draft" || does === "ready") {
      if (closed || draft === (does === "draft")) return false;
      draft = does === "draft";
    }
    if (does === "close" || does === "merge") {
      if (closed || (does === "merge" && draft)) return false;
      closed = true;
      merged = does === "merge";
    }
    if (does === "reopen") {
      if (!closed || merged) return false;
      closed = false;
    }
    return !(merged && (does === "push" || does === "force push"));
  });
}
