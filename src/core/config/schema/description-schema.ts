import { z } from "zod";
import { ruleSettingsSchema } from "../../description/rules/settings.ts";
import { defaultSections } from "./default-sections.ts";
import { completeSection, sectionInputSchema } from "./section-schema.ts";
import { expressionSchema, labelsSchema, loginPatternSchema, switchSchema } from "./values.ts";
import { whenSchema } from "./when-schema.ts";

const exemptSchema = z.strictObject({
  authors: z
    .array(loginPatternSchema)
    .default(["*[bot]"])
    .meta({
      title: "Authors",
      description: "Logins; only * is special, and case does not count.",
      examples: [["*[bot]", "release-robot"]],
    }),
  labels: labelsSchema.default(["skip-async"]).meta({
    title: "Labels",
    description: "A pull request with one of these labels is not looked at.",
    examples: [["skip-async", "release"]],
  }),
  drafts: switchSchema.default(true).meta({
    title: "Drafts",
    description: "Drafts are looked at when they become ready.",
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
    description: "Merge groups pass: their pull requests were looked at before.",
    examples: [true],
  }),
});

export const descriptionSchema = z.strictObject({
  sections: z
    .array(sectionInputSchema)
    .prefault(defaultSections.map(({ id }) => ({ id })))
    .transform((sections) => sections.map(completeSection))
    .meta({
      title: "Sections",
      description:
        "What a description has to have. A list here replaces the five defaults; the organisation's and the repository's lists merge by id.",
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
    description: "Pull requests whose description is not asked about.",
    examples: [{ labels: ["skip-async", "release"] }],
  }),
});
export type DescriptionConfig = z.output<typeof descriptionSchema>;
