import type { Plan, Write } from "../planned.ts";
import { toTerminalText } from "../text/quote-text.ts";
import type { Explanation } from "./explain-plan.ts";

/** A plan for a terminal: what should exist, why, and what would be written. */
export function renderPlanText(plan: Plan, writes: Write[], explanations: Explanation[]): string {
  const { checkRuns, comment, labels, reminders, replies, reactions, bodyEdit, wakeAt } = plan;
  const blocks = [
    ...checkRuns.map(({ name, conclusion, title, summary }) =>
      block(`${name}: ${conclusion}, ${title}`, summary),
    ),
    ...(comment
      ? [block(`comment (${comment.create ? "wanted" : "only where it already is"}):`, comment.body)]
      : []),
    ...(bodyEdit ? [block("description, with the missing sections:", bodyEdit.to)] : []),
    ...reminders.map(({ key, body }) => block(`reminder ${key}:`, body)),
    ...replies.map(({ key, body }) => block(`reply ${key}:`, body)),
    [
      ...labels.map(({ name, wanted }) => `label "${name}": ${wanted ? "on" : "off"}`),
      ...reactions.map(
        ({ content, subjectId }) => `reaction ${content.replaceAll("_", " ")} on ${subjectId}`,
      ),
    ].join("\n"),
    ["why:", ...explanations.map(renderExplanation)].join("\n"),
    [
      wakeAt === null ? "looked at again: at the next event" : `looked at again: ${wakeAt}`,
      writes.length === 0
        ? "nothing to write: everything is as it should be"
        : `to write: ${writes.map(describeWrite).join(", ")}`,
    ].join("\n"),
  ];
  return toTerminalText(blocks.filter((text) => text !== "").join("\n\n"));
}

const block = (head: string, text: string) => `${head}\n${indent(text)}`;

/** A single reason follows its topic; several go below it. */
function renderExplanation({ about, reasons }: Explanation): string {
  const lines = reasons.map((reason) => reason.replace(/\s+/g, " "));
  return lines.length === 1 ? `  ${about}: ${lines[0]}` : `  ${about}:\n${indent(indent(lines.join("\n")))}`;
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
