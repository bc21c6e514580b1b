import fc from "fast-check";
import { expect, it } from "vitest";
import { readTokens } from "../../../../src/core/description/parse/html.ts";

it("reads a comment alone as it does before other text", () => {
  const inner = fc.array(fc.constantFrom("-", ">", "!", "<", "a", " ", "\n", "\r\n", "\u0000"), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(inner, (pieces) => {
      const html = `<!--${pieces.join("")}-->`;
      const [comment, ...others] = readTokens(`${html} `);
      const [last = null] = others.slice(-1);
      // The added space is either part of the last text or a text of its own.
      const text = last?.type === "text" ? [{ ...last, text: last.text.slice(0, -1) }] : [];
      const rest = [...others.slice(0, -1), ...text.filter((token) => token.text !== "")];
      expect(readTokens(html)).toEqual([comment, ...rest]);
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 2_000) },
  );
});
