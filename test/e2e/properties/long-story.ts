import fc from "fast-check";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";
import { bodies, names, type Step } from "./deeds.ts";
import { settings } from "./settings.ts";

/** What happens between two quiet times. */
export interface Chapter {
  steps: Step[];
  /** How long nothing happens afterwards, as an ISO 8601 duration. */
  pause: (typeof pauses)[number];
}
const pauses = ["PT3M", "PT5H", "P1D", "P3D"] as const;

export interface Story {
  bodies: string[];
  /** Which of the settings the repository begins with. */
  setting: number;
  /** The branch asks for an approval. */
  hasRule: boolean;
  /** The second pull request is a bot's, with carol as its assignee. */
  isBots: boolean;
  /** The second pull request is opened at the first one's commit: they share their checks. */
  isShared: boolean;
  chapters: Chapter[];
}

/** A step on either pull request, the first one more often. */
const step = (does: fc.Arbitrary<Step["does"]>): fc.Arbitrary<Step> =>
  fc.record({ of: fc.constantFrom(0, 0, 1), does, which: fc.nat({ max: 200 }) });

/** These take so long that few stories have them. */
const rare = ["crowd", "long thread"] as const;
const anytime = step(
  fc.oneof(
    {
      weight: 60,
      arbitrary: fc.constantFrom(...names.anytime.filter((name) => !rare.some((one) => one === name))),
    },
    { weight: 1, arbitrary: fc.constantFrom(...rare) },
    // Without these, most other steps mean little.
    { weight: 12, arbitrary: fc.constantFrom("request" as const, "command" as const, "block" as const) },
  ),
);

const scenes = fc
  .record({
    first: fc.option(step(fc.constantFrom(...names.answers))),
    steps: fc.array(anytime, { minLength: 1, maxLength: 5 }),
    last: fc.option(step(fc.constantFrom(...names.endings)), { freq: 1 }),
  })
  .map(({ first, steps, last }) => [first, ...steps, last].filter((one) => one !== null));

const chapterArbitrary: fc.Arbitrary<Chapter> = fc.record({
  steps: fc.oneof(
    { weight: 5, arbitrary: scenes },
    { weight: 1, arbitrary: fc.tuple(step(fc.constantFrom(...names.alone))) },
  ),
  pause: fc.constantFrom(...pauses),
});

/** Two pull requests and a few days in their life. */
export const storyArbitrary: fc.Arbitrary<Story> = fc.record({
  bodies: fc.array(fc.constantFrom(...bodies), { minLength: 2, maxLength: 2 }),
  setting: fc.nat({ max: 11 }),
  hasRule: fc.boolean(),
  isBots: fc.boolean(),
  isShared: fc.boolean(),
  chapters: fc.array(chapterArbitrary, { minLength: 1, maxLength: 4 }),
});

/** Makes the people, and what the story says about the repository. */
export function prepare({ setting, hasRule }: Story, repository: RepositoryDriver, now: string): void {
  for (const login of ["bob", "carol", "dave", "acme-lint"]) repository.setPermission(login, "write");
  repository.requireReviews(hasRule ? 1 : 0);
  const config = settings(now)[setting];
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
