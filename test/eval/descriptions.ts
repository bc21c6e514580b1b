import type { SectionStatus } from "../../src/core/description/description.ts";
import { judge } from "../core/description/describe.ts";
import { Confusion } from "./confusion.ts";
import { readAnnotations, readData } from "./data.ts";
import type { Measured } from "./measured.ts";
import { unknownChange } from "./unknown-change.ts";

interface Body {
  repo: string;
  number: number | null;
  title: string | null;
  text: string;
}

interface Annotation {
  repo: string;
  number: number | null;
  sections: Record<string, Reading>;
}

/** A careful reader's judgement. */
type Reading = "filled" | "unfilled" | "missing" | "uncertain";

const readings: Record<SectionStatus, Exclude<Reading, "uncertain">> = {
  filled: "filled",
  "too-short": "filled",
  "not-applicable": "filled",
  unread: "missing",
  empty: "unfilled",
  placeholder: "unfilled",
  unedited: "unfilled",
  missing: "missing",
};

/** The app's status of each section of a body, without the repository's template. */
function readSections(body: Body): Map<string, string> {
  const verdict = judge(body.text, { ...unknownChange, title: body.title ?? "" });
  return new Map(verdict.sections.map(({ id, status }) => [id, readings[status]]));
}

/** Compares section statuses with the annotated descriptions; null when the data is missing. */
export function run(print: (line: string) => void): Measured | null {
  const bodies = readData<Body>("pr-bodies.jsonl");
  if (bodies === null) return null;
  const keyOf = ({ repo, number }: { repo: string; number: number | null }) => `${repo}#${number}`;
  const byKey = new Map(bodies.map((body) => [keyOf(body), body]));
  const confusion = new Confusion(["filled", "unfilled", "missing"]);
  let scored = 0;
  for (const annotation of readAnnotations<Annotation>("descriptions.jsonl")) {
    const body = byKey.get(keyOf(annotation));
    if (body === undefined)
      throw new Error(`${keyOf(annotation)} is annotated but not in the data; remove it`);
    const ours = readSections(body);
    for (const [id, expected] of Object.entries(annotation.sections)) {
      if (expected === "uncertain") continue;
      scored++;
      confusion.add(expected, ours.get(id)!);
      if (ours.get(id) !== expected)
        print(`  ${keyOf(annotation)} ${id}: ${expected}, read as ${ours.get(id)}`);
    }
  }
  print(`${scored} sections of ${byKey.size} descriptions; rows are a careful reader's, columns ours`);
  print(confusion.print());
  return { measure: "lowest precision or recall", value: confusion.lowest(), wanted: 0.95 };
}
