import { type Document, LineCounter, parseDocument, visit, type YAMLError } from "yaml";
import type { Place } from "../../finding.ts";
import { plainWords } from "../problems/plain-words.ts";
import type { FileProblem } from "../problems/problem.ts";
import { describeSyntaxError } from "./describe-syntax-error.ts";
import { deepestNesting, tooDeepAt } from "./nesting.ts";

/** GitHub cuts a blob's text in GraphQL at a size far above this; a config of 65 KB is a mistake or an attack. */
const mostCharacters = 65_536;
const mostSyntaxProblems = 20;

export interface YamlFile {
  /** Null when the text cannot be read at all: then nothing in it counts. */
  document: Document.Parsed | null;
  problems: FileProblem[];
  /** The place of an offset into the text. */
  placeAt(offset: number): Place;
}

const wholeFile = (place: Place, message: string): FileProblem => ({
  place,
  path: [],
  kind: "file",
  message,
  dropped: [],
});

/** Where a quote was opened that nothing closes: the parser itself points at the end of the file. */
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

/** One error a line: what follows on the same line mostly follows from the first. */
function listSyntaxErrors(document: Document.Parsed, placeAt: (offset: number) => Place): FileProblem[] {
  const byLine = new Map<number, FileProblem>();
  for (const error of document.errors) {
    const place = placeAt(openingOf(error, document));
    if (!byLine.has(place.line)) byLine.set(place.line, wholeFile(place, describeSyntaxError(error)));
  }
  return [...byLine.values()].slice(0, mostSyntaxProblems);
}

function parse(text: string, lines: LineCounter): Document.Parsed | string {
  try {
    return parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  } catch (error) {
    return error instanceof Error ? error.constructor.name : "unknown";
  }
}

/**
 * Reads a file's YAML (1.2, core schema) with positions. Limits come first, then syntax: a file with a syntax error counts as a whole as
 * broken, because nobody can tell what the rest of it would have meant. Never throws.
 */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const broken = (problems: FileProblem[]): YamlFile => ({ document: null, problems, placeAt });
  const start = { line: 1, column: 1 };
  if (text.length > mostCharacters) {
    const message = `The file has ${text.length} characters. Shorten it to at most ${mostCharacters}.`;
    return broken([wholeFile(start, message)]);
  }
  const deep = tooDeepAt(text);
  if (deep >= 0) {
    const before = text.slice(0, deep).split("\n");
    const place = { line: before.length, column: before.at(-1)!.length + 1 };
    return broken([
      wholeFile(place, `The nesting is deeper than ${deepestNesting} levels; a config needs six.`),
    ]);
  }
  const document = parse(text, lines);
  if (typeof document === "string")
    return broken([wholeFile(start, `Invalid YAML (${document}). Write a map of keys.`)]);
  if (document.errors.length > 0) {
    return broken(listSyntaxErrors(document, placeAt));
  }
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
