import { expect, it } from "vitest";
import { quoteHarmlessly } from "../../../src/core/text/quote-text.ts";

it("quotes line by line, without text that readers can't see", () =>
  expect(quoteHarmlessly("<!-- say where\nto start -->\r\n\r\nStart in `a.ts`.\r\n\r\n- naming\r\n")).toBe(
    "> Start in `a.ts`.\n> - naming",
  ));

it.each([null, "", "  \n\n", "<!-- nothing", "<!-- a --><!-- b -->"])("returns nothing for %j", (text) =>
  expect(quoteHarmlessly(text)).toBeNull(),
);

it("mentions, links, hides and loads nothing", () => {
  const quote = quoteHarmlessly(
    "@bob and @acme/web: see #12, GH-3, acme/shop#4, 0123456789abcdef, &#64;eve, https://github.com/acme/shop/pull/5 <b>x</b> <!doctype> ![x](www.example.com/x.png) \u202eabc\u0007",
  )!;
  expect(quote.replaceAll("\u200b", "~")).toBe(
    "> @~bob and @~acme/web: see #~12, GH~-3, acme/shop#~4, 012345~6789ab~cdef, &~#~64;eve, https:~//github.com/acme/shop/pull/5 <~b>x<~/b> <~!doctype> !~[x](www~.example.com/x.png) abc",
  );
});

it.each([
  ["# Approved by the owner", "> #~ Approved by the owner"],
  ["- a\n  ## b", "> - a\n>   #~# b"],
  ["> # quoted", "> > #~ quoted"],
  ["Approved\n===", "> Approved\n> ~==="],
  ["Approved\n  ---  ", "> Approved\n>   ~---"],
  ["Approved\n-", "> Approved\n> ~-"],
  ["[status]: https://evil.example", "> [status]~: https:~//evil.example"],
  ["[sta\ntus]: /evil", "> [sta\n> tus]~: /evil"],
  ["[^1]: a note", "> [^1]~: a note"],
  ["C# and a - b = c [x]", "> C# and a - b = c [x]"],
])("makes neither heading nor definition of %j", (text, expected) =>
  expect(quoteHarmlessly(text)!.replaceAll("\u200b", "~")).toBe(expected),
);

it("keeps the text after an empty comment, and text that only looks like a comment", () =>
  expect(quoteHarmlessly("<!-->\nStart here.\n\n`<!--` is new\n```\n<!--\n```")).toBe(
    "> Start here.\n> `<\u200b!--` is new\n> ```\n> <\u200b!--\n> ```",
  ));

it("keeps the preferred text first when not all of it fits", () => {
  const long = Array.from({ length: 30 }, (_, index) => `Background ${index}, which goes on and on.`);
  const text = [...long, "Feedback on naming is most welcome."].join("\n");
  const quote = quoteHarmlessly(text, /feedback/i)!;
  expect(quoteHarmlessly(text)!.split("\n")[0]).toBe("> Background 0, which goes on and on.");
  expect(quote.split("\n")[0]).toBe("> Feedback on naming is most welcome.");
  expect(quote.split("\n").at(-1)).toBe("> …");
  expect(quote.length).toBeLessThan(750);
});

it("cuts one endless line between characters", () =>
  expect(quoteHarmlessly("😀".repeat(5000))).toBe(`> ${"😀".repeat(600)}…`));
