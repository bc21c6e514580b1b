import { list } from "./format.ts";

/** What check runs of every kind say. */
export const checks = {
  insertButton: { label: "Add missing sections", description: "Puts the missing headings into the body" },
  recheckButton: { label: "Check again", description: "Reads the description once more" },
  retiredTitle: "Not needed any more",
  retired:
    "Nothing asks for this check any more: it was turned off or renamed, or what it was about is gone.",
  mergeGroupTitle: "Not checked: merge queue",
  mergeGroup: "The pull requests in this merge group were looked at before they were queued.",
  /** Several pull requests on one head commit, as `#7`. */
  twins: ({ own, twins }: { own: string; twins: readonly string[] }) => {
    const [have, all] = twins.length === 1 ? ["has", "both"] : ["have", "all"];
    return `${own} decides this check. ${list(twins)} ${have} the same head commit, and a check belongs to the commit, so ${all} share it: the one that needs most decides. To part them, close ${own} or push a commit to it.`;
  },
  unseen: (numbers: readonly string[]) => {
    const [have, theyDont] = numbers.length === 1 ? ["has", "it doesn't"] : ["have", "they don't"];
    return `${list(numbers)} ${have} the same head commit but couldn't be looked at, so ${theyDont} count here.`;
  },
  /** At the end of what GitHub would not take whole. */
  cutHere: "… (cut here: GitHub takes no more)",
};
