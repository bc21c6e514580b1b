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

/** The most templates that stay parsed. Templates rarely change, but every look reads them. */
const maxTemplates = 500;
/**
 * The most configs that stay resolved, each with its sections' names: 0.8 MB, and 5 ms for every look without
 * it.
 */
const maxConfigs = 20;

export function createReader(enter: Reader["enter"]): Reader {
  return {
    enter,
    readTemplate: memoize(maxTemplates, (text) => text, parseDescription),
    readConfig: memoize(maxConfigs, (texts: ConfigTexts) => JSON.stringify(texts), resolveConfig),
  };
}

/** A function that keeps its `most` newest answers, by a key of the argument. */
function memoize<Asked, Answer>(
  most: number,
  keyOf: (asked: Asked) => string,
  answer: (asked: Asked) => Answer,
) {
  const known = new Map<string, Answer>();
  return (asked: Asked): Answer => {
    const key = keyOf(asked);
    const found = known.get(key) ?? answer(asked);
    known.delete(key);
    known.set(key, found);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
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
