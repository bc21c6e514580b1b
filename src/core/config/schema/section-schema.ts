import { z } from "zod";
import { englishNames, type SectionNames } from "../section-names/english.ts";
import { translatedNames } from "../section-names/translated.ts";
import { type Language, languages } from "../../language.ts";
import { expectations } from "./expectations.ts";
import { levelSchema, switchSchema } from "./values.ts";

/** The five sections' default headings and hints in each language. */
export const defaultNames = {
  en: {
    context: {
      heading: "Context",
      hint: "What problem does this solve, and why now? Link the ticket or incident.",
    },
    approach: {
      heading: "Approach",
      hint: "What did you change, and why this way rather than another?",
    },
    risk: { heading: "Risk", hint: "What could go wrong, and how would we undo it?" },
    testing: { heading: "Testing", hint: "How do you know that it works?" },
    review_focus: {
      heading: "Review focus",
      hint: "Where should a reviewer start, and what kind of feedback helps most (architecture, correctness, naming)? By when?",
    },
  },
  de: {
    context: {
      heading: "Kontext",
      hint: "Welches Problem löst das, und warum jetzt? Verlinke das Ticket oder die Störung.",
    },
    approach: {
      heading: "Ansatz",
      hint: "Was hast du geändert, und warum so und nicht anders?",
    },
    risk: { heading: "Risiko", hint: "Was könnte schiefgehen, und wie machen wir es rückgängig?" },
    testing: { heading: "Tests", hint: "Woher weißt du, dass es funktioniert?" },
    review_focus: {
      heading: "Review-Fokus",
      hint: "Wo soll das Review anfangen, und welches Feedback hilft dir am meisten (Architektur, Korrektheit, Benennung)? Bis wann?",
    },
  },
} as const satisfies Record<Language, Record<string, { heading: string; hint: string }>>;

type SectionId = keyof SectionNames;

const namesIn = (names: Partial<SectionNames>, id: SectionId) => names[id]?.split("|") ?? [];

const forEachSection = (
  list: (id: SectionId) => readonly string[],
): Record<SectionId, readonly string[]> => ({
  context: list("context"),
  approach: list("approach"),
  risk: list("risk"),
  testing: list("testing"),
  review_focus: list("review_focus"),
});

const english = forEachSection((id) => namesIn(englishNames, id));
const translated = forEachSection((id) =>
  Object.values(translatedNames).flatMap((names) => namesIn(names, id)),
);

/** The built-in words for each of the five sections, in every language whatever the config's, each once. */
export const builtInAliases = forEachSection((id) => {
  const headings = languages.map((language) => defaultNames[language][id].heading);
  return [...new Set([...headings, ...english[id], ...translated[id]])];
});

const englishWords = new Set(Object.values(english).flat());

/** Words without English endings: French "Comment" (how) is not the singular of "Comments". */
export const translatedAliases: ReadonlySet<string> = new Set(
  Object.values(translated)
    .flat()
    .filter((alias) => !englishWords.has(alias)),
);

/** The five sections that a repository without a file of its own is advised on. */
export const defaultSections = (
  [
    { id: "context", level: "error" },
    { id: "approach", level: "error" },
    { id: "risk", level: "error" },
    { id: "testing", level: "error" },
    { id: "review_focus", level: "warning" },
  ] as const
).map(({ id, level }) => ({ id, level, ...defaultNames.en[id], aliases: builtInAliases[id], min_words: 5 }));

const sectionIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_-]*$/)
  .max(50)
  .register(expectations, { expected: "a short name in lower case such as context or test_plan" });

/** A section as a file writes it: one of the five defaults needs only its `id`. */
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
  level: "off" | "warning" | "error";
  min_words: number;
  optional: boolean;
  not_applicable: boolean;
  hint: string;
}

/** Aliases that differ only in case are one, so that reading an effective config again changes nothing. */
function withoutRepeats(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    const folded = word.toLowerCase();
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

/**
 * The section with every value: from the file, else from the default with its id, else the default for own
 * sections.
 */
export function completeSection(input: z.output<typeof sectionInputSchema>): Section {
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
