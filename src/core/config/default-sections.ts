/** The five sections that a repository without a file of its own is advised on (DESIGN: §4.1 of the design page). */
export const defaultSections = [
  {
    id: "context",
    heading: "Context",
    aliases: ["Why", "Motivation", "Background", "Problem", "Summary", "Description"],
    level: "error",
    min_words: 5,
    hint: "What problem does this solve, and why now? Link the ticket or incident.",
  },
  {
    id: "approach",
    heading: "Approach",
    aliases: ["What", "How", "Changes", "Solution", "Implementation"],
    level: "error",
    min_words: 5,
    hint: "What did you change, and why this way rather than another?",
  },
  {
    id: "risk",
    heading: "Risk",
    aliases: ["Risks", "Rollout", "Rollback", "Impact", "Breaking changes", "Trade-offs"],
    level: "error",
    min_words: 5,
    hint: "What could go wrong, and how would we undo it?",
  },
  {
    id: "testing",
    heading: "Testing",
    aliases: ["Tests", "Test plan", "How to test", "How has this been tested?", "Verification", "QA"],
    level: "error",
    min_words: 5,
    hint: "How do you know that it works?",
  },
  {
    id: "review_focus",
    heading: "Review focus",
    aliases: ["Reviewer notes", "Where to start", "Focus", "Notes for reviewers", "Feedback wanted"],
    level: "warning",
    min_words: 5,
    hint: "Where should a reviewer start, and what kind of feedback helps most (architecture, correctness, naming)? By when?",
  },
] as const;
