import fc from "fast-check";
import type { GitHub } from "../../github/driver/github.ts";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";
import { alone, answers, anytime, bodies, type Deed, endings, type Stage } from "./deeds.ts";
import { settings } from "./settings.ts";

/*
 * A story is what people do on two pull requests in a few days. fast-check draws wishes. The first telling
 * turns each wish into a step that is possible at that point. Every later telling repeats these steps.
 */

export interface Story {
  bodies: string[];
  /** The index of the settings with which the repository begins. */
  setting: number;
  /** The branch requires an approval. */
  hasRule: boolean;
  /** The second pull request is a bot's, with carol as its assignee. */
  isBots: boolean;
  /** The second pull request is opened at the first one's commit, so they share their checks. */
  isShared: boolean;
  chapters: Chapter[];
}

/** The wishes between two quiet times. */
export interface Chapter {
  wishes: Wish[];
  /** The quiet time afterwards, as an ISO 8601 duration. */
  pause: (typeof pauses)[number];
}
const pauses = ["PT3M", "PT3M", "PT5H", "P1D", "P3D"] as const;

/** A deed of this kind, on the pull request with this index. `fate` and `which` choose the deed. */
interface Wish {
  of: number;
  kind: keyof typeof kinds;
  fate: number;
  which: number;
}

/** The step that a wish became. */
export interface Step {
  of: number;
  does: DeedName;
  which: number;
}

const kinds = { anytime, answers, alone, endings } satisfies Record<string, Record<string, Deed>>;
export const deeds = { ...anytime, ...answers, ...alone, ...endings };
export type DeedName = keyof typeof deeds;

/**
 * The number of cards that a deck has for a deed, if not one: more for deeds on which others depend, and for
 * deeds that are rarely possible.
 */
const cards: Partial<Record<DeedName, number>> = {
  request: 3,
  block: 3,
  command: 4,
  unrequest: 3,
  raise: 4,
  unresolve: 6,
  ready: 4,
  reopen: 3,
  "leave queue": 3,
};

/**
 * The deeds that are left for a story, by kind. Each deed has its number of cards, so that no story repeats
 * itself all the time.
 */
export type Deck = Map<DeedName, number>;

const wish = (kind: Wish["kind"]): fc.Arbitrary<Wish> =>
  fc.record({
    of: fc.constantFrom(0, 0, 1),
    kind: fc.constant(kind),
    // Otherwise small numbers are more likely.
    fate: fc.noBias(fc.nat({ max: 9_999 })),
    which: fc.noBias(fc.nat({ max: 200 })),
  });

const scenes = fc
  .record({
    first: fc.option(wish("answers"), { freq: 3 }),
    middle: fc.array(wish("anytime"), { minLength: 2, maxLength: 10, size: "max" }),
    last: fc.option(wish("endings"), { freq: 3 }),
  })
  .map(({ first, middle, last }) => [first, ...middle, last].filter((one) => one !== null));

export const storyArbitrary: fc.Arbitrary<Story> = fc.record({
  bodies: fc.array(fc.constantFrom(...bodies), { minLength: 2, maxLength: 2 }),
  setting: fc.nat({ max: 11 }),
  hasRule: fc.boolean(),
  isBots: fc.boolean(),
  isShared: fc.boolean(),
  chapters: fc.array(
    fc.record({
      wishes: fc.oneof({ weight: 3, arbitrary: scenes }, { weight: 1, arbitrary: fc.tuple(wish("alone")) }),
      pause: fc.constantFrom(...pauses),
    }),
    { minLength: 2, maxLength: 6, size: "max" },
  ),
});

/** Creates the people, and the repository as the story describes it. */
export function prepare({ setting, hasRule }: Story, repository: RepositoryDriver, github: GitHub): void {
  github.createTeam(`${repository.state.owner.login}/payments`, ["carol", "dave"]);
  for (const login of ["bob", "carol", "dave", "acme-lint"]) repository.setPermission(login, "write");
  repository.requireReviews(hasRule ? 1 : 0);
  const config = settings(github.clock.now())[setting];
  if (config != null) repository.pushFile(".github/async.yml", config);
}

/** Opens the story's pull requests. */
export function openAll({ bodies, isBots, isShared }: Story, repository: RepositoryDriver): void {
  for (const body of bodies) {
    const [first] = repository.pullRequests;
    const on = isShared && first !== undefined ? { sameHeadAs: first } : {};
    const author = isBots && first !== undefined ? "copilot-agent[bot]" : "alice";
    const one = repository.openPullRequest({ author, title: "Export large shops", body, files, ...on });
    if (author !== "alice") one.assign("carol", "alice");
  }
}

const files = [{ path: "src/export.ts", additions: 70, deletions: 20 }];

/** Chooses the step for a wish, and takes its card; null when no deed of its kind is possible. */
export function choose(
  { of, kind, fate, which }: Wish,
  deck: Deck,
  { repository, github }: Omit<Stage, "pullRequest">,
): Step | null {
  const stage = { pullRequest: repository.pullRequests[of]!, repository, github };
  const possible = (Object.entries(kinds[kind]) as [DeedName, Deed][])
    .filter(([, deed]) => deed(stage, which) !== null)
    .map(([does]) => does);
  if (possible.every((does) => deck.get(does) === 0))
    for (const does of possible) deck.set(does, cards[does] ?? 1);
  const hand = possible.flatMap((does) => Array<DeedName>(deck.get(does) ?? cards[does] ?? 1).fill(does));
  const does = hand[fate % hand.length];
  if (does === undefined) return null;
  deck.set(does, (deck.get(does) ?? cards[does] ?? 1) - 1);
  return { of, does, which };
}

/** Carries a step out, as a person would on GitHub's page. */
export function carryOut({ of, does, which }: Step, stage: Omit<Stage, "pullRequest">): void {
  const pullRequest = stage.repository.pullRequests[of]!;
  (deeds[does] as Deed)({ ...stage, pullRequest }, which)?.();
}
