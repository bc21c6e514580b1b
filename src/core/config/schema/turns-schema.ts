import { z } from "zod";
import { expectations } from "./expectations.ts";
import { hoursSchema, personSchema } from "./hours-schema.ts";
import { durationSchema, labelNameSchema, mentionSchema, offOr } from "./values.ts";

/** Labels that come with a target of their own. */
export const defaultLabelTargets: Record<string, string> = {
  blocker: "2 business hours",
  design: "2 business days",
  incident: "15 minutes",
};

/** A map merges with the default key by key; `off` takes a label's target away. */
function withDefaultLabels(given: Record<string, string>): Record<string, string> {
  const all = Object.entries({ ...defaultLabelTargets, ...given });
  return Object.fromEntries(all.filter(([, target]) => target !== "off"));
}

const targetsSchema = z.strictObject({
  default: durationSchema.default("1 business day").meta({
    title: "Reviewers",
    description: "How long a reviewer has.",
  }),
  author: durationSchema.default("2 business days").meta({
    title: "Author",
    description: "How long the author has after changes are requested or a thread asks.",
  }),
  labels: z
    .record(z.string(), offOr(durationSchema))
    .prefault(defaultLabelTargets)
    .transform(withDefaultLabels)
    .meta({
      title: "By label",
      description:
        "Label → target, added to the default's. The earliest due instant among a pull request's labels counts; off takes one away.",
      examples: [{ hotfix: "1 business hour", incident: "off" }],
    }),
});

const remindSchema = z.strictObject({
  before: z
    .union([z.literal(0), z.literal("off"), z.literal(false), durationSchema])
    .transform((before) => (before === "off" || before === false ? (0 as const) : before))
    .register(expectations, { expected: '0, or a duration such as "2 business hours"' })
    .default(0)
    .meta({
      title: "Before",
      description: "How long before the due instant the first reminder comes; 0: when it is due.",
      examples: ["2 business hours"],
    }),
  every: durationSchema.default("1 business day").meta({
    title: "Every",
    description: "The time between two reminders.",
  }),
  at_most: z
    .int()
    .min(0)
    .max(10)
    .default(2)
    .meta({
      title: "At most",
      description: "Reminders for one turn; 0: none.",
      examples: [1],
    }),
  escalate: z
    .array(mentionSchema)
    .default([])
    .meta({
      title: "Escalate",
      description: "Logins or teams, mentioned once, with the last reminder.",
      examples: [["acme/payments"]],
    }),
  hold: z
    .array(z.enum(["checks", "conflict"]))
    .default(["checks", "conflict"])
    .meta({
      title: "Hold",
      description: "What holds a reminder back while it lasts: a red check, a merge conflict.",
      examples: [["conflict"]],
    }),
  merge: offOr(durationSchema)
    .default("off")
    .meta({
      title: "Merge",
      description: "Remind the author of an approved pull request after this time.",
      examples: ["1 business day"],
    }),
});

export const turnsSchema = z.strictObject({
  targets: targetsSchema.prefault({}).meta({
    title: "Targets",
    description: "How long somebody has, from the start of their turn.",
    examples: [{ default: "4 business hours" }],
  }),
  hours: hoursSchema.prefault({}).meta({
    title: "Working hours",
    description: "When people work, unless `people` says otherwise.",
    examples: [{ time_zone: "Europe/Berlin", from: "08:30" }],
  }),
  people: z
    .record(z.string(), personSchema)
    .default({})
    .meta({
      title: "People",
      description: "Login → that person's hours and absences. Never printed on GitHub.",
      examples: [{ alice: { time_zone: "America/Toronto" } }],
    }),
  remind: remindSchema.prefault({}).meta({
    title: "Reminders",
    description: "When and how often, inside the person's hours.",
    examples: [{ at_most: 1 }],
  }),
  labels: z
    .strictObject({
      author: labelNameSchema.default("waiting: author").meta({
        title: "Author's turn",
        description: "The label while the author is asked; false for none.",
        examples: [false],
      }),
      reviewer: labelNameSchema.default("waiting: reviewer").meta({
        title: "Reviewer's turn",
        description: "The label while a reviewer is asked; false for none.",
        examples: [false],
      }),
      overdue: labelNameSchema.default("overdue").meta({
        title: "Overdue",
        description: "The label once a target has passed; false for none.",
        examples: [false],
      }),
    })
    .prefault({})
    .meta({
      title: "Labels",
      description: "Labels that say whose turn it is.",
      examples: [{ overdue: "late" }],
    }),
  unassigned: offOr(durationSchema)
    .default("1 business day")
    .meta({
      title: "Nobody asked",
      description:
        "After this time without any reviewer asked, the comment says so in a line; never a mention.",
      examples: ["off"],
    }),
});
export type TurnsConfig = z.output<typeof turnsSchema>;
