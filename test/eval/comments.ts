import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { kindsSchema } from "../../src/core/config/schema-review.ts";
import { classifyComment } from "../../src/core/conversation/classify-comment.ts";

/** A careful reader's judgement of one comment. The text itself is not here: it is found by its hash. */
interface Annotation {
  source: string;
  hash: string;
  kind: string | null;
  blocking: boolean;
}

export interface EvalResult {
  scored: number;
  right: number;
  /** Right out of scored, 0 to 1. */
  accuracy: number;
  /** "annotated → classified" → how often. */
  confusion: Map<string, number>;
  wrong: { source: string; expected: string; found: string; start: string }[];
}

const data = new URL("../../../shared/data/review-comments.jsonl", import.meta.url);
const annotations = new URL("../fixtures/eval/comments.jsonl", import.meta.url);

const readLines = <Row>(url: URL): Row[] =>
  readFileSync(url, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** Classifies the annotated comments; null when the texts are not beside the project. */
export function evaluateComments(): EvalResult | null {
  if (!existsSync(data)) return null;
  const kinds = kindsSchema.parse({});
  const texts = new Map(readLines<{ text: string }>(data).map(({ text }) => [hashOf(text), text]));
  const result: EvalResult = { scored: 0, right: 0, accuracy: 0, confusion: new Map(), wrong: [] };
  for (const { source, hash, kind, blocking } of readLines<Annotation>(annotations)) {
    const text = texts.get(hash);
    if (text === undefined) continue;
    const said = classifyComment(text, kinds);
    const expected = `${kind ?? "none"}${blocking ? " (blocking)" : ""}`;
    const found = `${said.kind ?? "none"}${said.blocking ? " (blocking)" : ""}`;
    const cell = `${expected} → ${found}`;
    result.confusion.set(cell, (result.confusion.get(cell) ?? 0) + 1);
    result.scored += 1;
    if (expected === found) result.right += 1;
    else result.wrong.push({ source, expected, found, start: text.slice(0, 80) });
  }
  result.accuracy = result.scored === 0 ? 0 : result.right / result.scored;
  return result;
}

/** Prints the confusion table and the accuracy; resolves to false when the accuracy is below the target. */
export function run(): boolean {
  const result = evaluateComments();
  if (result === null) {
    console.log("comments: the texts are not beside the project (../shared/data), nothing measured");
    return true;
  }
  const rows = [...result.confusion].sort(([a], [b]) => a.localeCompare(b));
  for (const [cell, count] of rows) console.log(`${String(count).padStart(5)}  ${cell}`);
  for (const { source, expected, found, start } of result.wrong)
    console.log(`wrong: ${expected} → ${found}  ${source}  ${JSON.stringify(start)}`);
  console.log(`comments: ${result.right} of ${result.scored} right, accuracy ${result.accuracy.toFixed(4)}`);
  return result.accuracy >= 0.97;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exitCode = run() ? 0 : 1;
