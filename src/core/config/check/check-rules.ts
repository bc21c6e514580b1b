import { isTree } from "../inherit/layers.ts";
import { type FileProblem, formatPath, formatSeen } from "../problems/problem.ts";
import { findTooMany } from "../patterns/compile-pattern.ts";
import { describeExpected } from "../schema/describe-expected.ts";
import { expectations } from "../schema/expectations.ts";
import { expressionSchema, globSchema } from "../schema/values.ts";
import { type Checked, placeIn, type ReadConfig } from "./checked.ts";

/** What a rule's options hold, by their name: the same word means the same thing in every rule. */
const meanings: Record<string, typeof globSchema> = {
  paths: globSchema,
  pattern: expressionSchema,
  patterns: expressionSchema,
};

function checkOption(parsed: ReadConfig, rule: string, option: string, value: unknown): FileProblem[] {
  const schema = Object.hasOwn(meanings, option) ? meanings[option] : undefined;
  if (schema === undefined) return [];
  const whole = ["description", "rules", rule, option];
  const entries: unknown[] = [value].flat();
  const tooMany = schema === expressionSchema ? findTooMany(entries.map(String)) : null;
  return entries.flatMap((entry, index): FileProblem[] => {
    const shape = schema.safeParse(entry);
    const own = shape.success ? expectations.get(schema)?.check?.(shape.data) : "";
    const reason = own ?? tooMany?.get(index);
    if (reason === null || reason === undefined) return [];
    const path = Array.isArray(value) ? [...whole, index] : whole;
    const why = typeof reason === "string" && reason !== "" ? ` (${reason})` : "";
    const message = `${formatPath(path)} can't be ${formatSeen(entry)}${why}. Write ${describeExpected(schema)}.`;
    return [{ place: placeIn(parsed, path), path, kind: "value", message, dropped: whole }];
  });
}

/** Globs and expressions in the options of rules. A broken one takes its option out: the default counts. */
export function checkRules(parsed: ReadConfig): Checked {
  const { description } = parsed.values;
  if (description?.rules === undefined) return { values: parsed.values, problems: [] };
  const problems: FileProblem[] = [];
  const rules = Object.entries(description.rules).map(([rule, setting]) => {
    if (!isTree(setting)) return [rule, setting];
    const kept = Object.entries(setting).filter(([option, value]) => {
      const found = checkOption(parsed, rule, option, value);
      problems.push(...found);
      return found.length === 0;
    });
    return [rule, Object.fromEntries(kept)];
  });
  const values = { ...parsed.values, description: { ...description, rules: Object.fromEntries(rules) } };
  return { values, problems };
}
