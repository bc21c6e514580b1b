import { resolveConfig } from "../core/config/effective.ts";
import { parseDescription } from "../core/description/parse-description.ts";
import type { ConfigTexts } from "../core/observation.ts";
import {
  look,
  lookAtMergeGroup,
  planTriedConfig,
  type Reader,
  tryOnPast,
  type UnreadParts,
} from "../core/plan/look.ts";
import { keepObservedLife } from "../core/report/history/keep-life.ts";
import type { Judge, TaskInput, TaskName, TaskResult, Tasks } from "./judge.ts";

const tasks: Tasks = { look, tryOnPast, planTriedConfig, lookAtMergeGroup, keepObservedLife };

/** The most answers that are kept, and the most characters that their texts have together. */
interface Limits {
  maxKept: number;
  maxCharacters: number;
}

/** Templates rarely change, but every look reads them. */
const templateLimits: Limits = { maxKept: 500, maxCharacters: 1_000_000 };
/**
 * A resolved config takes 0.8 MB with the names of its sections, up to 13 MB where its texts are as long as
 * they may be, and saves each look 5 ms.
 */
const configLimits: Limits = { maxKept: 20, maxCharacters: 200_000 };

export function createReader(enter: Reader["enter"]): Reader {
  return {
    enter,
    readTemplate: keepNewest(templateLimits, (text) => text, parseDescription),
    readConfig: keepNewest(configLimits, keyOfConfig, resolveConfig),
  };
}

/** What `resolveConfig` reads of the texts. */
const keyOfConfig = ({ base, defaultBranch, organisation, organisationIsHidden }: ConfigTexts) =>
  JSON.stringify([base ?? defaultBranch, organisation, organisationIsHidden]);

/**
 * A function that keeps its newest answers within the limits, by a key of the argument. It always keeps two:
 * a config before and after its change.
 */
function keepNewest<Asked, Answer>(
  { maxKept, maxCharacters }: Limits,
  keyOf: (asked: Asked) => string,
  answer: (asked: Asked) => Answer,
) {
  const known = new Map<string, Answer>();
  let length = 0;
  return (asked: Asked): Answer => {
    const key = keyOf(asked);
    const found = known.get(key) ?? answer(asked);
    if (!known.delete(key)) length += key.length;
    known.set(key, found);
    for (const oldest of known.keys()) {
      if (known.size <= 2 || (known.size <= maxKept && length <= maxCharacters)) break;
      known.delete(oldest);
      length -= oldest.length;
    }
    return found;
  };
}

/** Runs one task here and now. */
export function runTask<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  { unread, reader }: { unread: UnreadParts; reader: Reader },
): TaskResult<Name> {
  const task = tasks[name] as (given: unknown, reader: Reader) => TaskResult<Name>;
  return task({ ...input, unread }, reader);
}

/** Reads on the caller's thread, within the counted limits. */
export const localReader = createReader(() => {});

/** Judges on the caller's thread: on the command line nobody else is waiting. */
export function createLocalJudge(): Judge {
  return {
    run: async (name, input) => runTask(name, input, { unread: {}, reader: localReader }),
    close: async () => {},
  };
}
