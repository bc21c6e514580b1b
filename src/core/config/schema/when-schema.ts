import { z } from "zod";
import { expectations } from "./expectations.ts";
import { expressionSchema, globSchema, labelsSchema, levelSchema, switchSchema } from "./values.ts";

/** Proportional requirements: the first entry whose conditions all hold changes the sections' levels. */
export const whenSchema = z
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
