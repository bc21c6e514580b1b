import { listSome, plural } from "./format.ts";

/** The comment on the description. */
export const comment = {
  /** The headline, in bold. */
  asksAbout: (names: readonly string[]) => `A reviewer will ask about ${listSome(names)}.`,
  asksWhereToStart: "A reviewer will ask where to start.",
  oneThing: "One thing would help a reviewer.",
  aFewThings: "A few things would help a reviewer.",
  copy: "Copy into the description",
  insertByButton: "Press *Add missing sections* on the check to insert what's missing.",
  insertByCommand: "Comment `/async insert` to insert what's missing.",
  blocks: "This blocks merging until it's fixed.",
  doesNotBlock: "This does not block merging.",
  /** The same comment once nothing is missing: one line. */
  fixed: "Description complete. Thank you.",
  /** … when only small things are left, which alone would not have made a comment. */
  sufficient: "The description has what a review needs. Thank you.",
  /** … when somebody said `/async skip`. */
  skipped: (by: string) => `Not checked: skipped by ${by}.`,
};

/** The decision log. `Options:`, `Reason:` and `Revisit:` are what people type, in every language. */
export const decisions = {
  heading: "Decisions",
  earlier: (count: number) =>
    plural(count, { one: "1 earlier decision", other: `${count} earlier decisions` }),
  andEarlier: (count: number) => `And ${count} earlier.`,
};
