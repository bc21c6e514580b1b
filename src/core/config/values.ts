import { z } from "zod";

/** `off` and `false` are the same; the effective config always says "off". */
export const levelSchema = z
  .union([z.enum(["off", "warning", "error"]), z.literal(false)])
  .transform((level) => (level === false ? "off" : level))
  .meta({ title: "Level", description: "off, warning or error; false is the same as off" });

/** `<n> minutes|hours|days` (wall time) or `<n> business hours|days` (working time). */
export const durationSchema = z
  .string()
  .regex(/^\d+ (?:minutes?|hours?|days?|business hours?|business days?)$/)
  .meta({
    title: "Duration",
    description: "wall time (minutes, hours, days) or working time (business hours, business days)",
    examples: ["4 hours", "2 business hours", "1 business day"],
  });

/** A label's name, or false for none. GitHub refuses names over 50 characters. */
export const labelNameSchema = z.union([z.string().min(1).max(50), z.literal(false)]);
