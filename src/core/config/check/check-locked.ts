import type { z } from "zod";
import { findKey } from "../problems/find-key.ts";
import { type FileProblem, formatSeen } from "../problems/problem.ts";
import { configSchema } from "../schema/config-schema.ts";
import { definition, shapeOf } from "../schema/describe-expected.ts";
import { type Checked, placeIn, type ReadConfig } from "./checked.ts";

/** "" when a dotted key exists in the schema, else the sentence's end that helps. */
function unknownPart(key: string): string {
  let schema: z.core.$ZodType = configSchema;
  const steps = key.split(".");
  for (const [index, step] of steps.entries()) {
    const def = definition(shapeOf(schema));
    if (def.type === "record") return "";
    if (def.type === "array" && definition(shapeOf(def.element)).type === "object") {
      // `description.sections.<id>`: the step is an id, which only other files know.
      schema = def.element;
      continue;
    }
    const options = def.type === "union" ? def.options.map(shapeOf) : [shapeOf(schema)];
    const shape = options.map(definition).find((option) => option.type === "object")?.shape;
    if (shape === undefined) return "Write a key of this file.";
    const next = Object.hasOwn(shape, step) ? shape[step] : undefined;
    if (next === undefined) {
      const before = steps.slice(0, index).map((known) => `${known}.`);
      return findKey(
        `${before.join("")}${step}`,
        Object.keys(shape).map((known) => `${before.join("")}${known}`),
      );
    }
    schema = next;
  }
  return "";
}

/** `locked` belongs into the organisation's file, and names keys that exist. */
export function checkLocked(parsed: ReadConfig): Checked {
  const { locked, ...rest } = parsed.values;
  if (locked === undefined || locked.length === 0) return { values: parsed.values, problems: [] };
  if (parsed.source === "repository") {
    const path = ["locked"];
    const message = "locked counts in the organisation's file only. Remove it here.";
    return {
      values: rest,
      problems: [{ place: placeIn(parsed, path), path, kind: "locked", message, dropped: path }],
    };
  }
  const problems = locked.flatMap((key, index): FileProblem[] => {
    const why = unknownPart(key);
    const path = ["locked", index];
    const message = `locked[${index}] is ${formatSeen(key)}, which is an unknown key. ${why}`;
    return why === "" ? [] : [{ place: placeIn(parsed, path), path, kind: "value", message, dropped: path }];
  });
  return { values: { ...rest, locked: locked.filter((key) => unknownPart(key) === "") }, problems };
}
