import { z } from "zod";
import { durationSchema, labelNameSchema } from "./values.ts";

export const daySchema = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
export type Day = z.output<typeof daySchema>;

/** `"09:00-13:00"`, or `off` for a day that is not worked. */
const dayHoursSchema = z.union([
  z.string().regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/),
  z.literal("off"),
  z.literal(false),
]);
const timeSchema = z.string().regex(/^\d{2}:\d{2}$/);

export const hoursSchema = z.strictObject({
  days: z.array(daySchema).default(["mon", "tue", "wed", "thu", "fri"]),
  from: timeSchema.default("09:00"),
  to: timeSchema.default("17:00"),
  /** IANA name. Not set: turns and reminders are off. */
  time_zone: z.string().optional(),
  /** Dates (`2026-12-24`) or country or region codes (`DE`, `CA-ON`). */
  holidays: z.array(z.string()).default([]),
  mon: dayHoursSchema.optional(),
  tue: dayHoursSchema.optional(),
  wed: dayHoursSchema.optional(),
  thu: dayHoursSchema.optional(),
  fri: dayHoursSchema.optional(),
  sat: dayHoursSchema.optional(),
  sun: dayHoursSchema.optional(),
});
export type HoursConfig = z.output<typeof hoursSchema>;

const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const personSchema = z.strictObject({
  time_zone: z.string().optional(),
  from: timeSchema.optional(),
  to: timeSchema.optional(),
  days: z.array(daySchema).optional(),
  holidays: z.array(z.string()).optional(),
  remind: z.boolean().default(true),
  /** Dates in the person's zone, both ends included; `cover` is a login. */
  away: z
    .array(z.strictObject({ from: dateSchema, to: dateSchema, cover: z.string().optional() }))
    .default([]),
});
export type PersonConfig = z.output<typeof personSchema>;

const offOr = <Value extends z.ZodType>(value: Value) =>
  z
    .union([z.literal("off"), z.literal(false), value])
    .transform((given) => (given === "off" || given === false ? ("off" as const) : given));

export const turnsSchema = z.strictObject({
  targets: z
    .strictObject({
      default: durationSchema.default("1 business day"),
      author: durationSchema.default("2 business days"),
      labels: z
        .record(z.string(), durationSchema)
        .default({ blocker: "2 business hours", design: "2 business days", incident: "15 minutes" }),
    })
    .prefault({}),
  hours: hoursSchema.prefault({}),
  people: z.record(z.string(), personSchema).default({}),
  remind: z
    .strictObject({
      before: z.union([z.literal(0), durationSchema]).default(0),
      every: durationSchema.default("1 business day"),
      at_most: z.int().min(0).max(10).default(2),
      escalate: z.array(z.string()).default([]),
      hold: z.array(z.enum(["checks", "conflict"])).default(["checks", "conflict"]),
      merge: offOr(durationSchema).default("off"),
    })
    .prefault({}),
  labels: z
    .strictObject({
      author: labelNameSchema.default("waiting: author"),
      reviewer: labelNameSchema.default("waiting: reviewer"),
      overdue: labelNameSchema.default("overdue"),
    })
    .prefault({}),
  unassigned: offOr(durationSchema).default("1 business day"),
});
export type TurnsConfig = z.output<typeof turnsSchema>;
