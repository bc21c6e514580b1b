import { createHash } from "node:crypto";
import { kindsSchema } from "../../src/core/config/schema/review-schema.ts";
import { classifyComment } from "../../src/core/conversation/classify/classify-comment.ts";
import { Confusion } from "./confusion.ts";
import { readAnnotations, readData } from "./data.ts";
import type { Measured } from "./measured.ts";

/** A careful reader's judgement of one comment, without the text, which is found by its hash. */
interface Annotation {
  source: string;
  hash: string;
  kind: string | null;
  blocking: boolean;
}

export interface EvalResult {
  scored: number;
  right: number;
  /** The share of scored comments with the right kind, 0 to 1. */
  accuracy: number;
  confusion: Confusion;
  wrong: { source: string; expected: string; found: string; start: string }[];
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);
const nameOf = ({ kind, blocking }: { kind: string | null; blocking: boolean }) =>
  `${kind ?? "none"}${blocking === (kind === "blocking") ? "" : blocking ? "!" : "?"}`;

/** Classifies the annotated comments; null when their texts are not beside the project. */
export function evaluateComments(): EvalResult | null {
  const comments = readData<{ text: string }>("review-comments.jsonl");
  if (comments === null) return null;
  const kinds = kindsSchema.parse({});
  const texts = new Map(comments.map(({ text }) => [hashOf(text), text]));
  const judged = readAnnotations<Annotation>("comments.jsonl").flatMap(({ source, hash, ...read }) => {
    const text = texts.get(hash);
    if (text === undefined) return [];
    const said = classifyComment(text, kinds);
    return [{ source, expected: nameOf(read), found: nameOf(said), start: text.slice(0, 80) }];
  });
  const confusion = new Confusion(
    [...new Set(judged.flatMap(({ expected, found }) => [expected, found]))].sort(),
  );
  for (const { expected, found } of judged) confusion.add(expected, found);
  const wrong = judged.filter(({ expected, found }) => expected !== found);
  const right = judged.length - wrong.length;
  const accuracy = judged.length === 0 ? 0 : right / judged.length;
  return { scored: judged.length, right, accuracy, confusion, wrong };
}

/** Compares kinds with the annotated comments; null when the data is missing. */
export function run(print: (line: string) => void): Measured | null {
  const result = evaluateComments();
  if (result === null) return null;
  const { scored, right, accuracy, confusion, wrong } = result;
  for (const { source, expected, found, start } of wrong)
    print(`  ${source}: ${expected}, read as ${found}: ${JSON.stringify(start)}`);
  print(`${right} of ${scored} comments right; rows are a careful reader's, columns ours`);
  print("(! blocks although its kind does not, ? does not although its kind does)");
  print(confusion.print());
  return { measure: "accuracy", value: accuracy, wanted: 0.97 };
}
