import { readdirSync, readFileSync } from "node:fs";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { configSchema } from "../../src/core/config/schema/config-schema.ts";
import { evaluateDescription } from "../../src/core/description/evaluate-description.ts";
import { parseDescription } from "../../src/core/description/parse-description.ts";
import { readData } from "../../test/eval/data.ts";

export interface LintFigures {
  bodies: number;
  characters: number;
  /** Milliseconds a body, the median of the rounds. */
  lintMs: number;
  remarkMs: number;
  /**
   * Time of lint over the time that remark-parse with remark-gfm takes for the same bodies, the median of the
   * rounds.
   */
  ratio: number;
  /** The slowest single body, in milliseconds. */
  slowestMs: number;
}

const rounds = 15;
const config = configSchema.parse({}).description;
const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Every collected description and template, or the fixtures' bodies where those are missing. */
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
    inMergeQueue: false,
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

const median = (values: number[]) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)]!;

/** Alternates between the two, so that a busy machine slows both. */
export function run(): LintFigures {
  const bodies = readCorpus();
  const parse = (body: string) => parser.parse(body);
  // Both warm, because a server reads thousands.
  for (let round = 0; round < 3; round++) for (const work of [lint, parse]) time(bodies, work);
  const measured = Array.from({ length: rounds }, () => ({
    lint: time(bodies, lint),
    remark: time(bodies, parse),
  }));
  return {
    bodies: bodies.length,
    characters: bodies.reduce((sum, body) => sum + body.length, 0),
    lintMs: median(measured.map((round) => round.lint.total)) / bodies.length,
    remarkMs: median(measured.map((round) => round.remark.total)) / bodies.length,
    ratio: median(measured.map((round) => round.lint.total / round.remark.total)),
    slowestMs: median(measured.map((round) => round.lint.slowest)),
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { bodies, characters, lintMs, remarkMs, ratio, slowestMs } = run();
  console.log(`lint over ${bodies} bodies (${characters} characters), median of ${rounds} rounds`);
  console.log(
    `lint ${lintMs.toFixed(3)} ms a body, slowest ${slowestMs.toFixed(1)} ms; remark-parse with remark-gfm ${remarkMs.toFixed(3)} ms`,
  );
  console.log(`ratio ${ratio.toFixed(2)} (wanted: at most 1.25)`);
}
