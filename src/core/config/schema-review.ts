import { z } from "zod";
import { labelNameSchema } from "./values.ts";

/** A kind as the effective config has it: `prefixes` holds the built-in words and the config's own. */
function kindSchema(prefixes: string[], label: string | false) {
  return z
    .strictObject({
      prefixes: z.array(z.string().min(1).max(50)).optional(),
      /** The config's prefixes instead of the built-in ones, not beside them. */
      replace: z.boolean().default(false),
      label: labelNameSchema.default(label),
    })
    .transform((kind) => ({
      label: kind.label,
      prefixes: kind.replace ? (kind.prefixes ?? []) : [...prefixes, ...(kind.prefixes ?? [])],
    }))
    .prefault({});
}

export const kindsSchema = z.strictObject({
  blocking: kindSchema(
    ["blocking", "blocker", "must", "must-fix", "required", "critical", "issue", "bug"],
    "review: blocking",
  ),
  question: kindSchema(["question", "q", "qq", "ask", "clarify"], "review: question"),
  suggestion: kindSchema(
    [
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
    "review: suggestion",
  ),
  nit: kindSchema(
    ["nit", "nits", "nite", "nitpick", "<qualifier> nit", "minor", "polish", "quibble", "typo", "style"],
    "review: nit",
  ),
  praise: kindSchema(["praise", "kudos", "nice"], false),
  note: kindSchema(["note", "thought", "fyi", "aside", "info"], false),
});
export type KindsConfig = z.output<typeof kindsSchema>;
export type Kind = keyof KindsConfig;

const kindNameSchema = z.enum(["blocking", "question", "suggestion", "nit"]);

export const reviewSchema = z.strictObject({
  kinds: kindsSchema.prefault({}),
  unprefixed: z.enum(["none", "by-review"]).default("by-review"),
  hint: z
    .union([z.enum(["off", "once"]), z.literal(false)])
    .transform((hint) => (hint === false ? "off" : hint))
    .default("off"),
  gate: z
    .union([kindNameSchema, z.array(kindNameSchema)])
    .transform((gate) => (typeof gate === "string" ? [gate] : gate))
    .default(["blocking"]),
  resolve: z.enum(["anyone", "opener"]).default("anyone"),
  back_and_forth: z
    .strictObject({ after: z.int().positive().default(3), suggest: z.boolean().default(true) })
    .prefault({}),
  decisions: z.boolean().default(true),
});
export type ReviewConfig = z.output<typeof reviewSchema>;
