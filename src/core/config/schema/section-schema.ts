import { z } from "zod";
import type { Level } from "../../finding.ts";
import { defaultSections } from "../section-names/default-sections.ts";
import { expectations } from "./expectations.ts";
import { levelSchema, switchSchema } from "./values.ts";

const sectionIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_-]*$/)
  .max(50)
  .register(expectations, { expected: "a short name in lower case such as context or test_plan" });

/** A section as written in a file. One of the five defaults needs only its `id`. */
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
        "Other headings that count as this section, added to the built-in ones. Case, emoji, numbering and punctuation don't matter.",
      examples: [["A11y", "Screen readers"]],
    }),
  level: levelSchema.optional().meta({
    title: "Level",
    description:
      "The level of a finding about this section: error, warning or off. Your own sections default to error.",
    examples: ["warning"],
  }),
  min_words: z
    .int()
    .nonnegative()
    .max(1000)
    .optional()
    .meta({
      title: "Minimum words",
      description: "Fewer words than this are too short (rule too-short). The default is 5.",
      examples: [10],
    }),
  optional: switchSchema.optional().meta({
    title: "Optional",
    description: "An optional section may be missing, but not empty.",
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

/** A section of the effective config, with every value. */
export interface Section {
  id: string;
  heading: string;
  aliases: string[];
  level: Level;
  min_words: number;
  optional: boolean;
  not_applicable: boolean;
  hint: string;
}

/** What a section has when neither the file nor a default with its id says otherwise. */
export const plainSection = {
  level: "error",
  min_words: 5,
  optional: false,
  not_applicable: false,
  hint: "",
} as const satisfies Partial<Section>;

/** Drops aliases that differ only in case, so that reading an effective config again changes nothing. */
function withoutRepeats(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    const folded = word.toLowerCase();
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

/** The section with every value: from the file, else from the default with its id, else the plain one. */
export function completeSection(input: z.output<typeof sectionInputSchema>): Section {
  const inherited = defaultSections.find((section) => section.id === input.id);
  return {
    id: input.id,
    heading: input.heading ?? inherited?.heading ?? input.id,
    aliases: withoutRepeats([...(inherited?.aliases ?? []), ...(input.aliases ?? [])]),
    level: input.level ?? inherited?.level ?? plainSection.level,
    min_words: input.min_words ?? plainSection.min_words,
    optional: input.optional ?? plainSection.optional,
    not_applicable: input.not_applicable ?? plainSection.not_applicable,
    hint: input.hint ?? inherited?.hint ?? plainSection.hint,
  };
}
