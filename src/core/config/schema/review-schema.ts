import { z } from "zod";
import { expectations } from "./expectations.ts";
import { labelNameSchema, switchSchema } from "./values.ts";

/** A kind in the effective config: `prefixes` has the built-in words and the config's own. */
function kindSchema(builtIn: string[], label: string | false, meaning: string) {
  return z
    .strictObject({
      prefixes: z
        .array(z.string().min(1).max(50))
        .optional()
        .meta({
          title: "Prefixes",
          description: `Words that open such a comment, added to: ${builtIn.join(", ")}.`,
          examples: [["p0"]],
        }),
      replace: switchSchema.default(false).meta({
        title: "Replace",
        description: "True: these prefixes replace the built-in ones.",
        examples: [true],
      }),
      label: labelNameSchema.default(label).meta({
        title: "Label",
        description: "The label on a pull request with an open thread of this kind; false for none.",
        examples: [label, false],
      }),
    })
    .transform((kind) => ({
      label: kind.label,
      prefixes: [
        ...new Set(
          kind.replace && kind.prefixes !== undefined
            ? kind.prefixes
            : [...builtIn, ...(kind.prefixes ?? [])],
        ),
      ],
    }))
    .prefault({})
    .meta({ title: meaning, description: `${meaning}.`, examples: [{ label: false }] });
}

/** The built-in words of each kind, in lower case. */
export const builtInPrefixes = {
  blocking: ["blocking", "blocker", "must", "must-fix", "required", "critical", "issue", "bug"],
  question: ["question", "q", "qq", "ask", "clarify"],
  suggestion: [
    "suggestion",
    "suggest",
    "todo",
    "consider",
    "optional",
    "chore",
    "idea",
    "proposal",
    "imo",
    "imho",
    "non-blocking",
  ],
  nit: ["nit", "nits", "nite", "nitpick", "<qualifier> nit", "minor", "polish", "quibble", "typo", "style"],
  praise: ["praise", "kudos", "nice"],
  note: ["note", "thought", "fyi", "aside", "info"],
};

export const kindsSchema = z.strictObject({
  blocking: kindSchema(builtInPrefixes.blocking, "review: blocking", "Has to be resolved before merging"),
  question: kindSchema(builtInPrefixes.question, "review: question", "Wants an answer"),
  suggestion: kindSchema(
    builtInPrefixes.suggestion,
    "review: suggestion",
    "Worth considering; the author decides",
  ),
  nit: kindSchema(builtInPrefixes.nit, "review: nit", "A detail that nobody waits for"),
  praise: kindSchema(builtInPrefixes.praise, false, "Something that was done well"),
  note: kindSchema(builtInPrefixes.note, false, "For information; nothing is asked"),
});
export type KindsConfig = z.output<typeof kindsSchema>;
export type Kind = keyof KindsConfig;

const kindNameSchema = z.enum(["blocking", "question", "suggestion", "nit"]);

export const reviewSchema = z.strictObject({
  kinds: kindsSchema.prefault({}).meta({
    title: "Kinds",
    description: "The words that say what a review comment is, and the label for each kind.",
    examples: [{ blocking: { prefixes: ["p0"] } }],
  }),
  unprefixed: z
    .enum(["none", "by-review"])
    .default("by-review")
    .meta({
      title: "Comments without a prefix",
      description:
        "by-review: a thread opened in a review that requests changes blocks, any other has no kind. none: it never has one.",
      examples: ["none"],
    }),
  hint: z
    .union([z.enum(["off", "once"]), z.literal(false)])
    .transform((hint) => (hint === false ? "off" : hint))
    .default("off")
    .meta({
      title: "Hint",
      description: "once: one line about prefixes in the review check's summary; never a comment.",
      examples: ["once"],
    }),
  gate: z
    .union([kindNameSchema, z.array(kindNameSchema)])
    .transform((gate) => (typeof gate === "string" ? [gate] : gate))
    .register(expectations, { expected: "blocking, question, suggestion or nit, or a list of these" })
    .default(["blocking"])
    .meta({
      title: "Gate",
      description: "The kinds whose open threads fail the review check under `enforcement: block`.",
      examples: [["blocking", "question"]],
    }),
  resolve: z
    .enum(["anyone", "opener"])
    .default("anyone")
    .meta({
      title: "Who resolves",
      description: "Who may resolve a blocking thread for it to count.",
      examples: ["opener"],
    }),
  back_and_forth: z
    .strictObject({
      after: z
        .int()
        .positive()
        .default(3)
        .meta({
          title: "After",
          description: "Round trips in a thread before the hint.",
          examples: [3],
        }),
      suggest: switchSchema.default(true).meta({
        title: "Suggest",
        description: "Suggest a short call, and to write the outcome back; false: no hint.",
        examples: [false],
      }),
    })
    .prefault({})
    .meta({
      title: "Back and forth",
      description: "Threads that go back and forth.",
      examples: [{ after: 4 }],
    }),
  decisions: switchSchema.default(true).meta({
    title: "Decisions",
    description: "Collect `Decision: … Options: … Reason: … Revisit: …` into the comment.",
    examples: [false],
  }),
});
export type ReviewConfig = z.output<typeof reviewSchema>;
