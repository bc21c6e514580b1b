import { Temporal } from "temporal-polyfill";
import type { Scene } from "../start-scene.ts";
import { letTimePass, lookAgain } from "./look-again.ts";
import type { Post } from "./post.ts";
import {
  type Chapter,
  carryOut,
  choose,
  type Deck,
  type DeedName,
  openAll,
  prepare,
  type Step,
  type Story,
} from "./story.ts";
import { findDuplicates, showOurs, whatPeopleSee } from "./what-people-see.ts";

/** The app and its GitHub, as a story needs them. */
export type Theatre = Pick<Scene, "github" | "settle" | "advance">;

/** The steps that a story's wishes became, chapter by chapter. */
export type Script = (Step | null)[][];

/** Called after a step, with what the app showed then and what it shows a second later. */
export type Watch = (step: Step, before: string, after: string) => void;

/** What people see in the end, and writes that must not exist. */
export interface Told {
  script: Script;
  seen: ReturnType<typeof whatPeopleSee>;
  duplicates: string[];
  writtenAgain: string[];
}

/**
 * Tells a story to its own installation, because GitHub's limits apply to each installation. The story begins
 * on a Monday at nine, so that every telling has the same working hours. A moment passes after each step,
 * then the chapter's pause. Without a script, steps are chosen for the wishes. In the end every pull request
 * is looked at again, and the app is uninstalled: otherwise it would keep working during the next story.
 */
export async function tell(
  story: Story,
  theatre: Theatre,
  { post, script, watch }: { post: Post; script?: Script; watch?: Watch },
): Promise<Told> {
  const { github } = theatre;
  await waitForMonday(theatre);
  const owner = `acme-${github.repositories.length + 1}`;
  const repository = github.createRepository(`${owner}/shop`);
  prepare(story, repository, github);
  github.install(owner);
  await letTimePass(theatre);

  const play = async (happenings: (() => Step | null)[], pause: Chapter["pause"]) => {
    const steps: (Step | null)[] = [];
    post.begin();
    for (const happen of happenings) {
      const step = happen();
      steps.push(step);
      const before = watch && showOurs(repository);
      await post.step();
      await theatre.advance("PT1S");
      if (step !== null && before !== undefined) watch?.(step, before, showOurs(repository));
    }
    await post.end();
    await letTimePass(theatre);
    const hours = Temporal.Duration.from(pause).total({ unit: "hours", relativeTo: "2026-03-02" });
    for (let hour = 1; hour <= hours; hour += 1) await theatre.advance("PT1H");
    await letTimePass(theatre);
    return steps;
  };
  const open = () => {
    openAll(story, repository);
    return null;
  };
  await play([open], "PT3M");
  const happened: Script = [];
  const deck: Deck = new Map();
  const stage = { repository, github };
  for (const [number, { wishes, pause }] of story.chapters.entries()) {
    const happenings = wishes.map((wish, index) => () => {
      const step = script === undefined ? choose(wish, deck, stage) : script[number]![index]!;
      if (step !== null) carryOut(step, stage);
      return step;
    });
    happened.push(await play(happenings, pause));
  }
  const saidAgain = happened.flat().filter((step) => step !== null && again.has(step.does));
  const told = {
    script: happened,
    seen: whatPeopleSee(repository),
    duplicates: findDuplicates(repository, { reruns: saidAgain.length }),
    writtenAgain: await lookAgain(theatre, repository),
  };
  github.uninstall(owner);
  await theatre.settle();
  return told;
}

/** Deeds that ask for a new check run. */
const again: ReadonlySet<string> = new Set<DeedName>(["rerun", "command for the description"]);

async function waitForMonday({ github, advance }: Theatre): Promise<void> {
  const now = Temporal.Instant.from(github.clock.now()).toZonedDateTimeISO("UTC");
  const monday = now.add({ days: 8 - now.dayOfWeek }).withPlainTime("09:00");
  await advance(now.until(monday, { largestUnit: "hour" }).toString());
}
