import { z } from "zod";
import { ruleSettingsSchema } from "../description/rules/settings.ts";
import { defaultSections } from "./default-sections.ts";
import { levelSchema } from "./values.ts";

/** A section as a file writes it: only `id` is needed when it is one of the five defaults. */
export const sectionInputSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_-]*$/),
  heading: z.string().min(1).max(120).optional(),
  aliases: z.array(z.string().min(1).max(120)).optional(),
  level: levelSchema.optional(),
  min_words: z.int().nonnegative().optional(),
  optional: z.boolean().optional(),
  not_applicable: z.boolean().optional(),
  hint: z.string().max(1000).optional(),
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

function completeSection(input: z.output<typeof sectionInputSchema>): Section {
  const inherited = defaultSections.find((section) => section.id === input.id);
  return {
    id: input.id,
    heading: input.heading ?? inherited?.heading ?? input.id,
    aliases: [...(inherited?.aliases ?? []), ...(input.aliases ?? [])],
    level: input.level ?? inherited?.level ?? "error",
    min_words: input.min_words ?? inherited?.min_words ?? 5,
    optional: input.optional ?? false,
    not_applicable: input.not_applicable ?? false,
    hint: input.hint ?? inherited?.hint ?? "",
  };
}

/** Proportional requirements: the first entry whose conditions all hold changes the sections' levels. */
export const whenSchema = z.strictObject({
  changed_lines_below: z.int().positive().optional(),
  changed_lines_above: z.int().nonnegative().optional(),
  paths: z.array(z.string()).optional(),
  /** `paths` means any changed file, unless `all: true`. */
  all: z.boolean().default(false),
  labels: z.array(z.string()).optional(),
  base: z.array(z.string()).optional(),
  title: z.string().optional(),
  sections: z.record(z.string(), levelSchema).default({}),
  /** Text without any heading counts as this section. */
  prose_is: z.string().optional(),
});
export type When = z.output<typeof whenSchema>;

export const exemptSchema = z.strictObject({
  authors: z.array(z.string()).default(["*[bot]"]),
  labels: z.array(z.string()).default(["skip-async"]),
  drafts: z.boolean().default(true),
  titles: z.array(z.string()).default(["^Revert "]),
  merge_queue: z.boolean().default(true),
});

export const descriptionSchema = z.strictObject({
  sections: z
    .array(sectionInputSchema)
    .prefault(defaultSections.map(({ id }) => ({ id })))
    .transform((sections) => sections.map(completeSection)),
  rules: ruleSettingsSchema.prefault({}),
  when: z.array(whenSchema).prefault([
    {
      changed_lines_below: 10,
      sections: { approach: "off", risk: "off", testing: "off", review_focus: "off" },
      prose_is: "context",
    },
    { paths: ["docs/**", "**/*.md"], all: true, sections: { risk: "off", testing: "off" } },
  ]),
  exempt: exemptSchema.prefault({}),
});
export type DescriptionConfig = z.output<typeof descriptionSchema>;
