import { readdirSync, readFileSync } from "node:fs";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { configSchema } from "../../src/core/config/schema/config-schema.ts";
import { evaluateDescription } from "../../src/core/description/evaluate-description.ts";
import { parseDescription } from "../../src/core/description/parse-description.ts";
import { readData } from "../../test/eval/data.ts";
import { spreadOf } from "../statistics.ts";

export interface LintFigures {
  bodies: number;
  characters: number;
  /** Milliseconds per body, the median of the rounds. */
  lintMs: number;
  remarkMs: number;
  /**
   * The time of lint relative to remark-parse with remark-gfm on the same bodies: the median of the rounds.
   */
  ratio: number;
  /** The time of the slowest body, in milliseconds. */
  slowestMs: number;
}

const rounds = 15;
const config = configSchema.parse({}).description;
const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Every collected description and template, or the fixtures' bodies where the collection is missing. */
function readCorpus(): string[] {
  const collected = ["pr-bodies.jsonl", "pr-templates.jsonl"].map((name) => readData<{ text: string }>(name));
  if (!collected.includes(null)) return collected.flatMap((rows) => rows!.map(({ text }) => text));
  const fixtures = new URL("../../test/fixtures/lint/", import.meta.url);
  return readdirSync(fixtures).map((name) => readFileSync(new URL(`${name}/body.md`, fixtures), "utf8"));
}

function lint(body: string): number {
  return evaluateDescription({
    parsed: parseDescription(body),
    templates: [],
    title: "Retry payments that time out",
    body,
    author: "alice",
    labels: [],
    isDraft: false,
    isInMergeQueue: false,
    baseRef: "main",
    files: [{ path: "src/retry.go", additions: 80, deletions: 20 }],
    additions: 80,
    deletions: 20,
    changedFiles: 1,
    config,
  }).findings.length;
}

function time(
  bodies: readonly string[],
  work: (body: string) => unknown,
): { total: number; slowest: number } {
  let total = 0;
  let slowest = 0;
  for (const body of bodies) {
    const start = performance.now();
    work(body);
    const spent = performance.now() - start;
    total += spent;
    slowest = Math.max(slowest, spent);
  }
  return { total, slowest };
}

/** Alternates between the two, so that a busy machine slows both. */
export function run(): LintFigures {
  const bodies = readCorpus();
  const parse = (body: string) => parser.parse(body);
  // Both are warm, because a server reads thousands of bodies.
  for (let round = 0; round < 3; round++) for (const work of [lint, parse]) time(bodies, work);
  const measured = Array.from({ length: rounds }, () => ({
    lint: time(bodies, lint),
    remark: time(bodies, parse),
  }));
  return {
    bodies: bodies.length,
    characters: bodies.reduce((sum, body) => sum + body.length, 0),
    lintMs: spreadOf(measured.map((round) => round.lint.total)).median / bodies.length,
    remarkMs: spreadOf(measured.map((round) => round.remark.total)).median / bodies.length,
    ratio: spreadOf(measured.map((round) => round.lint.total / round.remark.total)).median,
    slowestMs: spreadOf(measured.map((round) => round.lint.slowest)).median,
  };
}
