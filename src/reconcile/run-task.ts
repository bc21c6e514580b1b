import { parseDescription } from "../core/description/parse-description.ts";
import type { GaveUp, ParsedDescription } from "../core/description/parsed-description.ts";
import type { GivenUp, Reader } from "../core/plan/look.ts";
import type { Judge } from "./judge.ts";
import { type TaskInput, type TaskName, type TaskResult, tasks } from "./tasks.ts";

/** A pull request template seldom changes and is read for every pull request. */
const mostTemplates = 500;

export function createReader(enter: Reader["enter"]): Reader {
  const templates = new Map<string, ParsedDescription | GaveUp>();
  return {
    enter,
    readTemplate(text) {
      const known = templates.get(text);
      if (known !== undefined) return known;
      if (templates.size >= mostTemplates) templates.delete(templates.keys().next().value!);
      const parsed = parseDescription(text);
      templates.set(text, parsed);
      return parsed;
    },
  };
}

/** Runs one task here and now. */
export function runTask<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  { gaveUp, reader }: { gaveUp: GivenUp; reader: Reader },
): TaskResult<Name> {
  const task = tasks[name] as (given: unknown, reader: Reader) => TaskResult<Name>;
  return task({ ...input, gaveUp }, reader);
}

/** Reads on the caller's thread, within the limits that are counted. */
export const localReader = createReader(() => {});

/** Judges on the caller's thread: the command line has nobody who waits for an answer meanwhile. */
export function createLocalJudge(): Judge {
  return {
    run: async (name, input) => runTask(name, input, { gaveUp: {}, reader: localReader }),
    close: async () => {},
  };
}
