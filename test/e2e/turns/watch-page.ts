import type { Life } from "../../core/turns/life/life.ts";
import type { Seen } from "../../core/turns/life/render-timeline.ts";
import type { Stage } from "./perform-deed.ts";
import { findLine } from "./set-stage.ts";

/**
 * Looks at the pull request's page: the review check's turn line, the turns' labels, and the app's comments
 * that are new or minimised since the last look. No other comment by the app is expected: every comment
 * counts as a reminder.
 */
export function watchPage({ one, app }: Stage, { turns }: Pick<Life, "turns">): (at: string) => Seen {
  const names = new Map<number, string>();
  const hidden = new Set<number>();
  const wanted = Object.values(turns.labels);
  let line = "";
  return (at) => {
    const { comments, labels, checkRuns, state } = one.see();
    const ours = comments.filter(({ author }) => author === app);
    const minimized = ours.filter(({ id, isMinimized }) => isMinimized && !hidden.has(id));
    for (const { id } of minimized) hidden.add(id);
    const reminders = ours.filter(({ id }) => !names.has(id));
    for (const [index, { id }] of ours.entries()) if (!names.has(id)) names.set(id, `reminder-${index + 1}`);
    const check = checkRuns.find(({ name }) => name === "async / review");
    // A closed pull request's checks are history.
    if (state === "open" && check) line = findLine(check.summary ?? "");
    return {
      at,
      line,
      labels: wanted.filter((name) => name !== false && labels.includes(name)) as string[],
      reminders: reminders.map(({ body }) => body),
      minimized: minimized.map(({ id }) => names.get(id)!),
    };
  };
}
