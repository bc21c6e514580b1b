import { z } from "zod";
import { descriptionSchema } from "./schema-description.ts";
import { reviewSchema } from "./schema-review.ts";
import { turnsSchema } from "./schema-turns.ts";
import { durationSchema } from "./values.ts";

const checkNameSchema = (name: string) =>
  z.union([z.string().min(1).max(100), z.literal(false)]).default(name);

/** `.github/async.yml`: the only definition. What goes in is what a file may say; what comes out has every default. */
export const configSchema = z.strictObject({
  version: z.literal(1).default(1),
  enabled: z.boolean().default(true),
  enforcement: z.enum(["advise", "block"]).default("advise"),
  /** A date; pull requests opened before its 00:00 in `turns.hours.time_zone` are only advised. */
  enforce_from: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  description: descriptionSchema.prefault({}),
  comment: z
    .strictObject({
      when: z.enum(["errors", "findings", "never"]).default("errors"),
      after: durationSchema.default("2 minutes"),
      on_fixed: z.enum(["collapse"]).default("collapse"),
    })
    .prefault({}),
  checks: z
    .strictObject({
      description: checkNameSchema("async / description"),
      review: checkNameSchema("async / review"),
      config: checkNameSchema("async / config"),
    })
    .prefault({}),
  review: reviewSchema.prefault({}),
  turns: turnsSchema.prefault({}),
  report: z
    .strictObject({
      enabled: z.boolean().default(true),
      digest: z.union([z.literal("off"), z.literal(false), z.string()]).default("off"),
    })
    .prefault({}),
  /** In the organisation's file only: keys that repositories cannot change. */
  locked: z.array(z.string()).default([]),
});

/** The effective config: every value is there. Keys are the file's own. */
export type Config = z.output<typeof configSchema>;
export type ConfigInput = z.input<typeof configSchema>;
