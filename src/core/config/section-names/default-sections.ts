import { type Language, languages } from "../../language.ts";
import { englishAliases, type SectionAliases } from "./english.ts";
import { translatedAliases } from "./translated.ts";

/** The five sections' default headings and hints in each language. */
export const defaultTexts = {
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

type SectionId = keyof SectionAliases;

const listAliases = (aliases: Partial<SectionAliases>, id: SectionId) => aliases[id]?.split("|") ?? [];

const forEachSection = (
  list: (id: SectionId) => readonly string[],
): Record<SectionId, readonly string[]> => ({
  context: list("context"),
  approach: list("approach"),
  risk: list("risk"),
  testing: list("testing"),
  review_focus: list("review_focus"),
});

const english = forEachSection((id) => listAliases(englishAliases, id));
const translated = forEachSection((id) =>
  Object.values(translatedAliases).flatMap((aliases) => listAliases(aliases, id)),
);

/** The built-in aliases of each of the five sections, in every language whatever the config's, each once. */
export const builtInAliases = forEachSection((id) => {
  const headings = languages.map((language) => defaultTexts[language][id].heading);
  return [...new Set([...headings, ...english[id], ...translated[id]])];
});

const englishWords = new Set(Object.values(english).flat());

/** Aliases without English endings: French "Comment" (how) is not the singular of "Comments". */
export const unstemmedAliases: ReadonlySet<string> = new Set(
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
).map(({ id, level }) => ({ id, level, ...defaultTexts.en[id], aliases: builtInAliases[id] }));
