import { z } from "zod";
import { levelSchema } from "../../config/values.ts";

/** A rule's setting: a level alone, or a level with the rule's options. What comes out always has all options. */
function ruleSetting<Options extends z.ZodRawShape>(level: "off" | "warning" | "error", options: Options) {
  const full = z.strictObject({ level: levelSchema.default(level), ...options });
  return z
    .union([levelSchema, full])
    .transform((value) => (typeof value === "string" ? full.parse({ level: value }) : value))
    .prefault(() => level);
}

export const ruleSettingsSchema = z.strictObject({
  "unedited-template": ruleSetting("error", {}),
  placeholder: ruleSetting("error", {}),
  "too-short": ruleSetting("warning", {}),
  "linked-ticket": ruleSetting("off", { patterns: z.array(z.string()).default([]) }),
  screenshots: ruleSetting("warning", {
    paths: z
      .array(z.string())
      .default([
        "**/*.css",
        "**/*.scss",
        "**/*.less",
        "**/*.tsx",
        "**/*.jsx",
        "**/*.vue",
        "**/*.svelte",
        "**/*.html",
      ]),
  }),
  "review-order": ruleSetting("warning", { changed_lines: z.int().positive().default(400) }),
  "generated-files": ruleSetting("warning", {}),
  rollback: ruleSetting("warning", { paths: z.array(z.string()).default(["**/migrations/**"]) }),
  "unfinished-tasks": ruleSetting("off", {}),
  "vague-ask": ruleSetting("warning", {}),
  title: ruleSetting("off", { pattern: z.string().optional(), min_words: z.int().positive().default(3) }),
});

export type RuleSettings = z.output<typeof ruleSettingsSchema>;
