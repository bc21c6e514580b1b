import { z } from "zod";
import { weekdays } from "../../calendar/calendar.ts";
import { expectations } from "./expectations.ts";
import {
  closingTimeSchema,
  dateSchema,
  dayHoursSchema,
  durationSchema,
  holidaySchema,
  labelNameSchema,
  mentionSchema,
  offOr,
  switchSchema,
  timeSchema,
  timeZoneSchema,
} from "./values.ts";

const daySchema = z.enum(weekdays);

const oneDay = (name: string) =>
  dayHoursSchema.optional().meta({
    title: name,
    description: `Other hours on a ${name}, or off.`,
    examples: ["09:00-13:00", "off"],
  });

const hoursSchema = z.strictObject({
  days: z
    .array(daySchema)
    .default(["mon", "tue", "wed", "thu", "fri"])
    .meta({ title: "Days", description: "Working days.", examples: [["mon", "tue", "wed", "thu"]] }),
  from: timeSchema.default("09:00").meta({ title: "From", description: "Start of the working day." }),
  to: closingTimeSchema.default("17:00").meta({
    title: "To",
    description: "End of the working day; if it's before `from`, on the next day.",
  }),
  time_zone: timeZoneSchema.optional().meta({
    title: "Time zone",
    description: "IANA name. Without one, turns and reminders are off.",
  }),
  holidays: z
    .array(holidaySchema)
    .default([])
    .meta({
      title: "Holidays",
      description: "Dates, or country or region codes for their public holidays.",
      examples: [["DE-BY", "2026-12-24"]],
    }),
  mon: oneDay("Monday"),
  tue: oneDay("Tuesday"),
  wed: oneDay("Wednesday"),
  thu: oneDay("Thursday"),
  fri: oneDay("Friday"),
  sat: oneDay("Saturday"),
  sun: oneDay("Sunday"),
});

const awaySchema = z
  .strictObject({
    from: dateSchema.meta({ title: "From", description: "First day away." }),
    to: dateSchema.meta({ title: "To", description: "Last day away." }),
    cover: z
      .string()
      .optional()
      .meta({
        title: "Cover",
        description: "Login of the person who stands in.",
        examples: ["bob"],
      }),
  })
  .register(expectations, { wholeOnly: true });

const personSchema = z.strictObject({
  time_zone: timeZoneSchema.optional().meta({ title: "Time zone", description: "IANA name." }),
  from: timeSchema.optional().meta({ title: "From", description: "Start of the working day." }),
  to: closingTimeSchema.optional().meta({ title: "To", description: "End of the working day." }),
  days: z
    .array(daySchema)
    .optional()
    .meta({ title: "Days", description: "Working days.", examples: [["mon", "tue", "wed"]] }),
  holidays: z
    .array(holidaySchema)
    .optional()
    .meta({
      title: "Holidays",
      description: "Dates, or country or region codes, instead of those in `turns.hours`.",
      examples: [["CA-ON"]],
    }),
  remind: switchSchema.default(true).meta({
    title: "Remind",
    description: "False: this person is never reminded.",
    examples: [false],
  }),
  away: z
    .array(awaySchema)
    .default([])
    .meta({
      title: "Away",
      description: "Days away, both ends included, in the person's zone.",
      examples: [[{ from: "2026-12-21", to: "2027-01-03", cover: "bob" }]],
    }),
});
export type PersonConfig = z.output<typeof personSchema>;

/** Label → target. */
export const defaultLabelTargets: Record<string, string> = {
  blocker: "2 business hours",
  design: "2 business days",
  incident: "15 minutes",
};

/** Adds the default labels, ignoring case, and drops those that are `off`. */
function withDefaultLabels(given: Record<string, string>): Record<string, string> {
  const spellings = new Map(Object.keys(given).map((label) => [label.toLowerCase(), label]));
  const defaults = Object.fromEntries(
    Object.entries(defaultLabelTargets).map(([label, target]) => [spellings.get(label) ?? label, target]),
  );
  const all = Object.entries({ ...defaults, ...given });
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
        "Label → target, added to the defaults. The earliest due time among a pull request's labels counts; off removes one.",
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
      description: "How long before the turn is due the first reminder comes; 0: when it's due.",
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
        "After this time without a reviewer, the comment says so in one line; nobody is mentioned.",
      examples: ["off"],
    }),
});
export type TurnsConfig = z.output<typeof turnsSchema>;
