import { builtInAliases } from "../section-names/index.ts";

/** The five sections that a repository without a file of its own is advised on. */
export const defaultSections = [
  {
    id: "context",
    heading: "Context",
    aliases: builtInAliases.context,
    level: "error",
    min_words: 5,
    hint: "What problem does this solve, and why now? Link the ticket or incident.",
  },
  {
    id: "approach",
    heading: "Approach",
    aliases: builtInAliases.approach,
    level: "error",
    min_words: 5,
    hint: "What did you change, and why this way rather than another?",
  },
  {
    id: "risk",
    heading: "Risk",
    aliases: builtInAliases.risk,
    level: "error",
    min_words: 5,
    hint: "What could go wrong, and how would we undo it?",
  },
  {
    id: "testing",
    heading: "Testing",
    aliases: builtInAliases.testing,
    level: "error",
    min_words: 5,
    hint: "How do you know that it works?",
  },
  {
    id: "review_focus",
    heading: "Review focus",
    aliases: builtInAliases.review_focus,
    level: "warning",
    min_words: 5,
    hint: "Where should a reviewer start, and what kind of feedback helps most (architecture, correctness, naming)? By when?",
  },
] as const;
