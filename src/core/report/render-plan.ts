import type { Plan } from "../plan/plan.ts";
import type { Write } from "../plan/writes.ts";

/** A plan for a terminal: what should exist, then what would be written because it is not there yet. */
export function renderPlanText(plan: Plan, writes: Write[]): string {
  return [
    ...plan.checkRuns.flatMap(({ name, conclusion, title, summary }) => [
      `${name}: ${conclusion}, ${title}`,
      indent(summary),
      "",
    ]),
    ...(plan.comment
      ? [
          `comment (${plan.comment.create ? "wanted" : "only where it already is"}):`,
          indent(plan.comment.body),
          "",
        ]
      : []),
    ...plan.labels.map(({ name, wanted }) => `label ${name}: ${wanted ? "on" : "off"}`),
    ...plan.reminders.map(({ key }) => `reminder ${key}`),
    plan.wakeAt === null ? "looked at again: at the next event" : `looked at again: ${plan.wakeAt}`,
    writes.length === 0
      ? "nothing to write: everything is as it should be"
      : `to write: ${writes.map(describeWrite).join(", ")}`,
  ].join("\n");
}

const indent = (text: string) =>
  text
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`))
    .join("\n");

function describeWrite(write: Write): string {
  const words = write.type.replaceAll("_", " ");
  if ("name" in write) return `${words} "${write.name}"`;
  if ("checkRun" in write) return `${words} "${write.checkRun.name}"`;
  return words;
}
