import { list } from "./format.ts";

/** What check runs of every kind say. */
export const checks = {
  insertButton: { label: "Add missing sections", description: "Adds the missing headings" },
  recheckButton: { label: "Check again", description: "Reads the description again" },
  retiredTitle: "No longer needed",
  retired: "This check is no longer needed: it was turned off or renamed, or there is nothing left to check.",
  mergeGroupTitle: "Not checked: merge queue",
  mergeGroup: "The pull requests in this merge group were checked before they were queued.",
  /** Several pull requests on one head commit, as `#7`. */
  twins: ({ own, twins }: { own: string; twins: readonly string[] }) => {
    const all = twins.length === 1 ? "both" : "all of them";
    return `${own} decides this check. It has the same head commit as ${list(twins)}, and a check belongs to the commit, so the pull request with the most to fix decides for ${all}. To separate them, close ${own} or push a commit to it.`;
  },
  unreachable: (numbers: readonly string[]) => {
    const [have, theyDont] = numbers.length === 1 ? ["has", "it doesn't"] : ["have", "they don't"];
    return `${list(numbers)} ${have} the same head commit but couldn't be checked, so ${theyDont} count here.`;
  },
  /** At the end of a text that was cut to GitHub's limit. */
  cutHere: "… (cut here: GitHub's size limit)",
};
