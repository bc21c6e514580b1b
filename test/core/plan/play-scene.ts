import { describe, expect, it } from "vitest";
import type { Permission } from "../../../src/core/conversation/people.ts";
import { withKeyMarker } from "../../../src/core/marker.ts";
import { decide } from "../../../src/core/plan/decide.ts";
import type { Facts } from "../../../src/core/plan/facts.ts";
import { judge } from "../../../src/core/plan/judge/judge.ts";
import type { Plan } from "../../../src/core/planned.ts";
import { type Instant, isSameLabel } from "../../../src/core/pull-request.ts";
import { buildObservation, ownBot } from "../../build-observation.ts";
import { factsOf } from "../../facts-of.ts";
import type { Life } from "../turns/life/life.ts";
import { newComment } from "../turns/life/new-pull-request.ts";
import { act, createWorld, type World } from "../turns/life/world.ts";
import { hour, type Step } from "../turns/play.ts";

/** A person's step, or a change that only GitHub makes. By default it happens an hour after the last one. */
export type Happening = Step | ((world: World, at: Instant) => void);
type Timed = Happening | [hours: number, happening: Happening];

export interface Scene {
  config?: string;
  opened?: Partial<Life["opened"]>;
  /** When watching ends, in hours from Monday 2 November 2026, 00:00 UTC; by default with the last step. */
  until?: number;
}

/** What people see in the end. */
export interface Told {
  /** Role and login of each turn, or why it is nobody's turn. */
  turn: string;
  /** When each turn began: `bob 02T08`. */
  since: string;
  gate: "held" | "free";
  labels: string;
  /** When each reminder was sent, and whom it mentions: `03T09 @bob`. */
  reminders: string[];
  /** The app's reactions to comments, in order. */
  reactions: string;
  deadline: string | null;
  title: string;
  /** The review check's summary. */
  summary: string;
}

const writers = ["alice", "bob", "carol", "dave", "dana", "acme-lint"];
const permissions = new Map<string, Permission>([
  ...writers.map((login): [string, Permission] => [login, "write"]),
  ["mallory", "read"],
  ["oscar", "read"],
]);
const plain = "enforcement: block\nturns: {hours: {time_zone: UTC}}\n";

/** Plays a scene through all of core, from texts to the plan, and carries out each plan. */
export function playScene(happenings: Timed[], { config = plain, opened = {}, until }: Scene = {}): Told {
  const at = hour(7);
  const world = createWorld({
    opened: { at, draft: false, author: "alice", labels: [], reviewDecision: null, fork: false, ...opened },
  } as Life);
  const reminders: string[] = [];
  const look = (now: Instant): Plan => {
    carryOut(decide(toFacts(world, config, now)), world, now, reminders);
    return decide(toFacts(world, config, now));
  };
  let now: Instant = at;
  const watch = (to: Instant) => {
    for (let plan = look(now); plan.wakeAt !== null && plan.wakeAt <= to; plan = look(now)) now = plan.wakeAt;
  };
  let hours = 7;
  for (const timed of happenings) {
    const [next, happening] = Array.isArray(timed) ? timed : [hours + 1, timed];
    hours = next;
    watch(hour(hours));
    now = hour(hours);
    happen(world, happening, now);
  }
  watch(hour(until ?? hours));
  return tell(world, config, until === undefined ? now : hour(until), reminders);
}

function happen(world: World, happening: Happening, at: Instant): void {
  if (typeof happening === "function") {
    happening(world, at);
    return;
  }
  const threads = (happening.threads ?? []).map((thread) => ({ id: "t1", kind: null, ...thread }));
  act(world, { by: "alice", onBehalfOf: [], text: "", ...happening, threads, at });
}

function toFacts({ pullRequest }: World, config: string, now: Instant): Facts {
  const observation = buildObservation(structuredClone(pullRequest));
  observation.configTexts.base = config;
  return factsOf(observation, {
    ...{ now, freshPermissions: permissions, knownPermissions: permissions },
    firstSeenAt: pullRequest.createdAt,
  });
}

/** Carries out the parts of the plan that the next look can see. */
function carryOut(plan: Plan, { pullRequest }: World, now: Instant, told: string[]): void {
  for (const { name, wanted } of plan.labels) {
    const label = pullRequest.labels.find((one) => isSameLabel(one, name));
    if (wanted === (label !== undefined)) continue;
    pullRequest.labels = wanted
      ? [...pullRequest.labels, name]
      : pullRequest.labels.filter((one) => one !== label);
    const type = wanted ? "labeled" : "unlabeled";
    const id = `L${pullRequest.timeline.length + 1}`;
    pullRequest.timeline.push({
      ...{ id, type, createdAt: now, actor: ownBot.login, actorIsOurs: true, label: label ?? name },
    });
  }
  for (const reminder of plan.reminders) {
    const body = withKeyMarker(reminder.body, "reminder", reminder.key);
    pullRequest.comments.push(newComment(`O${pullRequest.comments.length + 1}`, ownBot.login, now, body));
    told.push(`${now.slice(8, 13)} ${(body.match(/(?<![\w`/])@[\w/-]+/g) ?? []).join(" ")}`);
  }
  for (const comment of pullRequest.comments)
    if (plan.minimize.includes(comment.id)) comment.isMinimized = true;
  const said = [...pullRequest.comments, ...pullRequest.threads.flatMap(({ comments }) => comments)];
  for (const { subjectId, content } of plan.reactions) {
    const one = said.find(({ id }) => id === subjectId);
    if (one === undefined) continue;
    const given = { rocket: "rocket", thumbs_down: "thumbsDown", confused: "confused" } as const;
    one.reactions = { ...one.reactions, [given[content]]: true };
    if (content === "rocket") one.reactions.rocketAt = now;
  }
}

function tell(world: World, config: string, now: Instant, reminders: string[]): Told {
  const facts = toFacts(world, config, now);
  const { turns } = judge(facts).conversation;
  const find = (name: string) => decide(facts).checkRuns.find((run) => run.name === name);
  const told = turns.turns.map(({ role, login, coverFor, isAway }) =>
    [role, login, coverFor === null ? "" : `for ${coverFor}`, isAway ? "away" : ""].filter(Boolean).join(" "),
  );
  const { threads, comments, labels } = world.pullRequest;
  const said = [...comments, ...threads.flatMap((thread) => thread.comments)];
  return {
    turn: told.toSorted().join(", ") || `nobody: ${turns.nobody?.type}`,
    since: turns.turns.map(({ login, since }) => `${login} ${since.slice(8, 13)}`).join(", "),
    gate: find("async / review")?.conclusion === "failure" ? "held" : "free",
    labels: labels.toSorted().join(", "),
    reminders,
    reactions: said
      .map(({ reactions }) =>
        reactions.rocket ? "🚀" : reactions.thumbsDown ? "👎" : reactions.confused ? "😕" : "",
      )
      .join(""),
    deadline: turns.deadline,
    title: find("async / description")?.title ?? "",
    summary: find("async / review")?.summary ?? "",
  };
}

/** A row is one test: what people see after these happenings. */
type Row = [name: string, happenings: Parameters<typeof playScene>[0], told: Partial<Told>, scene?: Scene];
export const play = (name: string, rows: Row[]) =>
  describe(name, () => {
    it.each(rows)("%s", (_, happenings, told, scene) =>
      expect(playScene(happenings, scene)).toMatchObject(told),
    );
  });

/** One row for each text. All rows have the same outcome. */
export const each = (said: string[], happenings: (text: string) => Row[1], told: Row[2]): Row[] =>
  said.map((text) => [text, happenings(text), told]);
