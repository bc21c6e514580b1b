import { english } from "../../../../src/core/render/words/en/index.ts";
import type { Look } from "./watch.ts";

/** The part of a look that is the same in core and through the server. */
export type Seen = Pick<Look, "at" | "line" | "labels" | "reminders" | "minimized">;

/** GitHub's ids mean nothing to a reader, and differ between worlds. */
const withoutIds = (text: string) => text.replace(/(?<=^<!-- async-review:reminder .*)@[^@#,\s]+(?=#)/gm, "");

const indent = (text: string) =>
  withoutIds(text)
    .split("\n")
    .map((line) => `  | ${line}`.trimEnd())
    .join("\n");

/** The changes from look to look, as text to read and compare. */
export function renderTimeline(looks: Seen[], timeZone: string): string {
  let line = "";
  let labels = "";
  const entries = looks.flatMap((look) => {
    const changes: string[] = [];
    if (look.line !== line) changes.push(look.line);
    if (look.labels.join(", ") !== labels) changes.push(`labels: ${look.labels.join(", ") || "none"}`);
    for (const id of look.minimized) changes.push(`minimised: ${id}`);
    for (const body of look.reminders) changes.push(`reminder:\n${indent(body)}`);
    line = look.line;
    labels = look.labels.join(", ");
    return changes.length === 0
      ? []
      : [`${look.at}  ${english.moment(look.at, timeZone)}\n${changes.join("\n")}\n`];
  });
  return entries.join("\n");
}
