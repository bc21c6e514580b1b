import { z } from "zod";
import { ruleSettingsSchema } from "../../description/rules/settings.ts";
import { defaultSections } from "./default-sections.ts";
import { expectations } from "./expectations.ts";
import {
  expressionSchema,
  globSchema,
  labelsSchema,
  levelSchema,
  loginPatternSchema,
  switchSchema,
} from "./values.ts";

const sectionIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_-]*$/)
  .max(50)
  .register(expectations, { expected: "a short name in lower case such as context or test_plan" });

/** A section as a file writes it: only `id` is needed when it is one of the five defaults. */
export const sectionInputSchema = z.strictObject({
  id: sectionIdSchema.meta({
    title: "Id",
    description:
      "The section's name in this file. context, approach, risk, testing and review_focus bring their heading, aliases and hint.",
    examples: ["context", "accessibility"],
  }),
  heading: z
    .string()
    .min(1)
    .max(120)
    .optional()
    .meta({
      title: "Heading",
      description: "The heading as people see it in the template and in the comment.",
      examples: ["Accessibility"],
    }),
  aliases: z
    .array(z.string().min(1).max(120))
    .optional()
    .meta({
      title: "Aliases",
      description:
        "Other headings that count as this section, added to the known ones. Case, emoji, numbering and punctuation do not matter.",
      examples: [["A11y", "Screen readers"]],
    }),
  level: levelSchema.optional().meta({
    title: "Level",
    description:
      "What a missing or empty section is: error, warning or off. A section of your own is an error when nothing is said.",
    examples: ["warning"],
  }),
  min_words: z
    .int()
    .nonnegative()
    .max(1000)
    .optional()
    .meta({
      title: "Words at least",
      description: "Fewer words than this are too short (rule too-short). 5 when nothing is said.",
      examples: [10],
    }),
  optional: switchSchema.optional().meta({
    title: "Optional",
    description: "An optional section may be missing; when it is there, it has to say something.",
    examples: [true],
  }),
  not_applicable: switchSchema.optional().meta({
    title: "N/A is an answer",
    description: "True: a bare N/A counts; otherwise it needs a reason.",
    examples: [true],
  }),
  hint: z
    .string()
    .max(1000)
    .optional()
    .meta({
      title: "Hint",
      description: "The question that the section answers: shown in the comment and in the template.",
      examples: ["Which screen readers did you try?"],
    }),
});

/** A section of the effective config: everything is known. */
export interface Section {
  id: string;
  heading: string;
  aliases: string[];
  level: "off" | "warning" | "error";
  min_words: number;
  optional: boolean;
  not_applicable: boolean;
  hint: string;
}

/** Aliases that say the same apart from case are one: then reading an effective config again changes nothing. */
function withoutRepeats(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    const folded = word.toLowerCase();
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

function completeSection(input: z.output<typeof sectionInputSchema>): Section {
  const inherited = defaultSections.find((section) => section.id === input.id);
  return {
    id: input.id,
    heading: input.heading ?? inherited?.heading ?? input.id,
    aliases: withoutRepeats([...(inherited?.aliases ?? []), ...(input.aliases ?? [])]),
    level: input.level ?? inherited?.level ?? "error",
    min_words: input.min_words ?? inherited?.min_words ?? 5,
    optional: input.optional ?? false,
    not_applicable: input.not_applicable ?? false,
    hint: input.hint ?? inherited?.hint ?? "",
  };
}

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
        "Expressions (RE2). A Revert title also needs GitHub's generated line, Reverts owner/repo#n.",
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
