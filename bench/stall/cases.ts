import type { RepositoryDriver } from "../../test/github/driver/repository-driver.ts";

/** The preparation before the server sees the repository. */
export interface Case {
  name: string;
  prepare(repository: RepositoryDriver): void;
  /** The base branch's config; by default none. */
  config?: string;
}

const size = 65_536;
const fill = (piece: string, characters = size) =>
  piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters);
const configPath = ".github/async.yml";

/** Texts that were once slow in some Markdown reader or in the app's. */
const pieces = [
  ..."*_|> - |1. |[a][|- - |# a\n|## Why\n|Why: a\n|<!-- |<details><summary>Why</summary>\n|![](a|a-|[a](|&amp;|`".split(
    "|",
  ),
  "| Why | a |\n|-|-|\n",
  "```\na\n```\n",
  "test ",
];

const open = (repository: RepositoryDriver, body: string, more: object = {}) =>
  repository.openPullRequest({ author: "mallory", title: "Export", body, ...more });

/** A pull request from a fork that changes the config, after twenty with long bodies. */
function proposeConfig(repository: RepositoryDriver, text: string): void {
  for (let count = 0; count < 20; count += 1) open(repository, wordsOf("wx ", count));
  open(repository, "## Context\nA new config.", {
    fork: true,
    files: [{ path: configPath, additions: 3, status: "modified", text }],
  });
}

const slowPattern = (from: string) => `"${from}[wx ]{140}[0-9]"`;
const withPatterns = (patterns: string[]) =>
  `description: {rules: {linked-ticket: {level: error, patterns: [${patterns.join(", ")}]}}}\n`;
/** Different words for each seed, because an automaton caches the states that it has seen. */
const wordsOf = (letters: string, first = 1) => {
  let seed = first * 7_919;
  return Array.from({ length: 60_000 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return letters[(seed >> 8) % letters.length];
  }).join("");
};

/** A list whose text is as long as a config may be. */
const list = (head: string, entry: (index: number) => string) => {
  const entries: string[] = [];
  for (let length = head.length; length < size - 400; length += entries.at(-1)!.length)
    entries.push(entry(entries.length));
  return head + entries.join("");
};

const configs: Record<string, string> = {
  "one slow pattern": withPatterns([slowPattern("w")]),
  "five slow patterns": withPatterns([..."wxwxw"].map(slowPattern)),
  "unknown keys": list("version: 1\n", (index) => `enforcemen${index}: 1\n`),
  "many globs": list(
    "description:\n  rules:\n    screenshots:\n      paths:\n",
    (index) => `        - "**/*a*b*c?${index}*.{css,tsx}"\n`,
  ),
  "many expressions": list(
    "description:\n  exempt:\n    titles:\n",
    (index) => `      - "(?i)[a-z\\\\pL]{200}${index}"\n`,
  ),
  "many conditions": list(
    "description:\n  when:\n",
    (index) => `    - {title: "x${index}", sections: {context: off}}\n`,
  ),
  "many sections": list(
    "description:\n  sections:\n",
    (index) => `    - {id: s${index}, heading: H${index}}\n`,
  ),
  "many people": list(
    "turns:\n  people:\n",
    (index) => `    p${index}: {time_zone: Europe/Berlin, days: [mon]}\n`,
  ),
  "deep and wide": list("a:\n", (index) => `  - ${"[".repeat(20)}${index}${"]".repeat(20)}\n`),
};

/** A conversation of a thousand comments. */
const talk =
  (body: (index: number) => string) =>
  (repository: RepositoryDriver): void => {
    const pullRequest = open(repository, "## Context\nTalked about a lot.");
    for (let index = 0; index < 1_000; index += 1)
      pullRequest.comment({ by: index % 2 === 0 ? "mallory" : "bob", body: body(index) });
  };

const turns = "version: 1\nenforcement: block\nturns: {hours: {time_zone: Europe/Berlin}}\n";

export const cases: Case[] = [
  ...pieces.map(
    (piece): Case => ({
      name: `a body of ${JSON.stringify(piece)}`,
      prepare: (repository) => void open(repository, fill(piece)),
    }),
  ),
  ...Object.entries(configs).map(
    ([name, text]): Case => ({
      name: `a stranger's config: ${name}`,
      config: "enforcement: block\n",
      prepare: (repository) => proposeConfig(repository, text),
    }),
  ),
  {
    name: "the largest expressions over the longest body",
    config: withPatterns(['"w[wx ]{140}[0-9]"', '"x[wx ]{140}[0-9]"']),
    prepare: (repository) => void open(repository, wordsOf("wx ")),
  },
  { name: "a thousand short comments", config: turns, prepare: talk((index) => `blocking: number ${index}`) },
  {
    name: "a thousand long comments",
    config: turns,
    prepare: talk((index) => `nit: ${index}\n${fill("> - *_`[a](b) ", 20_000)}`),
  },
  {
    name: "a thousand commands and decisions",
    config: turns,
    prepare: talk((index) =>
      index % 2 === 0 ? `/async snooze ${index} days` : `Decision: ${fill("a ", 2_000)}`,
    ),
  },
  {
    name: "a hundred labels, and files with long names",
    config: turns,
    prepare: (repository) =>
      void open(repository, "## Context\nLabels.", {
        labels: Array.from({ length: 100 }, (_, index) => `label ${index}`),
        files: Array.from({ length: 300 }, (_, index) => ({
          path: `src/${fill("a/b-", 200)}${index}.tsx`,
          additions: 9,
        })),
      }),
  },
];
