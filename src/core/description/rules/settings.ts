import { z } from "zod";
import { levelSchema } from "../../config/schema/values.ts";
import type { Level } from "../../finding.ts";
import { configurableRules as rules } from "./index.ts";
import type { Rule } from "./rule.ts";

/**
 * A rule's setting: a level alone, or a level with the rule's options. What comes out always has all options.
 */
function ruleSetting<Shape extends z.ZodRawShape>(rule: Rule<Shape>) {
  const full = z.strictObject({ level: levelSchema.default(rule.level), ...rule.options });
  return z
    .union([levelSchema, full])
    .transform((value) => (typeof value === "string" ? full.parse({ level: value as Level }) : value))
    .prefault(() => rule.level)
    .describe(rule.summary);
}

/** One setting for each rule. Their options are defined beside their checks. */
export const ruleSettingsSchema = z.strictObject({
  "unedited-template": ruleSetting(rules["unedited-template"]),
  placeholder: ruleSetting(rules.placeholder),
  "too-short": ruleSetting(rules["too-short"]),
  "linked-ticket": ruleSetting(rules["linked-ticket"]),
  screenshots: ruleSetting(rules.screenshots),
  "review-order": ruleSetting(rules["review-order"]),
  "generated-files": ruleSetting(rules["generated-files"]),
  rollback: ruleSetting(rules.rollback),
  "unfinished-tasks": ruleSetting(rules["unfinished-tasks"]),
  "vague-ask": ruleSetting(rules["vague-ask"]),
  title: ruleSetting(rules.title),
});
