import type { ErrorCode, YAMLError } from "yaml";
import { plainWords } from "../problems/plain-words.ts";

const quotes = "put the value in quotes";
const columns = "keys of one map start in the same column, and what belongs to a key is indented below it";

/** What the parser calls by the names of YAML's grammar, as people see it: what was seen, and what to do. */
const known: Partial<Record<ErrorCode, [seen: string, todo: string]>> = {
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
  MULTILINE_IMPLICIT_KEY: ["a key goes over more than one line, or its colon is missing", columns],
};

/** One sentence about a syntax error, without its position. */
export function describeSyntaxError({ code, message }: YAMLError): string {
  if (/^Missing closing ["']quote/.test(message)) return tell("a quote is not closed", "close it");
  const missing = /(?:end with a|expected) (?:a )?([\]}])/.exec(message)?.[1];
  if (missing !== undefined) {
    return tell(
      `a ${missing === "]" ? "[" : "{"} is not closed before this`,
      `close it with ${missing}, and indent the lines between`,
    );
  }
  const [seen, todo] = known[code] ?? [
    plainWords(message)
      .replace(/ at line \d+, column \d+:?[\s\S]*$/, "")
      .replace(/\.$/, ""),
    "check quotes, indentation and brackets near here",
  ];
  return tell(seen, todo);
}

const tell = (seen: string, todo: string) =>
  `Invalid YAML: ${seen}. ${todo[0]!.toUpperCase()}${todo.slice(1)}.`;
