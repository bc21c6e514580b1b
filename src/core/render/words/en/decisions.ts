import { plural } from "./format.ts";

/** The decision log. `Options:`, `Reason:` and `Revisit:` are what people type, in every language. */
export const decisions = {
  heading: "Decisions",
  earlier: (count: number) =>
    plural(count, { one: "1 earlier decision", other: `${count} earlier decisions` }),
  andEarlier: (count: number) => `And ${count} earlier.`,
};
