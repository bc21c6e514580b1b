import { expect, it } from "vitest";
import { configSchema } from "../../../../src/core/config/schema/config-schema.ts";
import { readLife } from "../../../../src/core/report/history/life.ts";
import type { Life } from "../../turns/life/life.ts";
import { act, createWorld, type World } from "../../turns/life/world.ts";
import { hour, type Step } from "../../turns/play.ts";

interface Around {
  config?: object;
  /** Makes changes at the end that only GitHub can make. */
  change?(world: World): void;
}

/** Plays steps an hour apart from 08:00, and tells from which hour to which it waited for whom. */
function tellWaits(steps: Step[], { config = {}, change = () => {} }: Around): string[] {
  const opened = {
    at: hour(7),
    draft: false,
    author: "alice",
    labels: [],
    reviewDecision: null,
    fork: false,
  };
  const world = createWorld({ opened } as unknown as Life);
  for (const [index, step] of steps.entries()) {
    const threads = (step.threads ?? []).map((thread) => ({ id: "t1", kind: null, ...thread }));
    act(world, { by: "alice", onBehalfOf: [], text: "", ...step, threads, at: hour(8 + index) });
  }
  change(world);
  const repository = { owner: "acme", name: "shop" };
  const setting = { repository, config: configSchema.parse(config), templates: [], gitattributes: null };
  const { waits } = readLife(world.pullRequest, { setting, edits: [], now: hour(92), isApp: false });
  return waits.map(({ from, to, reviewers, author }) => {
    const whom = [...(reviewers ? ["reviewers"] : []), ...(author ? ["author"] : [])].join(" and ");
    return `${whom} ${from.slice(11, 13)}–${to?.slice(11, 13) ?? ""}`;
  });
}

const request: Step = { does: "request", of: "acme/web" };
const review = (state: "approved" | "commented", onBehalfOf: string[] = []): Step => ({
  ...{ does: "review", by: "bob", state, onBehalfOf },
});
const approvedWithOpenThread: Step[] = [
  { does: "request", of: "bob" },
  { ...review("commented"), threads: [{ kind: "blocking" }] },
  { does: "reply", to: "t1" },
  { does: "push" },
  review("approved"),
];
const drop = ({ pullRequest }: World) => {
  pullRequest.reviewRequests = [];
};

it.each<[string, Step[], Around, string[]]>([
  [
    "a team until a member approves for it",
    [request, review("approved", ["acme/web"])],
    {},
    ["reviewers 08–09"],
  ],
  ["a team whose member only comments", [request, review("commented", ["acme/web"])], {}, ["reviewers 08–"]],
  ["a team that nobody has answered for", [request], {}, ["reviewers 08–"]],
  ["nobody, where a team was asked and nobody sees how it answered", [request], { change: drop }, []],
  [
    "the author, whose reviewer approved and left a blocking thread open",
    approvedWithOpenThread,
    {},
    ["reviewers 08–09", "author 09–11", "reviewers 11–12", "author 12–"],
  ],
  [
    "the reviewer who approved, where only they may resolve their blocking thread",
    approvedWithOpenThread,
    { config: { review: { resolve: "opener" } } },
    ["reviewers 08–09", "author 09–11", "reviewers 11–"],
  ],
])("waits for %s", (_, steps, around, expected) => expect(tellWaits(steps, around)).toEqual(expected));
