import { expect, it } from "vitest";
import { configSchema } from "../../../../src/core/config/schema/config-schema.ts";
import { listWaits } from "../../../../src/core/report/history/waits.ts";
import type { Life } from "../../turns/life/life.ts";
import { act, createWorld, readRemarks } from "../../turns/life/world.ts";
import { hour, type Step } from "../../turns/play.ts";

/** Plays steps an hour apart from 08:00, and tells from which hour to which it waited for reviewers. */
function listReviewWaits(steps: Step[]): [string, string | null][] {
  const opened = {
    at: hour(7),
    draft: false,
    author: "alice",
    labels: [],
    reviewDecision: null,
    fork: false,
  };
  const world = createWorld({ opened } as unknown as Life);
  for (const [index, step] of steps.entries())
    act(world, { by: "alice", onBehalfOf: [], text: "", ...step, threads: [], at: hour(8 + index) });
  const waits = listWaits({
    ...world,
    config: configSchema.parse({}),
    remarks: readRemarks(world),
    permissions: new Map(),
    now: hour(92),
  });
  return waits
    .filter(({ reviewers }) => reviewers)
    .map(({ from, to }) => [from.slice(11, 13), to === null ? null : to.slice(11, 13)]);
}

const request: Step = { does: "request", of: "acme/web" };
const review = (state: "approved" | "commented", onBehalfOf: string[]): Step => ({
  ...{ does: "review", by: "bob", state, onBehalfOf },
});

it.each<[string, Step[], [string, string | null][]]>([
  ["a team until a member approves for it", [request, review("approved", ["acme/web"])], [["08", "09"]]],
  ["a team whose member only comments", [request, review("commented", ["acme/web"])], [["08", null]]],
  ["a team that nobody has answered for", [request], [["08", null]]],
])("waits for %s", (_, steps, expected) => expect(listReviewWaits(steps)).toEqual(expected));
