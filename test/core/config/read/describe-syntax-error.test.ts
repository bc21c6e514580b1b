import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../../src/core/config/read/parse-config.ts";

const read = (text: string) =>
  parseConfig(text, { file: "async.yml", source: "repository" }).problems.map(
    ({ place, message }) => `${place.line}:${place.column} ${message.replace(/^Invalid YAML: /, "")}`,
  );

describe("a problem about broken YAML", () => {
  it.each([
    ["a tab", "turns:\n\thours: {}\n", "2:1 a tab is used for indentation. Use spaces."],
    ["an open quote", 'a: 1\nb: "x\nc: 1\n', "2:4 a quote is not closed. Close it."],
    [
      "an open list",
      "a: [1\nb: 1\n",
      "2:1 a [ is not closed before this. Close it with ], and indent the lines between.",
    ],
    [
      "an open map",
      "a: {b: 1\nc: 1\n",
      "2:1 a { is not closed before this. Close it with }, and indent the lines between.",
    ],
    [
      "a line that is indented too far",
      "a: 1\n b: 2\n",
      "1:4 the next lines do not fit this one. Keys of one map start in the same column, and what belongs to a key is indented below it.",
    ],
    [
      "a mention",
      "a: @x\n",
      "1:4 a value starts with a character that YAML keeps for itself (@ or `). Put the value in quotes.",
    ],
    [
      "every bot",
      "a: *[bot]\n",
      "1:4 a value starts with *, which stands for an alias. Put the value in quotes.",
    ],
    ["two documents", "a: 1\n---\nb: 2\n", "2:1 a second document starts after ---. Keep one in the file."],
    [
      "an expression in double quotes",
      'a: "^\\d+"\n',
      "1:6 a backslash in double quotes starts an escape that YAML does not know. Put the value in single quotes.",
    ],
  ])("explains %s", (_what, text, message) => {
    expect(read(text)).toEqual([message]);
  });

  it("names each broken line once", () => {
    expect(read('a: @x\nb: "\\d \\w"\n').map((line) => line.slice(0, 3))).toEqual(["1:4", "2:5"]);
  });
});
