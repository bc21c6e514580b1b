import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { kindsSchema } from "../../../../src/core/config/schema/review-schema.ts";
import {
  classifyComment,
  effectiveKind,
} from "../../../../src/core/conversation/classify/classify-comment.ts";

/** A comment and its correct effective kinds; "null" is none. */
interface Case {
  text: string;
  kind: string[];
}

const kinds = kindsSchema.parse({});

const read = (name: string) =>
  readFileSync(new URL(`../../../fixtures/cases/${name}`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Case);

// Rebuilt after public bug reports and review tools' output: nothing under a label, labels in any order.
it.each(["comments.jsonl", "labels.jsonl"])(
  "gives every comment of %s the kind that a careful reader gives",
  (name) => {
    const cases = read(name);
    expect(cases.length).toBeGreaterThan(200);
    const wrong = cases.flatMap(({ text, kind }) => {
      const found = String(effectiveKind(classifyComment(text, kinds)));
      return kind.includes(found) ? [] : [{ text, kind, found }];
    });
    expect(wrong).toEqual([]);
  },
);
