import type { Write } from "../core/planned.ts";

/** The history of one of our labels in a repository. */
export interface SeenLabel {
  /** In lower case, because GitHub compares without case. */
  name: string;
  isThere: boolean;
  /** How often people deleted it. */
  deletions: number;
}

/** People have the last word: a deleted label is created again at most once. */
const maxDeletions = 1;
/** The most labels that the query lists. In a repository with more, an unlisted label may still exist. */
const maxListed = 100;

export interface LabelHistory {
  /** Adds a look's sight of these labels to what this process and the row know about the repository. */
  note(repositoryId: number, seen: { names: string[]; labels: string[] }, row: SeenLabel[]): SeenLabel[];
}

/** The label histories of all repositories: kept in this process, and in the rows over a restart. */
export function createLabelHistory(): LabelHistory {
  const repositories = new Map<number, Map<string, SeenLabel>>();
  return {
    note(repositoryId, { names, labels }, row) {
      const known = repositories.get(repositoryId) ?? new Map<string, SeenLabel>();
      repositories.set(repositoryId, known);
      const existing = new Set(labels.map((name) => name.toLowerCase()));
      for (const label of row) known.set(label.name, merge(known.get(label.name), label));
      for (const name of new Set(names.map((given) => given.toLowerCase()))) {
        const isThere = existing.has(name);
        if (!isThere && labels.length >= maxListed) continue;
        const { isThere: wasThere = false, deletions = 0 } = known.get(name) ?? {};
        known.set(name, { name, isThere, deletions: deletions + (wasThere && !isThere ? 1 : 0) });
      }
      return [...known.values()];
    },
  };
}

/** The row may be older or newer than this process; the higher count is right. */
function merge(known: SeenLabel | undefined, row: SeenLabel): SeenLabel {
  if (known === undefined) return row;
  return { ...known, deletions: Math.max(known.deletions, row.deletions) };
}

/** Drops writes for labels that people deleted for good. Adding such a label would also create it again. */
export function withoutDeletedLabels(writes: Write[], history: SeenLabel[]): Write[] {
  const gone = new Set(history.filter(({ deletions }) => deletions > maxDeletions).map(({ name }) => name));
  const refused = new Set(
    writes.flatMap((write) =>
      write.type === "create_label" && gone.has(write.name.toLowerCase()) ? write.name : [],
    ),
  );
  return writes.filter(
    (write) => !((write.type === "create_label" || write.type === "add_label") && refused.has(write.name)),
  );
}
