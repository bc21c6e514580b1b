import { readData } from "../../eval/data.ts";

/** Every real description and template at hand; null when they are not there. */
export function readRealTexts(): string[] | null {
  const files = ["pr-bodies.jsonl", "pr-templates.jsonl"].map((name) => readData<{ text: string }>(name));
  return files.includes(null) ? null : files.flatMap((rows) => rows!.map(({ text }) => text));
}
