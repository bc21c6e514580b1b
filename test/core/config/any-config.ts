import fc from "fast-check";
import { type ConfigInput, configSchema } from "../../../src/core/config/schema/config-schema.ts";

const level = fc.constantFrom("off" as const, "warning" as const, "error" as const, false as const);
const wallDuration = fc.constantFrom("0 minutes", "30 minutes", "1 day");
const duration = fc.constantFrom("4 hours", "2 business hours", "1 business day", "30 minutes");
const word = fc.constantFrom("alpha", "on", "09:00", "a: b", "#1", "é🚀", "null", "- x", "true", 'it\'s "x"');
const targetLabel = fc.oneof(word, fc.constantFrom("incident", "design"));
const label = fc.oneof(word, fc.constant(false as const), fc.constant("off" as const));
const flag = fc.oneof(fc.boolean(), fc.constant("off" as const));
const day = fc.constantFrom("mon" as const, "tue" as const, "sat" as const);
const some = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 });
const map = <Shape extends Record<string, fc.Arbitrary<unknown>>>(shape: Shape) =>
  fc.record(shape, { requiredKeys: [] });

const section = fc.record(
  {
    id: fc.constantFrom("context", "risk", "testing", "own", "other-one"),
    heading: word,
    aliases: some(word),
    level,
    min_words: fc.nat(20),
    optional: flag,
    hint: word,
  },
  { requiredKeys: ["id"] },
);
const kind = map({ prefixes: some(word), replace: fc.boolean(), label });
const rule = fc.oneof(level, map({ level }));

const parts = map({
  enabled: flag,
  enforcement: fc.constantFrom("advise", "block"),
  enforce_from: fc.constant("2026-01-01"),
  description: map({
    sections: fc.uniqueArray(section, { maxLength: 4, selector: ({ id }) => id }),
    rules: map({
      placeholder: rule,
      screenshots: fc.oneof(level, map({ level, paths: fc.constant(["ui/**"]) })),
      title: fc.oneof(level, map({ level, pattern: fc.constantFrom("^[A-Z]", "a b") })),
    }),
    when: some(
      map({
        changed_lines_below: fc.integer({ min: 1, max: 9 }),
        labels: fc.constant(["x"]),
        title: fc.constant("^x"),
      }),
    ),
    exempt: map({ authors: some(fc.constantFrom("*[bot]", "alice")), drafts: flag }),
  }),
  comment: map({ when: fc.constantFrom("errors", "never"), after: wallDuration }),
  checks: map({ description: label, review: label }),
  review: map({
    kinds: map({ blocking: kind, nit: kind }),
    gate: fc.constantFrom("blocking", ["question", "nit"]),
    hint: fc.constantFrom("once", "off", false),
  }),
  turns: map({
    targets: map({
      default: duration,
      labels: fc.dictionary(targetLabel, fc.oneof(duration, fc.constant("off"))),
    }),
    hours: map({
      days: some(day),
      from: fc.constantFrom("08:00", "10:30"),
      fri: fc.constantFrom("09:00-13:00", "off", false),
    }),
    people: fc.dictionary(
      fc.constantFrom("alice", "Bob-1"),
      map({ from: fc.constant("07:00"), remind: flag }),
    ),
    remind: map({
      before: fc.constantFrom(0, "off", "2 hours"),
      at_most: fc.nat(10),
      merge: fc.constantFrom("off", "1 day"),
    }),
    labels: map({ author: label }),
  }),
});

/** Anything that a file may say; every value is valid by itself. */
export const anyConfig: fc.Arbitrary<ConfigInput> = parts.map((config) => {
  configSchema.parse(config);
  return config as ConfigInput;
});
