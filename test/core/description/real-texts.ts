import { readData } from "../../eval/data.ts";

/** All collected descriptions and templates; null when they are not available. */
export function readRealTexts(): string[] | null {
  const files = ["pr-bodies.jsonl", "pr-templates.jsonl"].map((name) => readData<{ text: string }>(name));
  return files.includes(null) ? null : files.flatMap((rows) => rows!.map(({ text }) => text));
}
