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
      return plural(value.count, { one: "1 word", other: `${value.count} words` });
  }
}

/** The check in a pull request that changes the config, the effective config as a file, and the template. */
export const config = {
  /** Titles. */
  toFix: (count: number) => `${things(count)} to fix in the config`,
  nothingChangesTitle: "Nothing changes",
  first: "First config",
  last: "Config removed",
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

  firstFile: "This is the first config. It turns on the review check and the labels.",
  lastFile:
    "No config is left. The review check, labels, turns and reminders stop, and the description check only advises.",
  changes: "What changes on merge",
  changeColumns: { key: "Key", now: "Now", after: "After" },
  sectionOrder: (path: string) => `${path} (order)`,
  value: sayValue,
  nothingChanges: "Nothing changes for pull requests.",
  lookedAtThen: "Open pull requests are checked again then.",

  trials: (count: number) =>
    plural(count, {
      one: "The last pull request, before and after",
      other: `The last ${count} pull requests, before and after`,
    }),
  trialColumns: { pullRequest: "Pull request", now: "Now", after: "After" },
  passing: ({ now, after }: { now: number; after: number }) =>
    `${plural(now, { one: "1 passes", other: `${now} pass` })} now; ${after} would after the change.`,
  same: "the same",

  /** The effective config as a file. */
  sources: {
    default: "default",
    organisation: "organisation",
    repository: "repository",
    locked: "locked",
  },
  hiddenValue: "the organisation's value",
  aliasesNote: "Aliases are added to the built-in ones.",

  /** The pull request template: above a section's hint. */
  optional: "Optional.",
};
