import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isThematicBreak, readLine, splitLines, visibleLines } from "../../../src/core/text/lines.ts";

/** `<line number>: <visible text>`, with the info string of the line's fence. */
const seen = (text: string) =>
  [...visibleLines(text)].map(
    ({ number, text, fence }) => `${number}: ${text}${fence === null ? "" : ` [${fence.info}]`}`,
  );

describe("the lines of a text", () => {
  it("end with CRLF, LF or CR, and the last may have no ending", () =>
    expect(splitLines("a\r\nb\n\rc")).toEqual([
      { text: "a", offset: 0, end: 3 },
      { text: "b", offset: 3, end: 5 },
      { text: "", offset: 5, end: 6 },
      { text: "c", offset: 6, end: 7 },
    ]));

  it("don't include an empty one after the last ending", () =>
    expect([splitLines(""), splitLines("\n"), readLine("a\n", 2)]).toEqual([
      [],
      [{ text: "", offset: 0, end: 1 }],
      null,
    ]));

  it.each([
    ["---", true],
    ["-\t-\t-", true],
    ["  * * *  ", true],
    ["___", true],
    ["    ---", false],
    ["\t---", false],
    ["--", false],
    ["-*-", false],
    ["--- a", false],
    ["\u00a0---", false],
  ])("recognise %j as a thematic break: %s", (line, expected) =>
    expect(isThematicBreak(line)).toBe(expected),
  );
});

describe("visibleLines", () => {
  it.each([
    ["a\n\n \nb", ["1: a", "4: b"]],
    ["<!-->\na", ["2: a"]],
    ["<!--->a", ["1: a"]],
    ["<!-- a --> b <!-- c\n\nd --> e", ["1:  b ", "3:  e"]],
    ["<!-- a\n\nb", []],
    ["a <!-- b\nc --> d", ["1: a ", "2:  d"]],
    ["a <!-- b\n\nc --> d", ["1: a <!-- b", "3: c --> d"]],
    ["a <!-- b", ["1: a <!-- b"]],
    ["```ts", ["1: ```ts [ts]"]],
    ["   ~~~~ a `b`\n~~~\nc", ["1:    ~~~~ a `b` [a `b`]", "2: ~~~ [a `b`]", "3: c [a `b`]"]],
    ["``` a`b", ["1: ``` a`b"]],
    ["\t```", ["1: \t```"]],
    ["\u00a0```", ["1: \u00a0```"]],
    ["``\nb", ["1: ``", "2: b"]],
    ["- ```js\n  a\n  ```\n- b", ["1: - ```js [js]", "2:   a [js]", "3:   ``` [js]", "4: - b"]],
    ["- a\n\n  ```js\n  b\nc", ["1: - a", "3:   ```js [js]", "4:   b [js]", "5: c"]],
    ["1. - ```\n     a\n   b", ["1: 1. - ``` []", "2:      a []", "3:    b"]],
    ["`<!--` a\n\nb -->", ["1: `<!--` a", "3: b -->"]],
    ["`<!--` a <!-- b --> c", ["1: `<!--` a  c"]],
    ["` <!-- b --> c", ["1: `  c"]],
    ["\\<!-- a --> b", ["1: \\<!-- a --> b"]],
    ["```x\n<!--\n\n```\na", ["1: ```x [x]", "2: <!-- [x]", "4: ``` [x]", "5: a"]],
    ["~~~\n```\n~~~~\n```y", ["1: ~~~ []", "2: ``` []", "3: ~~~~ []", "4: ```y [y]"]],
    ["<!--\n```\n-->\na", ["4: a"]],
    ["a\rb\r\nc", ["1: a", "2: b", "3: c"]],
  ])("reads %j", (text, expected) => expect(seen(text)).toEqual(expected));

  const piece = fc.constantFrom(..."<!--|-->|`|``|```|~~~|\n|\r\n|\r| |\t|\\|a|>|    ".split("|"));

  it("returns only lines of the text, in order, each once", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        const lines = splitLines(text);
        let last = 0;
        for (const { text: shown, number, offset, end } of visibleLines(text)) {
          expect(number).toBeGreaterThan(last);
          last = number;
          const whole = lines[number - 1]!;
          expect([offset, end]).toEqual([whole.offset, whole.end]);
          let at = 0;
          for (const character of shown) at = whole.text.indexOf(character, at) + 1 || Number.NaN;
          expect(at).not.toBeNaN();
        }
      }),
    );
  });

  it("returns every line that is not blank when there is no comment", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("").replaceAll("<!--", "");
        const expected = splitLines(text).filter((line) => line.text.trim() !== "");
        expect([...visibleLines(text)].map((line) => line.text)).toEqual(expected.map((line) => line.text));
      }),
    );
  });
});
