import { z } from "zod";
import { levelSchema } from "../../config/schema/values.ts";
import type { Level } from "../../finding.ts";
import { generatedFiles } from "./generated-files.ts";
import { linkedTicket } from "./linked-ticket.ts";
import { placeholder } from "./placeholder.ts";
import { reviewOrder } from "./review-order.ts";
import { rollback } from "./rollback.ts";
import type { Rule } from "./rule.ts";
import { screenshots } from "./screenshots.ts";
import { title } from "./title.ts";
import { tooShort } from "./too-short.ts";
import { uneditedTemplate } from "./unedited-template.ts";
import { unfinishedTasks } from "./unfinished-tasks.ts";
import { vagueAsk } from "./vague-ask.ts";

/**
 * Every rule that a config can set, by id. If two find something in one section, the first one counts.
 * Findings about the whole pull request are listed in this order.
 */
export const configurableRules = {
  "unedited-template": uneditedTemplate,
  placeholder,
  "vague-ask": vagueAsk,
  "too-short": tooShort,
  "linked-ticket": linkedTicket,
  screenshots,
  "review-order": reviewOrder,
  "generated-files": generatedFiles,
  rollback,
  "unfinished-tasks": unfinishedTasks,
  title,
} as const;

export type RuleId = keyof typeof configurableRules;

/** A rule's setting: a level, or a map of the level and the rule's options. The output has all options. */
function ruleSetting<Shape extends z.ZodRawShape>(rule: Rule<Shape>) {
  const full = z.strictObject({ level: levelSchema.default(rule.level), ...rule.options });
  return z
    .union([levelSchema, full])
    .transform((value) => (typeof value === "string" ? full.parse({ level: value as Level }) : value))
    .prefault(() => rule.level)
    .describe(rule.summary);
}

type RuleOptions = { [Id in RuleId]: (typeof configurableRules)[Id]["options"] };
type RuleSettings = { [Id in RuleId]: ReturnType<typeof ruleSetting<RuleOptions[Id]>> };

/** One setting for each rule, whose options are defined beside its check. */
export const ruleSettingsSchema = z.strictObject(
  Object.fromEntries(
    Object.entries<Rule>(configurableRules).map(([id, rule]) => [id, ruleSetting(rule)]),
  ) as RuleSettings,
);
