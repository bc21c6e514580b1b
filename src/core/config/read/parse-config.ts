import {
  type Document,
  type ErrorCode,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { Place } from "../../finding.ts";
import { checkFile } from "../check-config.ts";
import { plainWords } from "../expressions.ts";
import { type ConfigInput, configSchema } from "../schema/config-schema.ts";
import {
  byPlace,
  type CheckedConfig,
  type FileProblem,
  formatSeen,
  plainValue,
  type Reading,
} from "./problem.ts";
import { readValue } from "./read-value.ts";

const maxNodes = 20_000;

const atStart = { line: 1, column: 1 };

function readTop(reading: Reading): ConfigInput {
  const { contents } = reading.document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return {};
  if (!isMap(contents)) {
    const message = `The file is ${formatSeen(plainValue(contents))}. Write keys such as enforcement, description or turns.`;
    reading.problems.push(wholeFile(reading.placeAt(contents.range?.[0] ?? 0), message));
    return {};
  }
  return (readValue(reading, contents, configSchema, []) ?? {}) as ConfigInput;
}

function tooManyNodes(): FileProblem {
  const message = `The file is too large: at most ${maxNodes} values are read, and an alias or a pattern counts as several. Shorten it.`;
  return wholeFile(atStart, message);
}

/**
 * Reads the text of one `async.yml` (YAML 1.2). Reports all problems at once, each with its place; broken
 * parts are left out and the rest counts. An empty file sets nothing. Never throws.
 */
export function parseConfig(
  text: string,
  { file, source }: Pick<CheckedConfig, "file" | "source">,
): CheckedConfig {
  const yaml = readYaml(text);
  const nothing = { file, source, values: {}, places: new Map(), paths: new Map() };
  if (yaml.document === null) return { ...nothing, problems: yaml.problems };
  const reading: Reading = {
    document: yaml.document,
    placeAt: yaml.placeAt,
    problems: [...yaml.problems],
    places: new Map(),
    paths: new Map(),
    nodesLeft: maxNodes,
  };
  const values = readTop(reading);
  if (reading.nodesLeft < 0) return { ...nothing, problems: [tooManyNodes()] };
  const parsed = { file, source, values, places: reading.places, paths: reading.paths };
  const checked = checkFile(parsed);
  return {
    ...parsed,
    values: checked.values,
    problems: [...reading.problems, ...checked.problems].toSorted(byPlace),
  };
}

/** GraphQL truncates texts far above this. A config of 65 KB is a mistake or an attack. */
const maxCharacters = 65_536;
const maxSyntaxProblems = 20;

interface YamlFile {
  /** Null when the text cannot be read, so that nothing in it counts. */
  document: Document.Parsed | null;
  problems: FileProblem[];
  /** The place of an offset into the text. */
  placeAt(offset: number): Place;
}

/** A problem because of which the whole file is ignored. */
const wholeFile = (place: Place, message: string): FileProblem => ({
  place,
  path: [],
  kind: "file",
  message,
  dropped: [],
});

/** The offset of an error: for a quote that is never closed, its opening instead of the file's end. */
function openingOf(error: YAMLError, document: Document.Parsed): number {
  const [at] = error.pos;
  if (!/^Missing closing ["']quote/.test(error.message)) return at;
  let opening = at;
  visit(document, {
    Scalar: (_key, { range, type }) => {
      if (range && type?.startsWith("QUOTE") === true && range[1] >= at) opening = range[0];
    },
  });
  return opening;
}

/** The first error of each line, from which the others on it mostly follow. */
function listSyntaxErrors(document: Document.Parsed, placeAt: (offset: number) => Place): FileProblem[] {
  const byLine = new Map<number, FileProblem>();
  for (const error of document.errors) {
    const place = placeAt(openingOf(error, document));
    if (!byLine.has(place.line)) byLine.set(place.line, wholeFile(place, describeSyntaxError(error)));
  }
  return [...byLine.values()].slice(0, maxSyntaxProblems);
}

function parseYaml(text: string, lines: LineCounter): Document.Parsed | string {
  try {
    return parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  } catch (error) {
    return error instanceof Error ? error.constructor.name : "unknown";
  }
}

/**
 * Reads a file's YAML (1.2, core schema) with positions. Checks the limits first, then the syntax. A file
 * with a syntax error is ignored in full, because nobody can tell what the rest would have meant. Never
 * throws.
 */
function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const broken = (problems: FileProblem[]): YamlFile => ({ document: null, problems, placeAt });
  if (text.length > maxCharacters) {
    const message = `The file has ${text.length} characters. Shorten it to at most ${maxCharacters}.`;
    return broken([wholeFile(atStart, message)]);
  }
  const deep = tooDeepAt(text);
  if (deep >= 0) {
    const before = text.slice(0, deep).split("\n");
    const place = { line: before.length, column: (before.at(-1) ?? "").length + 1 };
    return broken([wholeFile(place, `The nesting is deeper than ${maxNesting} levels; a config needs six.`)]);
  }
  const document = parseYaml(text, lines);
  if (typeof document === "string")
    return broken([wholeFile(atStart, `Invalid YAML (${document}). Write a map of keys.`)]);
  if (document.errors.length > 0) return broken(listSyntaxErrors(document, placeAt));
  const warnings = document.warnings.map(
    (warning): FileProblem => ({
      place: placeAt(warning.pos[0]),
      path: [],
      kind: "useless",
      message: `${plainWords(warning.message).replace(/\.$/, "")}. Write plain YAML without tags. The tag is ignored.`,
      dropped: null,
    }),
  );
  return { document, problems: warnings, placeAt };
}

/** A config needs six levels. */
const maxNesting = 32;

const opensQuote = /[\s[{,:]/;

/**
 * The offset at which a YAML text is nested too deep; -1 when it is not. It runs before any parser, so it is
 * simple and linear: it counts brackets outside of quotes (which end with their line here) and comments, and
 * runs of `- - -` and `? ? ?`, each of which opens a level.
 */
function tooDeepAt(text: string): number {
  const run = new RegExp(`(?:[-?:] ){${maxNesting}}`).exec(text)?.index ?? -1;
  let depth = 0;
  let quote = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const before = at === 0 ? "\n" : text.charAt(at - 1);
    if (character === "\n") quote = "";
    else if (quote !== "") {
      if (character === "\\" && quote === '"') at += 1;
      else if (character === quote) quote = "";
    } else if ((character === '"' || character === "'") && opensQuote.test(before)) quote = character;
    else if (character === "#" && /\s/.test(before)) quote = "\n";
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
    if (depth > maxNesting) return run >= 0 ? Math.min(run, at) : at;
  }
  return run;
}

const quotes = "put the value in quotes";
const columns = "keys of one map start in the same column, and what belongs to a key is indented below it";

/** The parser's errors in plain words: what was seen, and what to do. */
const knownErrors: Partial<Record<ErrorCode, [seen: string, todo: string]>> = {
  TAB_AS_INDENT: ["a tab is used for indentation", "use spaces"],
  MULTIPLE_DOCS: ["a second document starts after ---", "keep one in the file"],
  BAD_ALIAS: ["a value starts with *, which stands for an alias", quotes],
  BAD_SCALAR_START: ["a value starts with a character that YAML keeps for itself (@ or `)", quotes],
  BAD_DQ_ESCAPE: [
    "a backslash in double quotes starts an escape that YAML does not know",
    "put the value in single quotes",
  ],
  BAD_INDENT: ["the indentation does not fit the lines above", columns],
  BLOCK_AS_IMPLICIT_KEY: ["the next lines do not fit this one", columns],
  MULTILINE_IMPLICIT_KEY: ["a key spans more than one line, or its colon is missing", columns],
};

/** One sentence about a syntax error, without its position. */
function describeSyntaxError({ code, message }: YAMLError): string {
  if (/^Missing closing ["']quote/.test(message))
    return formatSyntaxError("a quote is not closed", "close it");
  const missing = /(?:end with a|expected) (?:a )?([\]}])/.exec(message)?.[1];
  if (missing !== undefined) {
    return formatSyntaxError(
      `a ${missing === "]" ? "[" : "{"} is not closed before this`,
      `close it with ${missing}, and indent the lines between`,
    );
  }
  const [seen, todo] = knownErrors[code] ?? [
    plainWords(message)
      .replace(/ at line \d+, column \d+:?[\s\S]*$/, "")
      .replace(/\.$/, ""),
    "check quotes, indentation and brackets near here",
  ];
  return formatSyntaxError(seen, todo);
}

const formatSyntaxError = (seen: string, todo: string) =>
  `Invalid YAML: ${seen}. ${todo.charAt(0).toUpperCase()}${todo.slice(1)}.`;
