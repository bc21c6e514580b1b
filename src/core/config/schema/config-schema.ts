import { z } from "zod";
import { ruleSettingsSchema } from "../../description/rules/index.ts";
import { languages } from "../../language.ts";
import { defaultSections } from "../section-names/default-sections.ts";
import { expectations } from "./expectations.ts";
import { reviewSchema } from "./review-schema.ts";
import { completeSection, sectionInputSchema } from "./section-schema.ts";
import { turnsSchema } from "./turns-schema.ts";
import {
  checkNameSchema,
  dateSchema,
  expressionSchema,
  globSchema,
  labelsSchema,
  levelSchema,
  loginPatternSchema,
  switchSchema,
  wallDurationSchema,
} from "./values.ts";

/** Proportional requirements: the first entry whose conditions all hold changes the sections' levels. */
const whenSchema = z
  .strictObject({
    changed_lines_below: z
      .int()
      .positive()
      .optional()
      .meta({
        title: "Changed lines below",
        description: "Fewer changed lines (additions plus deletions) than this.",
        examples: [10],
      }),
    changed_lines_above: z
      .int()
      .nonnegative()
      .optional()
      .meta({
        title: "Changed lines above",
        description: "More changed lines (additions plus deletions) than this.",
        examples: [400],
      }),
    paths: z
      .array(globSchema)
      .optional()
      .meta({
        title: "Paths",
        description: "Any changed file matches one of these globs; every changed file with `all: true`.",
        examples: [["docs/**"]],
      }),
    all: switchSchema.default(false).meta({
      title: "All files",
      description: "`paths` means every changed file instead of any.",
      examples: [true],
    }),
    labels: labelsSchema.optional().meta({
      title: "Labels",
      description: "The pull request has one of these labels.",
      examples: [["hotfix"]],
    }),
    base: z
      .array(globSchema)
      .optional()
      .meta({
        title: "Base branches",
        description: "The base branch matches one of these globs.",
        examples: [["release/*"]],
      }),
    title: expressionSchema.optional().meta({
      title: "Title",
      description: "The title matches this expression (RE2).",
      examples: ["^chore\\b"],
    }),
    sections: z
      .record(z.string(), levelSchema)
      .default({})
      .meta({
        title: "Levels of sections",
        description: "Section id → level, instead of the section's own level.",
        examples: [{ risk: "off", testing: "off" }],
      }),
    prose_is: z
      .string()
      .optional()
      .meta({
        title: "Prose is",
        description: "A description without any heading counts as this section.",
        examples: ["context"],
      }),
  })
  .register(expectations, { wholeOnly: true });
export type When = z.output<typeof whenSchema>;

const exemptSchema = z.strictObject({
  authors: z
    .array(loginPatternSchema)
    .default(["*[bot]"])
    .meta({
      title: "Authors",
      description: "Logins; only * is special, and case doesn't matter.",
      examples: [["*[bot]", "release-robot"]],
    }),
  labels: labelsSchema.default(["skip-async"]).meta({
    title: "Labels",
    description: "A pull request with one of these labels isn't checked.",
    examples: [["skip-async", "release"]],
  }),
  drafts: switchSchema.default(true).meta({
    title: "Drafts",
    description: "Drafts aren't checked until they are ready for review.",
    examples: [false],
  }),
  titles: z
    .array(expressionSchema)
    .default(["^Revert "])
    .meta({
      title: "Titles",
      description:
        "Expressions (RE2). A Revert title also needs GitHub's generated line, Reverts owner/repo#n, of an earlier pull request here.",
      examples: [["^Revert ", "^Release v[0-9]"]],
    }),
  merge_queue: switchSchema.default(true).meta({
    title: "Merge queue",
    description: "Merge groups pass: their pull requests were checked before.",
    examples: [true],
  }),
});

const descriptionSchema = z.strictObject({
  sections: z
    .array(sectionInputSchema)
    .prefault(defaultSections.map(({ id }) => ({ id })))
    .transform((sections) => sections.map(completeSection))
    .meta({
      title: "Sections",
      description:
        "The sections that a description needs. A list here replaces the five defaults; the organisation's and the repository's lists merge by id.",
      examples: [[{ id: "context" }, { id: "testing", level: "warning" }]],
    }),
  rules: ruleSettingsSchema.prefault({}).meta({
    title: "Rules",
    description: "Each: off, warning or error, or a map of level and the rule's options.",
    examples: [{ "vague-ask": "off", title: { level: "warning", min_words: 3 } }],
  }),
  when: z
    .array(whenSchema)
    .prefault([
      {
        changed_lines_below: 10,
        sections: { approach: "off", risk: "off", testing: "off", review_focus: "off" },
        prose_is: "context",
      },
      { paths: ["docs/**", "**/*.md"], all: true, sections: { risk: "off", testing: "off" } },
    ])
    .meta({
      title: "When",
      description:
        "Proportional requirements: the first entry whose conditions all hold changes the sections' levels. A list here replaces the default.",
      examples: [[{ changed_lines_below: 10, sections: { risk: "off" } }]],
    }),
  exempt: exemptSchema.prefault({}).meta({
    title: "Exempt",
    description: "Pull requests whose description isn't checked.",
    examples: [{ labels: ["skip-async", "release"] }],
  }),
});
export type DescriptionConfig = z.output<typeof descriptionSchema>;

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
      "How long it waits after the pull request was created, marked ready, reopened or edited, so that nobody is interrupted while writing.",
  }),
});

const reportSchema = z.strictObject({
  enabled: switchSchema.default(true).meta({
    title: "Enabled",
    description:
      "Whether the app keeps, for each closed pull request, what the report counts: times and numbers, no names and no texts.",
    examples: [false],
  }),
});

/**
 * `.github/async.yml`: the only definition. The input is what a file may say; the output has every default.
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
  enforce_from: dateSchema.optional().meta({
    title: "Enforce from",
    description:
      "Pull requests opened before this date (00:00 in turns.hours.time_zone) only get advice, whatever enforcement says.",
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
        "Logins of machine accounts that look like users to GitHub; only * is special. Like apps, they have no turn and hold nothing.",
      examples: [["acme-lint", "*-ci"]],
    }),
  language: z
    .enum(languages)
    .default("en")
    .meta({
      title: "Language",
      description:
        "The language of what the app writes on GitHub, and of the built-in sections' headings and hints. Commands, labels and check names stay as they are.",
      examples: ["de"],
    }),
  report: reportSchema.prefault({}).meta({
    title: "Report",
    description: "What the app keeps for `async-review report`.",
    examples: [{ enabled: false }],
  }),
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
