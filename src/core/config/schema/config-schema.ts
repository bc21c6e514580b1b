import { z } from "zod";
import { descriptionSchema } from "./description-schema.ts";
import { expectations } from "./expectations.ts";
import { reviewSchema } from "./review-schema.ts";
import { turnsSchema } from "./turns-schema.ts";
import {
  checkNameSchema,
  dateSchema,
  loginPatternSchema,
  switchSchema,
  wallDurationSchema,
} from "./values.ts";

const checkSchema = (name: string, about: string) =>
  checkNameSchema.default(name).meta({
    title: `Check of the ${about}`,
    description: `The name of the check run for the ${about}; false turns it off.`,
    examples: [false],
  });

const commentSchema = z.strictObject({
  when: z
    .enum(["errors", "findings", "never"])
    .default("errors")
    .meta({
      title: "When",
      description: "errors: only for findings of level error; findings: for warnings too; never.",
      examples: ["never"],
    }),
  after: wallDurationSchema.default("2 minutes").meta({
    title: "After",
    description:
      "How long it waits, from the latest of created, ready, reopened and body edited, so that nobody is interrupted while writing.",
  }),
});

const reportSchema = z.strictObject({
  enabled: switchSchema
    .default(true)
    .meta({ title: "Enabled", description: "Nothing yet: the report is not built.", examples: [false] }),
});

/**
 * `.github/async.yml`: the only definition. What goes in is what a file may say; what comes out has every
 * default.
 */
export const configSchema = z.strictObject({
  version: z
    .literal(1)
    .default(1)
    .meta({ title: "Version", description: "The version of this format.", examples: [1] }),
  enabled: switchSchema.default(true).meta({
    title: "Enabled",
    description: "False: the app does nothing here.",
    examples: [false],
  }),
  enforcement: z
    .enum(["advise", "block"])
    .default("advise")
    .meta({
      title: "Enforcement",
      description: "advise: findings never fail a check. block: findings of level error do.",
      examples: ["block"],
    }),
  /** A date; pull requests opened before its 00:00 in `turns.hours.time_zone` are only advised. */
  enforce_from: dateSchema.optional().meta({
    title: "Enforce from",
    description:
      "Pull requests opened before this date (00:00 in turns.hours.time_zone) are only advised, whatever enforcement says.",
    examples: ["2026-01-01"],
  }),
  description: descriptionSchema.prefault({}).meta({
    title: "Description",
    description: "What a pull request's description has to say.",
    examples: [{ rules: { "vague-ask": "off" } }],
  }),
  comment: commentSchema.prefault({}).meta({
    title: "Comment",
    description: "The one comment that offers the missing parts.",
    examples: [{ when: "never" }],
  }),
  checks: z
    .strictObject({
      description: checkSchema("async / description", "description"),
      review: checkSchema("async / review", "review conversation"),
      config: checkSchema("async / config", "changed config file"),
    })
    .prefault({})
    .meta({ title: "Checks", description: "Names of the check runs.", examples: [{ review: false }] }),
  review: reviewSchema.prefault({}).meta({
    title: "Review",
    description: "How the review conversation is read.",
    examples: [{ gate: ["blocking", "question"] }],
  }),
  turns: turnsSchema.prefault({}).meta({
    title: "Turns",
    description: "Whose turn it is, how long they have, and when they are reminded.",
    examples: [{ hours: { time_zone: "Europe/Berlin" } }],
  }),
  bots: z
    .array(loginPatternSchema)
    .default([])
    .meta({
      title: "Bots",
      description:
        "Machine accounts that GitHub calls users, as logins; only * is special. Like apps they have no turn and hold nothing.",
      examples: [["acme-lint", "*-ci"]],
    }),
  report: reportSchema
    .prefault({})
    .meta({ title: "Report", description: "Latency and quality figures.", examples: [{ enabled: false }] }),
  /** In the organisation's file only: keys that repositories cannot change. */
  locked: z
    .array(
      z
        .string()
        .min(1)
        .max(200)
        .register(expectations, { expected: "a key of this file such as enforcement or turns.targets" }),
    )
    .default([])
    .meta({
      title: "Locked",
      description: "In the organisation's file only: keys that repositories cannot change.",
      examples: [["enforcement", "turns.targets"]],
    }),
});

/** The effective config: every value is there. Keys are the file's own. */
export type Config = z.output<typeof configSchema>;
export type ConfigInput = z.input<typeof configSchema>;
