import type { ShownValue } from "../../../config/diff-config.ts";
import { configPath } from "../../../observation.ts";
import { plural } from "./format.ts";

const things = (count: number) => plural(count, { one: "1 thing", other: `${count} things` });

function sayValue(value: Exclude<ShownValue, string>): string {
  switch (value.type) {
    case "not set":
      return "not set";
    case "none":
      return "none";
    case "not shown":
      return "(not shown)";
    case "not asked for":
      return "not asked for";
    case "hidden value":
      return "the organisation's value";
    case "hidden section":
      return "the organisation's section";
    case "hidden words":
      return `${value.count} words`;
  }
}

/** The check in a pull request that changes the config, the effective config as a file, and the template. */
export const config = {
  /** Titles. */
  toFix: (count: number) => `${things(count)} to fix in the config`,
  nothingChangesTitle: "Nothing changes",
  first: "The first config",
  last: "No config is left",
  valuesChange: (count: number) => plural(count, { one: "1 value changes", other: `${count} values change` }),
  withHints: ({ title, hints }: { title: string; hints: number }) =>
    `${title}, ${things(hints)} worth a look`,
  unreadTitle: "This config can't be read",
  unread: `Reading \`${configPath}\` took too long. Shorten or simplify it.`,

  problems: "What can't be used",
  problemColumns: { where: "Where", what: "What" },
  organisationsFile: (place: string) => `the organisation's ${place}`,
  errorTitle: "Can't be used",
  hintTitle: "Worth a look",

  firstFile: "This is the first file: with it the review check and the labels start.",
  lastFile:
    "No file is left: the review check, labels, turns and reminders end, and the description check only advises.",
  changes: "What changes on merge",
  changeColumns: { key: "Key", now: "Now", after: "Then" },
  sectionOrder: (path: string) => `${path} (order)`,
  value: sayValue,
  nothingChanges: "Nothing changes for pull requests.",
  lookedAtThen: "Open pull requests are looked at again then.",

  trials: (count: number) =>
    plural(count, {
      one: "The last pull request under both",
      other: `The last ${count} pull requests under both`,
    }),
  trialColumns: { pullRequest: "Pull request", now: "Now", after: "Then" },
  passing: ({ now, after }: { now: number; after: number }) => `${after} would pass; now it is ${now}.`,
  same: "the same",

  /** The effective config as a file. */
  sources: {
    default: "default",
    organisation: "organisation",
    repository: "repository",
    locked: "locked",
  },
  hiddenValue: "the organisation's value",
  aliasesNote: "Aliases are added to the known ones.",

  /** The pull request template: above a section's hint. */
  optional: "Optional.",
};
