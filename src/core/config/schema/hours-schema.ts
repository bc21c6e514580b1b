import { z } from "zod";
import { expectations } from "./expectations.ts";
import {
  closingTimeSchema,
  dateSchema,
  dayHoursSchema,
  holidaySchema,
  switchSchema,
  timeSchema,
  timeZoneSchema,
} from "./values.ts";

export const daySchema = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
export type Day = z.output<typeof daySchema>;

const oneDay = (name: string) =>
  dayHoursSchema.optional().meta({
    title: name,
    description: `Other hours on a ${name}, or off.`,
    examples: ["09:00-13:00", "off"],
  });

export const hoursSchema = z.strictObject({
  days: z
    .array(daySchema)
    .default(["mon", "tue", "wed", "thu", "fri"])
    .meta({ title: "Days", description: "Working days.", examples: [["mon", "tue", "wed", "thu"]] }),
  from: timeSchema.default("09:00").meta({ title: "From", description: "Start of the working day." }),
  to: closingTimeSchema.default("17:00").meta({
    title: "To",
    description: "End of the working day; before `from` it is on the next day.",
  }),
  /** IANA name. Not set: turns and reminders are off. */
  time_zone: timeZoneSchema.optional().meta({
    title: "Time zone",
    description: "IANA name. While it is not set, turns and reminders are off.",
  }),
  /** Dates (`2026-12-24`) or country or region codes (`DE`, `CA-ON`). */
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
export type HoursConfig = z.output<typeof hoursSchema>;

const awaySchema = z
  .strictObject({
    from: dateSchema.meta({ title: "From", description: "First day away." }),
    to: dateSchema.meta({ title: "To", description: "Last day away." }),
    cover: z
      .string()
      .optional()
      .meta({
        title: "Cover",
        description: "Login of who stands in.",
        examples: ["bob"],
      }),
  })
  .register(expectations, { wholeOnly: true });

export const personSchema = z.strictObject({
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
  /** Dates in the person's zone, both ends included; `cover` is a login. */
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
