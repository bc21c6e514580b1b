import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { weekdays } from "../../../../src/core/calendar/calendar.ts";
import { turnsSchema } from "../../../../src/core/config/schema/turns-schema.ts";

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const thread = z.strictObject({
  id: z.string(),
  kind: z.enum(["blocking", "question", "suggestion", "nit", "praise", "note"]).nullable().default(null),
});

/** One deed: `by` does it at `at`. The other fields depend on the kind of deed. */
const deedSchema = z.strictObject({
  at: instant,
  by: z.string().default("alice"),
  does: z.enum([
    "request",
    "unrequest",
    "review",
    "reply",
    "resolve",
    "unresolve",
    "push",
    "force push",
    "merge base",
    "draft",
    "ready for review",
    "comment",
    "label",
    "react",
    "dismiss",
    "checks",
    "conflict",
    "enqueue",
    "dequeue",
    "assign",
    "decision",
    "close",
    "reopen",
    "merge",
    "delete reminder",
    "/async ready",
    "/async waiting",
    "/async snooze",
    "/async due",
    "look",
  ]),
  /** The login or team that the deed is about. */
  of: z.string().optional(),
  state: z.enum(["commented", "approved", "changes_requested"]).optional(),
  threads: z.array(thread).default([]),
  /** A thread's id. */
  to: z.string().optional(),
  onBehalfOf: z.array(z.string()).default([]),
  text: z.string().default(""),
  /** For `/async snooze` and `/async due`: how long, or which day. */
  span: z
    .union([
      z.strictObject({ type: z.literal("duration"), duration: z.string() }),
      z.strictObject({ type: z.literal("date"), date: z.string() }),
      z.strictObject({ type: z.literal("weekday"), weekday: z.enum(weekdays) }),
    ])
    .optional(),
});
export type Deed = z.output<typeof deedSchema>;

const lifeSchema = z.strictObject({
  about: z.string(),
  turns: turnsSchema,
  opened: z.strictObject({
    at: instant,
    draft: z.boolean().default(false),
    author: z.string().default("alice"),
    /** When the app first saw the pull request; by default from the start. */
    firstSeenAt: instant.optional(),
    labels: z.array(z.string()).default([]),
    reviewDecision: z.enum(["review_required"]).nullable().default(null),
    fork: z.boolean().default(false),
  }),
  reviewFocus: z.string().nullable().default(null),
  /** Stretches in which the app is down and looks at nothing. */
  outages: z.array(z.strictObject({ from: instant, to: instant })).default([]),
  deeds: z.array(deedSchema),
  /** When watching ends. */
  end: instant,
});
export type Life = z.output<typeof lifeSchema>;

/** Reads the scripted life of a pull request from a folder's `life.yml`. */
export function readLife(folder: string): Life {
  return lifeSchema.parse(parse(readFileSync(`${folder}/life.yml`, "utf8")));
}
