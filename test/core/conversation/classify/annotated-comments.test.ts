import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluateComments } from "../../../eval/comments.ts";

const path = new URL("../../../fixtures/eval/comments.jsonl", import.meta.url);
const annotations = readFileSync(path, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Record<string, unknown>);
const result = evaluateComments();
if (result === null)
  console.info("The annotated texts are not beside the project: accuracy is not measured.");

describe("the annotated comments", () => {
  it("are many and distinct, and hold no text", () => {
    expect(annotations.length).toBeGreaterThanOrEqual(250);
    expect(new Set(annotations.map(({ hash }) => hash)).size).toBe(annotations.length);
    for (const annotation of annotations) {
      expect(Object.keys(annotation)).toEqual(["source", "hash", "kind", "blocking"]);
      expect(annotation.hash).toMatch(/^[0-9a-f]{16}$/);
    }
  });

  it.skipIf(result === null)("get the kind that a careful reader gives, at least 97 in 100", () => {
    expect(result!.accuracy).toBeGreaterThanOrEqual(0.97);
    expect(result!.scored).toBe(annotations.length);
  });
});
